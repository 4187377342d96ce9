import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createKeyFile, KeyFileError, readKeyFile } from './key-file.js';

const folder = () => mkdtemp(join(tmpdir(), 'ctdx-key-'));

test('a key file derives the same values each time it is read, and others in another domain', async () => {
  const path = join(await folder(), 'key.json');
  await createKeyFile(path);
  const [a, b, c] = await Promise.all([
    (await readKeyFile(path)).derive('one', ['x']),
    (await readKeyFile(path)).derive('one', ['x']),
    (await readKeyFile(path)).derive('two', ['x']),
  ]);
  expect(a).toEqual(b);
  expect(a).not.toEqual(c);
  expect(a[0]).toHaveLength(32);
});

test('only its owner can read it', async () => {
  const path = join(await folder(), 'key.json');
  await createKeyFile(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a key is never written over', async () => {
  const path = join(await folder(), 'key.json');
  await createKeyFile(path);
  const before = await readFile(path, 'utf8');
  await expect(createKeyFile(path)).rejects.toMatchObject({ code: 'exists' });
  expect(await readFile(path, 'utf8')).toBe(before);
});

test.each(['', '{}', '{"key":"short"}', 'not JSON', '[]', 'null'])('%j is not a key file', async (text) => {
  const path = join(await folder(), 'key.json');
  await writeFile(path, text);
  await expect(readKeyFile(path)).rejects.toThrow(KeyFileError);
});

test('a file that is not there can’t be read', async () => {
  await expect(readKeyFile(join(await folder(), 'none'))).rejects.toMatchObject({ code: 'unreadable' });
});
