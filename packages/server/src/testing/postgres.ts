import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A PostgreSQL to test on. */
export interface StartedPostgres {
  readonly url: string;
  stop(): void;
}

/** The one of `DATABASE_URL`, else a cluster of its own in a folder that goes with it. */
export async function startPostgres(): Promise<StartedPostgres> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, stop: () => undefined };
  const bin = findPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'ctdx-postgres-'));
  const user = serverUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const run = (program: string, args: string[]) =>
    execFileSync(join(bin, program), args, { cwd: folder, stdio: 'ignore', ...user });
  const data = join(folder, 'data');
  const port = await freePort();
  // fsync stays on: these tests say something about what survives.
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories='${folder}'`;
  run('initdb', ['-D', data, '-U', 'ctdx', '-A', 'trust', '-E', 'UTF8']);
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  return {
    url: `postgresql://ctdx@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Debian keeps the server's programs off the PATH. */
function findPrograms(): string {
  const told = process.env['CTDX_PG_CTL'];
  if (told !== undefined) return dirname(told);
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root).sort((one, other) => Number(other) - Number(one))
    : [];
  const folder = versions
    .map((version) => join(root, version, 'bin'))
    .find((path) => existsSync(join(path, 'pg_ctl')));
  if (folder === undefined) throw new Error('PostgreSQL is missing (Debian: apt-get install postgresql)');
  return folder;
}

/** PostgreSQL refuses to run as root, so root runs it as the user that Debian made for it. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
