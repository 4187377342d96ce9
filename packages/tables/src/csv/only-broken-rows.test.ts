import { expect, test } from 'vitest';
import { readCsv } from './read-csv.js';

test('a file of nothing but broken rows is not called empty', async () => {
  const codes: string[] = [];
  for await (const item of readCsv(new TextEncoder().encode('a,"b"c\nd,"e"f\n'))) {
    codes.push(item.ok ? 'row' : item.finding.code);
  }
  expect(codes).toEqual(['broken-row', 'broken-row']);
});
