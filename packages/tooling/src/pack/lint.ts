import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { run } from '../../../../scripts/lib/run.mjs';
import type { Packed } from './pack.js';

/** What publint says of the tarball itself; suggestions count, too. */
export async function publintProblems({ one, file }: Packed): Promise<string[]> {
  const { messages, pkg } = await publint({
    pack: { tarball: toArrayBuffer(readFileSync(file)) },
    strict: true,
  });
  return messages.map((message) => `${one.name}: publint: ${formatMessage(message, pkg) ?? message.code}`);
}

function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** Whether TypeScript finds the right types the way Node finds the code. ESM only is what we publish. */
export async function attwProblems({ one, file }: Packed): Promise<string[]> {
  // A package without types has nothing to be wrong about.
  if (one.name === '@ctdx/schemas') return [];
  const manifest = createRequire(import.meta.url).resolve('@arethetypeswrong/cli/package.json');
  const { code, output } = await run(process.execPath, [
    join(dirname(manifest), 'dist/index.js'),
    file,
    '--profile',
    'esm-only',
    '--no-color',
    '--no-emoji',
  ]);
  return code === 0 ? [] : [`${one.name}: attw:\n${output}`];
}
