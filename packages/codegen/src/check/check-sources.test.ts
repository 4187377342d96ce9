import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Json, readSources, type Sources } from '../sources.js';
import { problemsOf } from './check-sources.js';

const sources = readSources(fileURLToPath(new URL('../../../../schemas/', import.meta.url)));

function file(copy: Sources, path: string): Json {
  return Object.values(copy)
    .flat()
    .find((one) => one.path === path)?.json;
}

const mistakes: readonly (readonly [name: string, spoil: (copy: Sources) => void, problem: RegExp])[] = [
  [
    'a property without a privacy class',
    (copy) => delete file(copy, 'records/case.schema.json').properties.sex['x-ctdx'].privacy,
    /case\.schema\.json\/sex: has no privacy class/,
  ],
  [
    'a name that leaves the agency',
    (copy) => {
      file(copy, 'records/case.schema.json').properties.caseOwner['x-ctdx'].lowestLevel = 'pseudonymized';
    },
    /caseOwner: names a person/,
  ],
  [
    'a property with the name of what every object has',
    (copy) => {
      const { properties } = file(copy, 'records/case.schema.json');
      properties.valueOf = properties.sex;
    },
    /valueOf: every JavaScript object/,
  ],
  [
    'a text without bounds',
    (copy) => delete file(copy, 'records/case.schema.json').properties.localReference.maxLength,
    /records\/case\.schema\.json\/properties\/localReference/,
  ],
  [
    'a coded property without a list',
    (copy) => {
      file(copy, 'records/case.schema.json').properties.sex['x-ctdx'].list = 'sexes';
    },
    /sex: there is no code list sexes/,
  ],
  [
    'a rule that no vector nearly breaks',
    (copy) => {
      const { record } = file(copy, 'conformance/withdrawal/invalid/withdrawn-after-the-day-of-issue.json');
      for (let at = 0; at < 7; at += 1) record[`far${at}`] = at;
    },
    /no conformance vector nearly breaks withdrawal\.not-after-issued/,
  ],
  [
    'a list without a property',
    (copy) => {
      file(copy, 'code-lists/marital-status.json').name = 'marital';
    },
    /code-lists\/marital-status\.json: no property uses the list/,
  ],
  [
    'a closed list that a property takes for open',
    (copy) => {
      file(copy, 'records/case.schema.json').properties.sex['x-ctdx'].open = true;
    },
    /disagree on open/,
  ],
  [
    'a code that is broader than itself',
    (copy) => {
      const [code] = file(copy, 'code-lists/sex.json').codes;
      code.broader = code.code;
    },
    /is broader than itself/,
  ],
  [
    'a rule without a sentence',
    (copy) => delete file(copy, 'messages/en.json').rules['case.closed-not-before-registered'],
    /en\.json: nothing is said about case\.closed-not-before-registered/,
  ],
  [
    'a sentence without a rule',
    (copy) => {
      file(copy, 'messages/en.json').rules['case.gone'] = { says: 'Gone.', do: 'Nothing.' };
    },
    /speaks of case\.gone/,
  ],
  [
    'a rule about a property that no record has',
    (copy) => {
      file(copy, 'rules/case.json').rules[0].path = '/nowhere';
    },
    /no record has \/nowhere/,
  ],
  [
    'a rule that no vector breaks',
    (copy) => {
      file(copy, 'rules/case.json').rules.push({ ...file(copy, 'rules/case.json').rules[0], id: 'case.new' });
    },
    /case\.new: no conformance vector breaks it/,
  ],
  [
    'a finding without a sentence',
    (copy) => delete file(copy, 'messages/en.json').findings.missing,
    /nothing is said about missing/,
  ],
  [
    'a vector that expects a finding that does not exist',
    (copy) => {
      const vector = copy.conformance.find(({ path }) => path.includes('/invalid/'));
      vector?.json.findings.push({ code: 'odd', path: '' });
    },
    /odd is no finding/,
  ],
];

describe('the sources of the standard', () => {
  test('hold together', () => {
    expect(problemsOf(sources)).toEqual([]);
  });

  test.each(mistakes)('%s is found', (_name, spoil, problem) => {
    const copy = structuredClone(sources);
    spoil(copy);
    expect(problemsOf(copy).join('\n')).toMatch(problem);
  });
});
