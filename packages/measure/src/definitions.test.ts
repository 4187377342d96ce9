import { statistical } from '@ctdx/model/catalogues';
import { describe, expect, test } from 'vitest';
import { definitions, indicatorNames } from './definitions.js';

describe.each(indicatorNames)('%s', (name) => {
  const figure = statistical.entries.find(({ id }) => id === name);
  const definition = definitions[name];

  test('counts people and adds up, as what is built on it takes for granted', () => {
    expect([definition.unit, definition.countingUnit, definition.flow, definition.rollUp]).toEqual([
      'count',
      'person',
      'flow',
      'sum',
    ]);
  });

  test('is broken down by nothing that the catalogue does not name', () => {
    expect(figure?.disaggregations).toEqual(expect.arrayContaining([...definition.disaggregations]));
  });
});
