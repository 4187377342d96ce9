import { exists } from '../files.js';
import { fileOf, importsOf } from '../imports.js';
import { inBrowsers } from '../layers.js';
import { many, type Outcome } from '../outcome.js';
import { doorsOf, publishedPackages } from '../packages.js';

/** No door of a package meant for browsers leads to a `node:` import, except `./node` and what lies below it. */
export function checkBrowser(): Outcome {
  const doors = publishedPackages()
    .filter((one) => inBrowsers.has(one.name))
    .flatMap(doorsOf)
    .filter((door) => !/^\.\/node(\/|$)/.test(door.name));
  const problems = doors.flatMap((door) =>
    wayToNode(door.source).map((way) => `${door.specifier} needs Node: ${way}`),
  );
  return { problems, detail: many(doors.length, 'sub-path') };
}

/** The first way found from a file to a `node:` import. */
function wayToNode(start: string): string[] {
  const seen = new Set<string>();
  const walk = (path: string, way: readonly string[]): string[] => {
    if (seen.has(path) || !exists(path)) return [];
    seen.add(path);
    for (const { specifier, typeOnly } of importsOf(path)) {
      if (typeOnly) continue;
      if (specifier.startsWith('node:')) return [[...way, path, specifier].join(' → ')];
      const further = specifier.startsWith('.') ? walk(fileOf(path, specifier), [...way, path]) : [];
      if (further.length > 0) return further;
    }
    return [];
  };
  return walk(start, []);
}
