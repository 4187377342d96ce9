import { describe, expect, test } from 'vitest';
import {
  hasDuplicates,
  isDate,
  isDateTime,
  isLongerThan,
  isPartialDate,
  isShorterThan,
  isText,
  isUuid,
} from './formats.js';

const table = [
  [isDate, '2024-02-29', true],
  [isDate, '2023-02-29', false],
  [isDate, '2000-02-29', true],
  [isDate, '1900-02-29', false],
  [isDate, '2024-02-30', false],
  [isDate, '2024-04-31', false],
  [isDate, '2024-12-31', true],
  [isDate, '2024-00-10', false],
  [isDate, '2024-13-01', false],
  [isDate, '2024-05-00', false],
  [isDate, '2024-5-17', false],
  [isDate, '2024/05/17', false],
  [isDate, '20240517', false],
  [isDate, ' 2024-05-1', false],
  [isDate, '２０２４-05-17', false],
  [isPartialDate, '2024', true],
  [isPartialDate, '2024-05', true],
  [isPartialDate, '2024-05-17', true],
  [isPartialDate, '2024-00', false],
  [isPartialDate, '2024-13', false],
  [isPartialDate, '202', false],
  [isPartialDate, '20x4', false],
  [isPartialDate, '2024-', false],
  [isPartialDate, '2024-02-30', false],
  [isDateTime, '2024-05-17T10:00:00Z', true],
  [isDateTime, '2024-05-17T10:00:00.123456Z', true],
  [isDateTime, '2024-05-17T10:00:00+05:45', true],
  [isDateTime, '2024-05-17T10:00:00-00:00', true],
  [isDateTime, '2024-05-17T10:00:00', false],
  [isDateTime, '2024-05-17T24:00:00Z', false],
  [isDateTime, '2024-05-17T10:60:00Z', false],
  [isDateTime, '2024-05-17T10:00:60Z', false],
  [isDateTime, '2024-05-17T10:00:00.Z', false],
  [isDateTime, '2024-05-17T10:00:00+25:00', false],
  [isDateTime, '2024-05-17T10:00:00+05:60', false],
  [isDateTime, '2024-05-17T10:00:00+0545', false],
  [isDateTime, '2024-05-17T10:00:00Zx', false],
  [isDateTime, '2024-05-17 10:00:00Z', false],
  [isDateTime, '2024-02-30T10:00:00Z', false],
  [isUuid, '01890a5d-ac96-774b-bcce-b302099a8001', true],
  [isUuid, '01890A5D-AC96-774B-BCCE-B302099A8001', true],
  [isUuid, '01890a5d-ac96-774b-bcce-b302099a800', false],
  [isUuid, '01890a5dxac96-774b-bcce-b302099a8001', false],
  [isUuid, '01890a5d-ac96-774b-bcce-b302099a800g', false],
  [isText, 'Bréeze 😀 عربي\n\t', true],
  [isText, '', true],
  [isText, 'nul\u0000', false],
  [isText, 'escape\u001b', false],
  [isText, 'half\ud83d', false],
  [isText, 'half\ud83d half', false],
  [isText, '\ude00 half', false],
  [isText, '\ude00\ude00', false],
] as const;

describe('formats', () => {
  test.each(table.map(([check, text, expected]) => [check.name, text, expected, check] as const))(
    '%s of %j is %s',
    (_name, text, expected, check) => {
      expect(check(text)).toBe(expected);
    },
  );
});

describe('lengths count characters, not UTF-16 units', () => {
  test.each([
    ['four emoji', '😀😀😀😀', 4],
    ['letters', 'abcd', 4],
    ['half pairs', '\ud83d\ud83d😀', 3],
    ['nothing', '', 0],
  ])('%s', (_name, text, length) => {
    expect([isLongerThan(text, length), isLongerThan(text, length - 1)]).toEqual([false, true]);
    expect([isShorterThan(text, length), isShorterThan(text, length + 1)]).toEqual([false, true]);
  });
});

describe('duplicates', () => {
  test.each([
    ['equal texts', ['a', 'b', 'a'], true],
    ['different texts', ['a', 'b'], false],
    ['a number and its text', [1, '1'], false],
    [
      'objects in another order',
      [
        { a: 1, b: [2] },
        { b: [2], a: 1 },
      ],
      true,
    ],
    ['objects that differ deep down', [{ a: { b: 1 } }, { a: { b: 2 } }], false],
    ['an object and the text of it', [{ a: 1 }, '{"a":1}'], false],
    ['nothing twice', [null, null], true],
  ])('%s', (_name, entries, expected) => {
    expect(hasDuplicates(entries)).toBe(expected);
  });

  test('a value that holds itself does not hang', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(hasDuplicates([loop, loop])).toBe(false);
  });
});
