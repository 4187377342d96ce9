import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { type Ran, runWith } from '../../testing/run-with.js';
import { look } from './ledger.js';
import { scratch } from './scratch.js';
import type { Source } from './sources.js';

/** A valid case with every section filled. */
export const fullCase = new URL(
  '../../../../../schemas/conformance/case/valid/every-section-filled.json',
  import.meta.url,
);
const written: string[] = [];
/** Folder of the files that commands are given. */
export let folder: string;

/** Looks at what a command said, and at what anything wrote besides. */
export function lookAt(source: Source, marks: string | readonly string[], { out, said }: Ran): void {
  look(source, 'stdout', marks, out);
  look(source, 'stderr', marks, said);
  look(source, 'process', marks, written.join('\n'));
}

/** Runs `validate` in both formats. */
export async function validateBoth(
  source: Source,
  marks: string | readonly string[],
  words: readonly string[],
  text = '',
) {
  lookAt(source, marks, await runWith(['validate', ...words], { text }));
  const { out, said } = await runWith(['validate', ...words, '--format', 'json'], { text });
  look(source, 'stdoutJson', marks, out + said);
}

/** Writes a file and gives its path. */
export async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Words of an import or pseudonymize run whose results go to plain names in a folder of their own. */
export async function results(command: string, file: string, more: readonly string[] = [], key?: string) {
  const into = await scratch();
  const at = (name: string) => join(into, name);
  const withFindings = command === 'import' ? ['--findings', at('findings.ndjson'), '--country', 'bb'] : [];
  const words = [
    command,
    file,
    '--key-file',
    key ?? at('key.json'),
    '--out',
    at('out.ndjson'),
    '--ledger',
    at('ledger.ndjson'),
  ];
  const ran = await runWith([...words, ...withFindings, ...more]);
  const read = (name: string) => readFile(at(name), 'utf8').catch(() => '');
  return { ran, read, names: await readdir(into), into };
}

/** Makes the folder, and listens to the streams of the process while the tests of a group run. */
export function aroundCommands(): void {
  beforeAll(async () => {
    folder = await scratch();
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    }
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });
}
