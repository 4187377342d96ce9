import { statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { pnpm } from '../../../../scripts/lib/managers.mjs';
import { each } from '../../../../scripts/lib/run.mjs';
import type { Package } from '../packages.js';
import { readTarball } from './tarball.js';

export interface Packed {
  readonly one: Package;
  /** Absolute path of the tarball. */
  readonly file: string;
  readonly bytes: number;
  readonly content: ReadonlyMap<string, string>;
}

/** Packs every package as publishing would: `workspace:` and `catalog:` replaced, publishConfig applied. */
export function packAll(list: readonly Package[], folder: string): Promise<Packed[]> {
  return each(list, 2, (one) => pack(one, folder));
}

async function pack(one: Package, folder: string): Promise<Packed> {
  const { code, output } = await pnpm(['pack', '--json', '--pack-destination', folder], { cwd: one.folder });
  if (code !== 0) throw new Error(`${one.name} does not pack:\n${output}`);
  const said = JSON.parse(output.slice(output.indexOf('{'))) as { filename: string };
  const file = isAbsolute(said.filename) ? said.filename : join(folder, said.filename);
  return { one, file, bytes: statSync(file).size, content: readTarball(file) };
}

/** `12.3 kB`. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
