import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { each, run } from '../../../../scripts/lib/run.mjs';
import { root } from '../../../../scripts/lib/workspace.mjs';
import { projectFiles, read } from '../files.js';
import { type Block, blocksIn } from '../markdown.js';
import { many, type Outcome } from '../outcome.js';
import { inScratch, linkCheckout, linkPackages } from '../scratch.js';

/** A block, and the page it stands on. */
type Shown = Block & { readonly path: string };

/**
 * What a page shows is true: every ```ts block compiles and runs (`ts no-run` only compiles), and every command of a
 * ```sh block marked `run` ends well (or with the code that a comment `# exit 1` gives).
 */
export function checkReadmes(): Promise<Outcome> {
  const blocks = projectFiles()
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => blocksIn(read(path)).map((block) => ({ ...block, path })));
  const programs = blocks.filter((block) => block.language === 'ts');
  const commands = blocks.filter((block) => block.language === 'sh' && block.marks.includes('run'));
  return inScratch(async (folder) => {
    linkPackages(folder);
    const files = programs.map((block, at) => writeProgram(folder, block, at));
    const compiled = compile(folder, files);
    const ran = await each(
      programs.map((block, at) => ({ block, file: files[at] ?? '' })),
      2,
      ({ block, file }) => runProgram(folder, block, file),
    );
    linkCheckout(folder);
    const ended: string[][] = [];
    for (const block of commands) ended.push(await runCommands(folder, block));
    return {
      problems: [...(await compiled), ...ran.flat(), ...ended.flat()],
      detail: `${many(programs.length, 'program')}, ${many(commands.length, 'block')} of commands`,
    };
  });
}

function nameOf({ path, line }: Shown): string {
  return `${path}:${line}`;
}

/** The name says where the block stands, so that the compiler's complaints do too. */
function writeProgram(folder: string, block: Shown, at: number): string {
  const name = `${block.path.replaceAll(/[^\w]+/g, '-').toLowerCase()}-line-${block.line}`;
  const file = join(folder, 'programs', String(at), `${name}.ts`);
  mkdirSync(join(folder, 'programs', String(at)), { recursive: true });
  writeFileSync(file, `${block.text}\nexport {};\n`);
  return file;
}

async function compile(folder: string, files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const config = {
    extends: join(root, 'tsconfig.base.json'),
    // Against what is built and published, and an example may show a value that it does not use.
    compilerOptions: {
      customConditions: [],
      noUnusedLocals: false,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
    },
    files,
  };
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const { code, output } = await run(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder],
    { cwd: folder },
  );
  return code === 0 ? [] : [output];
}

async function runProgram(folder: string, block: Shown, file: string): Promise<string[]> {
  if (block.marks.includes('no-run')) return [];
  const { code, output } = await run(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), file], {
    cwd: folder,
  });
  return code === 0 ? [] : [`${nameOf(block)} ends with ${code}:\n${output}`];
}

async function runCommands(folder: string, block: Shown): Promise<string[]> {
  const problems: string[] = [];
  for (const line of block.text
    .split('\n')
    .filter((text) => text.trim() !== '' && !text.trim().startsWith('#'))) {
    const wanted = Number(/# exit (\d+)\s*$/.exec(line)?.[1] ?? 0);
    const { code, output } = await run(line, [], { cwd: folder, shell: true });
    if (code !== wanted)
      problems.push(`${nameOf(block)} \`${line}\` ends with ${code}, not ${wanted}:\n${output}`);
  }
  return problems;
}
