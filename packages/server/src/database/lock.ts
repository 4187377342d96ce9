import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from './database-error.js';

/**
 * Takes a data directory for this process alone: two processes on one embedded database lose rows.
 * A lock that a dead process left is taken over; one of a living process never is.
 * Returns what gives the lock back.
 * @throws {DatabaseError} `directory-in-use`, `directory-unusable`
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = join(directory, 'node.lock');
  const own = `${path}.${process.pid}`;
  const left = `${own}.left`;
  try {
    await writeFile(own, await identify(process.pid));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      // A link appears with its content or not at all, so nobody ever reads a half-written lock.
      if (await succeeds(link(own, path))) return () => rm(path, { force: true });
      if (await isHeld(path)) throw new DatabaseError('directory-in-use');
      // Another process may have taken the lock over since: what was moved away is looked at once more.
      if (!(await succeeds(rename(path, left)))) continue;
      if (await isHeld(left)) await succeeds(link(left, path));
      await rm(left, { force: true });
    }
  } catch (error) {
    throw error instanceof DatabaseError ? error : new DatabaseError('directory-unusable');
  } finally {
    await rm(own, { force: true });
  }
  throw new DatabaseError('directory-in-use');
}

/** Number of a process and when it began: after a restart, another process may have the same number. */
async function identify(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''; // field 22 of proc(5)
  return `${pid} ${began}`;
}

async function isHeld(path: string): Promise<boolean> {
  const holder = await readFile(path, 'utf8').catch(() => '');
  const pid = Number(holder.split(' ')[0]);
  return pid > 0 && isAlive(pid) && (await identify(pid)) === holder;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
