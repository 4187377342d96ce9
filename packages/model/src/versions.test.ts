import { describe, expect, test } from 'vitest';
import { compareVersions, highestCommon, parseVersion, versionStanding } from './versions.js';

describe('versions', () => {
  test.each([
    ['1.0', { major: 1, minor: 0 }],
    ['12.345', { major: 12, minor: 345 }],
    ['1', undefined],
    ['0.9', undefined],
    ['1.01', undefined],
    ['1.0.0', undefined],
    ['1.1000', undefined],
    [' 1.0', undefined],
  ])('parses %s', (text, parsed) => {
    expect(parseVersion(text)).toEqual(parsed);
  });

  test('are compared as numbers', () => {
    expect(['1.10', '2.0', 'x', '1.9', '1.0'].sort(compareVersions)).toEqual([
      'x',
      '1.0',
      '1.9',
      '1.10',
      '2.0',
    ]);
  });

  test.each([
    ['1.3', 'supported'],
    ['1.5', 'supported'],
    ['1.2', 'retired'],
    ['1.6', 'newer'],
    ['1.99', 'newer'],
    ['2.0', 'foreign'],
    ['nonsense', 'foreign'],
  ] as const)('%s is %s where 1.3 to 1.5 are supported', (version, standing) => {
    expect(versionStanding(version, ['1.3', '1.4', '1.5'])).toBe(standing);
  });

  test.each([
    [['1.0', '1.1'], ['1.0', '1.1', '1.2'], '1.1'],
    [['1.8', '1.10', '1.9'], ['1.10', '1.9', '1.11'], '1.10'],
    [['1.1'], ['2.0'], undefined],
    [[], ['1.0'], undefined],
  ])('highest of %j and %j is %s', (theirs, ours, common) => {
    expect(highestCommon(theirs, ours)).toBe(common);
  });
});
