import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeToy } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { migrate } from './migrate.js';
import { readMigrations } from './read-migrations.js';

const real = fileURLToPath(new URL('../../../../schemas', import.meta.url));
const toy = makeToy(mkdtempSync(join(tmpdir(), 'ctdx-toy-')), '1.1');

/** The JSON files of a folder; none when there is no such folder. */
function filesOf(folder: string): { readonly name: string; readonly json: Record<string, unknown> }[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && name !== 'versions.json')
      .map((name) => ({ name, json: JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
  } catch {
    return [];
  }
}

describe.each([
  ['the standard', real, 0],
  ['the toy 1.1', toy, 1],
])('vectors of %s', (_name, schemas, least) => {
  const migrations = filesOf(join(schemas, 'migrations'));
  const vectors = filesOf(join(schemas, 'conformance/migrations'));

  test('every migration has some', () => {
    expect(migrations.length).toBeGreaterThanOrEqual(least);
    expect(vectors.length).toBeGreaterThanOrEqual(2 * migrations.length);
  });

  test('give the record and the ledger that they say', () => {
    const steps = readMigrations(migrations.map(({ json }) => json));
    for (const { name, json } of vectors) {
      const { input, to, output, losses } = json;
      expect(migrate(input, { to: String(to), steps }), name).toEqual({ record: output, losses });
    }
  });
});
