/**
 * The arrow of the design: a package may import only from layers above its own line here. Packages of one layer do
 * not import each other. A package that is not in this table fails the check: decide first where it stands.
 */
export const layers: readonly (readonly string[])[] = [
  ['@ctdx/schemas'],
  ['@ctdx/codegen'],
  ['@ctdx/model'],
  ['@ctdx/tables'],
  ['@ctdx/validate'],
  ['@ctdx/testkit'],
  ['@ctdx/screen', '@ctdx/measure', '@ctdx/convert', '@ctdx/anonymize', '@ctdx/link'],
  ['@ctdx/client', '@ctdx/server'],
  ['@ctdx/conform'],
  ['ctdx'],
  ['@ctdx/tooling'],
];

/** Packages that run in a browser: they keep `node:` to a sub-path called `./node`. */
export const inBrowsers: ReadonlySet<string> = new Set([
  '@ctdx/model',
  '@ctdx/tables',
  '@ctdx/validate',
  '@ctdx/screen',
  '@ctdx/measure',
  '@ctdx/convert',
  '@ctdx/anonymize',
  '@ctdx/link',
  '@ctdx/client',
]);

/**
 * Private packages that a published one carries in its own build; it has them in devDependencies, and what they need at
 * run time in dependencies.
 */
export const carried: Readonly<Record<string, readonly string[]>> = { ctdx: ['@ctdx/codegen'] };
