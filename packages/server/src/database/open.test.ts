import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { DatabaseError } from './database-error.js';
import { openDatabase } from './open.js';

test.each([
  'postgresql://ctdx:Marisol@127.0.0.1:1/db',
  'postgresql://ctdx:Marisol@127.0.0.1:99999/db',
  'postgresql://ctdx:x@127.0.0.1:1/db?sslmode=verify-full&sslrootcert=/Marisol.pem',
])('an address that leads nowhere is not told: %s', async (url) => {
  const error = await openDatabase({ url }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error).toMatchObject({ code: 'unreachable' });
  expect(inspect(error, { showHidden: true })).not.toContain('Marisol');
});
