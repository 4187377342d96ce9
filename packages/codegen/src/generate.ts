import { join } from 'node:path';
import { emitters } from './emitters.js';
import { formatted } from './format.js';
import type { Output } from './output.js';
import { readSources } from './sources.js';

/** Makes every generated file of the repository at `root`, in memory. The same sources give the same bytes. */
export async function generate(root: string): Promise<Output[]> {
  const sources = readSources(join(root, 'schemas'));
  const outputs: Output[] = [];
  for (const emit of emitters) outputs.push(...(await emit(sources)));
  return Promise.all(outputs.map(formatted));
}
