import { describe, expect, test } from 'vitest';
import { readAmount, readFiscalYear, readPeriod } from './figures.js';

const cell = (text: string) => ({ column: 'A', text, value: text, kind: 'text' }) as const;

test.each([
  ['1250', 1250],
  ['1250.50', 1250.5],
  ['1 250 000', 1250000],
  ['1,250,000', 1250000],
  ['1,250.50', 1250.5],
  ['-50', -50],
  ['64 %', 64],
  ['12,500', undefined],
  ['12,5', undefined],
  ['about 5', undefined],
  ['', undefined],
])('"%s" is the amount %s', (text, want) => {
  expect(readAmount(cell(text), text)).toBe(want);
});

describe('periods', () => {
  test.each([
    ['2024', '2024-01 2024-12'],
    ['2021-2023', '2021-01 2023-12'],
    ['2024-04', '2024-04 2024-04'],
    ['2024-04/2025-03', '2024-04 2025-03'],
    ['2024-04 to 2025-03', '2024-04 2025-03'],
    ['2024-04-01/2024-06-30', '2024-04-01 2024-06-30'],
    ['Year 2', undefined],
    ['2024-13/2025-01', undefined],
  ])('"%s" is %s', (text, want) => {
    const period = readPeriod(text);
    expect(period && `${period.start} ${period.end}`).toBe(want);
  });

  test.each([
    ['2024', '2024'],
    ['2024/25', '2024/25'],
    ['2024-2025', '2024/2025'],
    ['FY 24', undefined],
  ])('"%s" is the fiscal year %s', (text, want) => {
    expect(readFiscalYear(text)).toBe(want);
  });
});
