import { describe, expect, test } from 'vitest';
import { codeLists } from './codes.js';
import { labelsEn } from './labels/en.js';
import { labelsEs } from './labels/es.js';
import { labelsFr } from './labels/fr.js';
import { labelsHt } from './labels/ht.js';
import { labelsNl } from './labels/nl.js';
import { definitionOf, type Labels, labelOf, titleOf } from './labels.js';

const all = [labelsEn, labelsEs, labelsFr, labelsNl, labelsHt];

const toy: Labels = {
  language: 'fr',
  lists: {
    toy: {
      title: 'Jouet',
      description: 'Un jouet.',
      codes: { a: ['Un', 'Le premier.'], b: ['Two', 'The second.'] },
    },
  },
  english: new Set(['toy/b', 'toy/b#']),
  reviewed: new Set(['toy/a']),
};

describe('labels', () => {
  test.each(all)('hold every list and code in $language', (labels) => {
    for (const [name, { codes }] of Object.entries(codeLists)) {
      expect(titleOf(name, labels)?.text).toBeTruthy();
      for (const { code } of codes) expect(labelOf(name, code, labels)?.text, `${name}/${code}`).toBeTruthy();
    }
  });

  test.each([
    [
      'a text that a person approved',
      labelOf('toy', 'a', toy),
      { text: 'Un', language: 'fr', reviewed: true },
    ],
    [
      'a text that nobody approved',
      definitionOf('toy', 'a', toy),
      { text: 'Le premier.', language: 'fr', reviewed: false },
    ],
    [
      'a text that nobody translated',
      labelOf('toy', 'b', toy),
      { text: 'Two', language: 'en', reviewed: false },
    ],
    ['the title of a list', titleOf('toy', toy), { text: 'Jouet', language: 'fr', reviewed: false }],
    ['a code of an open list that the list does not hold', labelOf('toy', 'c', toy), undefined],
    ['no such list', labelOf('game', 'a', toy), undefined],
    ['a name that every object has', labelOf('toy', 'constructor', toy), undefined],
    ['a list of such a name', titleOf('valueOf', toy), undefined],
  ])('%s', (_name, given, want) => {
    expect(given).toEqual(want);
  });
});
