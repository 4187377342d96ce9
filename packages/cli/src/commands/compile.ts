import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledText } from '@ctdx/codegen/profile';
import { readRecords } from '@ctdx/validate';
import { wordingEn } from '@ctdx/validate/wording/en';
import type { Arguments, Command } from '../command.js';
import { openFile, writeFile } from '../files.js';
import { findingText, refuseUnusable } from '../finding-text.js';
import { textOf } from '../parse-arguments.js';
import { refuse } from '../refusal.js';
import { readStandard } from '../standard.js';
import type { Terminal } from '../terminal.js';

/** Bytes of a profile: twenty times the largest of the four. */
const mostBytes = 1024 * 1024;

/** How deep a profile may be nested; the deepest place of its schema is 8. */
const mostDepth = 12;

export const compile: Command = {
  name: 'compile',
  summary: 'Make a national profile ready: prove that it only narrows, write a module and JSON Schemas.',
  operands: '',
  count: [0, 0],
  options: {
    profile: { value: 'FILE', says: 'The profile, as JSON.', required: true },
    out: { value: 'DIR', says: 'Where to write (default: this folder). Made when it is not there.' },
  },
  more: [
    'Writes ID.profile.mjs and ID/TYPE.LEVEL.schema.json, where ID is the id of the profile.',
    'Then: ctdx validate FILE --profile ID.profile.mjs',
  ],
  run,
};

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const source = await openFile(textOf(args, 'profile') as string, '--profile');
  if (source.size > mostBytes) refuse('The file of --profile is larger than a profile may be: 1 MiB.');
  const profile = await read(source, terminal);
  if (profile === undefined) return 1;
  // Only this command needs the parser of rules; the others start without it.
  const { compileProfile, describeProblem, versionOf } = await import('@ctdx/codegen/profile');
  const result = compileProfile(profile, await readStandard(versionOf));
  if (!result.ok) {
    for (const problem of result.problems) terminal.out(`${describeProblem(problem)}\n`);
    const count = result.problems.length;
    terminal.out(`The profile was not compiled: ${count} ${count === 1 ? 'problem' : 'problems'}.\n`);
    return 1;
  }
  const { id } = profile as { readonly id: string }; // two letters: its schema has said so
  await writeAll(textOf(args, 'out') ?? '.', id, result);
  terminal.out(`Wrote ${id}.profile.mjs and ${result.schemas.length} schemas.\n`);
  return 0;
}

/** The one value of a file; what is wrong with its JSON is said here. */
async function read(source: Blob, terminal: Terminal): Promise<unknown> {
  const values: unknown[] = [];
  let broken = false;
  const limits = { bytes: mostBytes, depth: mostDepth, rows: 2 };
  for await (const { parsed } of readRecords(source, { layout: 'json', limits })) {
    if (parsed.ok) values.push(parsed.value);
    else {
      refuseUnusable(parsed.findings, wordingEn);
      broken = true;
      for (const finding of parsed.findings) terminal.out(findingText(finding, wordingEn));
    }
  }
  if (broken) return undefined;
  if (values.length !== 1) refuse('The file of --profile must hold one profile.');
  return values[0];
}

async function writeAll(folder: string, id: string, result: CompiledText & { ok: true }): Promise<void> {
  await mkdir(join(folder, id), { recursive: true }).catch(() =>
    refuse('The folder of --out can’t be made or written.'),
  );
  await writeFile(join(folder, `${id}.profile.mjs`), '--out', one(result.module));
  for (const { type, level, schema } of result.schemas)
    await writeFile(
      join(folder, id, `${type}.${level}.schema.json`),
      '--out',
      one(`${JSON.stringify(schema, null, 2)}\n`),
    );
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
