import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { addressOf } from './address.js';

test.each([
  'Marisol',
  'https://Marisol:Marisol@node.example',
  'https://Marisol .example',
  'https://[Marisol]',
])('a wrong address such as %s is refused without repeating it', (text) => {
  try {
    addressOf(text, 'baseUrl');
    throw new Error('it was taken');
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    expect(inspect(error, { showHidden: true })).not.toContain('Marisol');
  }
});

test('a good one is read', () => {
  expect(addressOf('https://node.example/a/', 'baseUrl').pathname).toBe('/a/');
});
