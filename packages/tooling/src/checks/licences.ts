import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../../scripts/lib/workspace.mjs';
import { read } from '../files.js';
import { many, type Options, type Outcome } from '../outcome.js';
import { type Package, publishedPackages } from '../packages.js';

/** Own licences and the attribution they owe: the standard has its own, everything else has the root's. */
const ownLicence: ReadonlyMap<string, string> = new Map([['@ctdx/schemas', 'CC-BY-4.0']]);
const attribution =
  'Contains codes from the Human Trafficking Case Data Standard (HTCDS) by IOM, version 2.0, licensed under CC BY 4.0; changes were made.';

/** Every package carries its licence, and the notice of what it took from others, as copies that travel with it. */
export function checkLicences({ update }: Options): Outcome {
  const list = publishedPackages();
  if (update) for (const one of list) copyInto(one);
  const problems = [
    ...(attributes() ? [] : ['NOTICE lacks the attribution of HTCDS']),
    ...list.flatMap(lacking),
  ];
  return { problems, detail: many(list.length, 'package') };
}

function attributes(): boolean {
  return existsSync(join(root, 'NOTICE')) && read('NOTICE').replaceAll(/\s+/g, ' ').includes(attribution);
}

function copyInto(one: Package): void {
  for (const name of copied(one)) copyFileSync(join(root, name), join(one.folder, name));
}

function copied(one: Package): string[] {
  return ownLicence.has(one.name) ? ['NOTICE'] : ['LICENSE', 'NOTICE'];
}

function lacking(one: Package): string[] {
  const licence = ownLicence.get(one.name) ?? 'Apache-2.0';
  const stale = copied(one).filter(
    (name) => !existsSync(join(one.folder, name)) || read(`${one.path}/${name}`) !== read(name),
  );
  return [
    ...(one.manifest.license === licence
      ? []
      : [`${one.path}/package.json must say "license": "${licence}"`]),
    ...(existsSync(join(one.folder, 'LICENSE')) ? [] : [`${one.path} has no LICENSE`]),
    ...stale.map(
      (name) => `${one.path}/${name} is not the root's: npm run check -- --only licences --update`,
    ),
    ...['LICENSE', 'NOTICE']
      .filter((name) => !one.manifest.files?.includes(name))
      .map((name) => `"files" of ${one.path}/package.json leaves ${name} out`),
  ];
}
