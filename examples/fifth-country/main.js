// Compiles the profile of an invented country and holds two records against it: one keeps it, one breaks it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from 'ctdx';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'fifth-country-'));
try {
  const profile = join(folder, 'xa.profile.mjs');
  const codes = [
    await run(['compile', '--profile', here('xa.json'), '--out', folder]),
    await run(['validate', here('keeps.json'), '--profile', profile]),
    await run(['validate', here('breaks.json'), '--profile', profile]),
  ];
  if (codes.join() !== '0,0,1') process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
