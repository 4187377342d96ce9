// Writes every package's declarations: packages/x/src/a.ts becomes packages/x/dist/a.d.ts. One program reads all
// sources once. Types are not checked here, `npm run typecheck` does that.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { packages, root } from './workspace.mjs';

const built = packages().filter((one) => one.manifest.scripts?.build && existsSync(join(one.folder, 'src')));
const config = ts.getParsedCommandLineOfConfigFile(
  join(root, 'tsconfig.base.json'),
  {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: root,
    outDir: root,
    noUnusedLocals: false,
  },
  { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
);
if (!config) process.exit(1);

for (const one of built) removeDeclarations(join(one.folder, 'dist'));
const program = ts.createProgram(built.flatMap(entries), config.options);
// A declaration written by hand, or by the generator, is no output of the compiler: it comes along as it is.
for (const file of program.getSourceFiles()) if (file.isDeclarationFile) write(file.fileName, file.text);
const { diagnostics } = program.emit(undefined, (file, text) => write(file, text));
const missing = built.flatMap(addRenamed);
for (const diagnostic of diagnostics) fail(diagnostic);
for (const file of missing)
  console.error(`${file} is exported and was not written: is its source named in "exports"?`);
process.exit(diagnostics.length + missing.length > 0 ? 1 : 0);

/** The sources that "exports" names; what they need comes along, tests do not. @param {import('./workspace.mjs').Package} one */
function entries(one) {
  return doors(one).map(({ source }) => join(one.folder, source));
}

/** @param {import('./workspace.mjs').Package} one */
function doors(one) {
  return Object.values(one.manifest.exports)
    .filter((door) => typeof door === 'object' && door['@ctdx/source'] && door.types)
    .map((door) => ({ source: String(door['@ctdx/source']), types: String(door.types) }));
}

/** @param {string} file @param {string} text */
function write(file, text) {
  const [, folder, rest] =
    /^(packages\/[^/]+)\/src\/(.+)$/.exec(relative(root, file).split(sep).join('/')) ?? [];
  if (!folder || !rest || !built.some((one) => one.path === folder)) return;
  const target = join(root, folder, 'dist', rest);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** A door may have another name than its source: it gets a declaration that leads there. @param {import('./workspace.mjs').Package} one */
function addRenamed(one) {
  return doors(one).flatMap(({ source, types }) => {
    const declared = source.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, '.d.ts');
    if (!existsSync(join(one.folder, declared))) return [`${one.path}/${declared.slice(2)}`];
    if (declared === types) return [];
    const target = join(one.folder, types);
    const way = relative(dirname(target), join(one.folder, declared))
      .split(sep)
      .join('/')
      .replace(/\.d\.ts$/, '.js');
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `export * from '${way.startsWith('.') ? way : `./${way}`}';\n`);
    return [];
  });
}

/** @param {string} folder */
function removeDeclarations(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (entry.endsWith('.d.ts')) rmSync(join(folder, entry));
  }
}

/** @param {ts.Diagnostic} diagnostic */
function fail(diagnostic) {
  const where = diagnostic.file ? `${relative(root, diagnostic.file.fileName)}: ` : '';
  console.error(where + ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}
