import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What the system tests need. `variable` tells them where it was found, and lets a user name another place. */
const programs = [
  {
    name: 'PostgreSQL',
    variable: 'CTDX_PG_CTL',
    commands: ['pg_ctl'],
    // Debian keeps the server's own programs off the PATH.
    folders: versions('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`),
    advice: 'Debian: apt-get install postgresql',
  },
  {
    name: 'Chromium',
    variable: 'CTDX_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome'],
    folders: [],
    advice: 'Debian: apt-get install chromium',
  },
  {
    name: 'LibreOffice',
    variable: 'CTDX_SOFFICE',
    commands: ['soffice', 'libreoffice'],
    folders: [],
    advice: 'Debian: apt-get install libreoffice-calc',
  },
];

/** Looks for each program; `env` says where those that exist lie. */
export function findPrograms() {
  const found = programs.map((program) => ({
    program,
    path: process.env[program.variable] ?? locate(program),
  }));
  return {
    missing: found
      .filter(({ path }) => path === undefined || !existsSync(path))
      .map(({ program }) => program),
    env: Object.fromEntries(found.map(({ program, path }) => [program.variable, path])),
  };
}

/** @param {{ commands: string[], folders: string[] }} program */
function locate({ commands, folders }) {
  const everywhere = [...folders, ...(process.env.PATH ?? '').split(delimiter)];
  return commands
    .flatMap((command) => everywhere.map((folder) => join(folder, command)))
    .find((path) => existsSync(path));
}

/** @param {string} folder newest first */
function versions(folder) {
  return existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
}
