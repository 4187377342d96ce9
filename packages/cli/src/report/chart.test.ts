import { expect, test } from 'vitest';
import { wrap } from './chart.js';

test.each([
  { text: 'Jamaica', fits: 12, want: ['Jamaica'] },
  { text: 'Transgender feminine', fits: 12, want: ['Transgender', 'feminine'] },
  { text: 'a b c d', fits: 3, want: ['a b', 'c d'] },
  { text: 'Unbreakable', fits: 4, want: ['Unbreakable'] },
  { text: '', fits: 4, want: [''] },
])('"$text" on lines of $fits', ({ text, fits, want }) => {
  expect(wrap(text, fits)).toEqual(want);
});
