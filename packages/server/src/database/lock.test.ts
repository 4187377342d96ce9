import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDirectory } from './lock.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ctdx lock '));
});
afterEach(() => rm(directory, { recursive: true }));

test('a directory is held by one at a time, and given back', async () => {
  const unlock = await lockDirectory(directory);
  await expect(lockDirectory(directory)).rejects.toMatchObject({ code: 'directory-in-use' });
  await unlock();
  await (await lockDirectory(directory))();
  expect(await readdir(directory)).toEqual([]); // nothing is left behind
});

test('of several that start at once, one gets it', async () => {
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => lockDirectory(directory)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test.each([
  { name: 'a process that is gone', holder: '2147483646 1' },
  { name: 'another process with the number of a living one', holder: `${process.pid} 1` },
  { name: 'nobody', holder: '' },
])('a lock of $name is taken over', async ({ holder }) => {
  await writeFile(join(directory, 'node.lock'), holder);
  await (await lockDirectory(directory))();
});

test('a directory that is not there is unusable', async () => {
  await expect(lockDirectory(join(directory, 'none'))).rejects.toMatchObject({ code: 'directory-unusable' });
});
