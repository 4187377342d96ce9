import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { npm } from '../../../../scripts/lib/managers.mjs';
import { run } from '../../../../scripts/lib/run.mjs';
import { cache } from '../../../../scripts/lib/workspace.mjs';
import { doorsOf } from '../packages.js';
import type { Packed } from './pack.js';

/** The oldest Node that we support, and the newest that is to be trusted with old people's data. */
const versions = ['20.19', '24'];

/** Installs all tarballs together as a user would, and imports and requires every sub-path on both ends of Node. */
export async function installProblems(packed: readonly Packed[], folder: string): Promise<string[]> {
  const manifest = { name: 'user', private: true, type: 'module', dependencies: wanted(packed) };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  const installed = await npm(['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder });
  if (installed.code !== 0) return [`The tarballs do not install together:\n${installed.output}`];
  writeSmoke(packed, folder);
  const ran = await Promise.all(versions.map((version) => smoke(version, folder)));
  return [...ran.flat(), ...typeProblems(packed, folder)];
}

/** The tarballs, and what they expect their user to bring. */
function wanted(packed: readonly Packed[]): Record<string, string> {
  const peers = packed.flatMap(({ one }) => Object.entries(one.manifest.peerDependencies ?? {}));
  return {
    ...Object.fromEntries(peers),
    ...Object.fromEntries(packed.map(({ one, file }) => [one.name, `file:${file}`])),
  };
}

function specifiers(packed: readonly Packed[]): string[] {
  return packed.flatMap(({ one }) => doorsOf(one).map((door) => door.specifier));
}

/** `require()` of a module that awaits at its top level throws: so that promise is proved here, too. */
function writeSmoke(packed: readonly Packed[], folder: string): void {
  const names = JSON.stringify(specifiers(packed));
  const nothing =
    "if (Object.keys(module).length === 0 && !typesOnly.test(name)) throw new Error(name + ' exports nothing');";
  const lines = `const typesOnly = /\\/(api|types)$/;\nconst names = ${names};\n`;
  writeFileSync(
    join(folder, 'smoke.mjs'),
    `${lines}for (const name of names) { const module = await import(name); ${nothing} }\n`,
  );
  writeFileSync(
    join(folder, 'smoke.cjs'),
    `${lines}for (const name of names) { const module = require(name); ${nothing} }\n`,
  );
  writeFileSync(join(folder, 'work.mjs'), work);
}

/** Not only loaded: a record is checked, a count is released, and a node finds its migrations and answers. */
const work = `
import { frequencyTable, protect } from '@ctdx/anonymize';
import { createNode, trialConfiguration } from '@ctdx/server';
import { check } from '@ctdx/validate';

const { findings } = check({ type: 'case' }, { type: 'case', level: 'identified' });
if (findings.length === 0) throw new Error('an empty case is not valid');

const rows = Array.from({ length: 20 }, (_, n) => ({ id: String(n), sex: n < 10 ? 'female' : 'male' }));
const dimensions = [{ name: 'sex', categories: ['female', 'male'], unknown: false }];
if (protect(frequencyTable(rows, { dimensions }), { synthetic: true }).tables.length === 0) throw new Error('no table');

const { configuration } = await trialConfiguration();
const node = await createNode({ configuration, trial: true, log: () => undefined });
const { status } = await node.fetch(new Request('http://127.0.0.1/v1/capabilities'));
await node.close();
if (status !== 200) throw new Error('the node answers ' + status);
`;

async function smoke(version: string, folder: string): Promise<string[]> {
  const node = await ensureNode(version);
  const runs = [
    ['smoke.mjs'],
    ['--no-warnings', 'smoke.cjs'],
    ['work.mjs'],
    ['node_modules/ctdx/bin/ctdx.js', 'schema', 'case'],
    ['node_modules/ctdx/bin/ctdx.js', 'codes', 'means'],
  ];
  const results = await Promise.all(
    runs.map((args) => run(node, args, { cwd: folder, env: { NODE_OPTIONS: '' } })),
  );
  return results.flatMap(({ code, output }, at) =>
    code === 0 ? [] : [`Node ${version} ${runs[at]?.join(' ')} ends with ${code}:\n${output}`],
  );
}

/** A second Node from npm, kept for the next time. */
async function ensureNode(version: string): Promise<string> {
  const folder = join(cache, `node-${version}`);
  const program = join(
    folder,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if ((await run(program, ['--version'])).code === 0) return program;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { code, output } = await npm(['install', `node@${version}`, '--no-audit', '--no-fund'], {
    cwd: folder,
  });
  if (code !== 0) throw new Error(`Node ${version} does not install:\n${output}`);
  return program;
}

/** The declarations are whole: nothing in them is missing once they stand in somebody else's project. */
function typeProblems(packed: readonly Packed[], folder: string): string[] {
  const entry = join(folder, 'all.ts');
  writeFileSync(
    entry,
    specifiers(packed)
      .map((name, at) => `export * as a${at} from '${name}';\n`)
      .join(''),
  );
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: [],
  });
  const names = packed.map(({ one }) => `/node_modules/${one.name}/`);
  const own = program
    .getSourceFiles()
    .filter((file) => file.fileName === entry || names.some((name) => file.fileName.includes(name)));
  return own.flatMap((file) =>
    program.getSemanticDiagnostics(file).map((diagnostic) => {
      const where = file.fileName.slice(folder.length + 1);
      return `${where}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`;
    }),
  );
}
