// Compiles the profile of an invented country and holds two records against it: one keeps it, one breaks it.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { check } from '@ctdx/validate';
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
  // The same from a program: the profile is a module.
  const compiled = await import(pathToFileURL(profile).href);
  const record = JSON.parse(await readFile(here('keeps.json'), 'utf8'));
  const { ok } = check(record, { type: 'case', level: 'identified', profile: compiled.profile });
  if (!ok || codes.join() !== '0,0,1') process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
