import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Quirk, quirks } from './quirks.js';

const ids = [
  ...Array.from({ length: 22 }, (_, index) => `A${String(index + 1).padStart(2, '0')}`),
  ...Array.from({ length: 16 }, (_, index) => `B${String(index + 1).padStart(2, '0')}`),
];

/** Ids that begin the title of a test in this folder. */
const tested = new Set(
  readdirSync(fileURLToPath(new URL('.', import.meta.url)))
    .filter((file) => file.endsWith('.test.ts') && file !== 'quirks.test.ts')
    .flatMap((file) => {
      const text = readFileSync(new URL(file, import.meta.url), 'utf8');
      return Array.from(
        text.matchAll(/^\s*test(?:\.each\([\s\S]*?\))?\(\s*['`]([AB]\d\d) /gm),
        ([, id]) => id,
      );
    }),
);

describe('the table of known defects', () => {
  test('names each of the 22 of the field standard and the 16 of the workbooks', () => {
    expect(Object.keys(quirks)).toEqual(ids);
  });

  test.each(Object.entries<Quirk>(quirks))(
    '%s has a test of its id, or says why no input shows it',
    (id, quirk) => {
      expect(tested.has(id)).toBe('handled' in quirk);
    },
  );
});
