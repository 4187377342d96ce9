import { join } from 'node:path';
import { Converter, OptionDefaults, ReflectionKind } from 'typedoc';
import { packages, root } from './scripts/lib/workspace.mjs';

/** What a user imports, by the source it stands for: `packages/model/src/index.ts` is `@ctdx/model`. */
const names = new Map(
  packages()
    .filter((one) => one.published)
    .flatMap((one) =>
      Object.entries(one.manifest.exports).flatMap(([door, target]) => {
        const source = target['@ctdx/source'];
        return source ? [[join(one.folder, source), one.name + door.slice(1)]] : [];
      }),
    ),
);

/** Calls each module by the name that a user imports. @param {import('typedoc').Application} app */
function nameModules(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const module of context.project.getReflectionsByKind(ReflectionKind.Module)) {
      const file = context.getSymbolFromReflection(module)?.declarations?.[0]?.getSourceFile().fileName;
      module.name = names.get(file ?? '') ?? module.name;
    }
  });
}

/**
 * One pass over the sources behind every door. Strategy "packages" would find no doors: it looks for them in what is
 * built, and it reads the same types once per package.
 * @type {Partial<import('typedoc').TypeDocOptions>}
 */
export default {
  name: 'ctdx',
  entryPointStrategy: 'resolve',
  entryPoints: [...names.keys()].map((file) => file.slice(root.length + 1)),
  tsconfig: 'tsconfig.json',
  out: 'docs/packages',
  readme: 'README.md',
  plugin: [nameModules],
  // The types of the exchange contract are written by openapi-typescript, which has tags of its own.
  blockTags: [...OptionDefaults.blockTags, '@description', '@constant'],
  disableSources: true,
  excludeInternal: true,
  // Types are checked by `npm run typecheck`.
  skipErrorChecking: true,
};
