import { expect, test } from 'vitest';
import { standardPath } from './standard-path.js';

test.each([
  { path: '', told: '' },
  { path: '/subject/identity/firstName', told: '/subject/identity/firstName' },
  { path: '/statusHistory/0/law', told: '/statusHistory/0/law' },
  { path: '/statusHistory/*/law', told: '/statusHistory/*/law' },
  { path: '/Marisol', told: '/*' },
  { path: '/subject/Marisol/age', told: '/subject/*/*' },
  { path: '/__proto__/sex', told: '/*/*' },
  { path: '/18885550123', told: '/*' },
  { path: 'Marisol', told: '' },
])('of $path is told $told', ({ path, told }) => {
  expect(standardPath(path)).toBe(told);
});
