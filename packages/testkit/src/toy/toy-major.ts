import type { Editor } from './make-toy.js';
import { step } from './toy-minor.js';

/** What the toy 2.0 breaks. */
export function toyMajor({ edit, add }: Editor): void {
  edit('records/case.schema.json', ({ properties, required }) => {
    properties.schemaVersion.pattern = '^2\\.(0|[1-9][0-9]{0,2})$';
    delete properties.maritalStatus;
    delete properties.caseOwner;
    required.push('caseStatus');
    properties.localReference.maxLength -= 1;
    properties.incidentRef['x-ctdx'].privacy = 'plain';
    properties.gender = {
      ...properties.gender,
      type: 'array',
      items: { type: 'string' },
      minItems: 1,
      maxItems: 4,
      uniqueItems: true,
    };
  });
  edit('records/common.schema.json', ({ $defs }) => {
    $defs.handling.properties.retainUntil['x-ctdx'].lowestLevel = 'identified';
  });
  edit('code-lists/case-closure-reason.json', (list) => {
    list.codes = list.codes.filter(({ code }: { code: string }) => code !== 'lostContact');
  });
  edit('code-lists/platform.json', (list) => {
    list.open = false;
  });
  edit('rules/case.json', ({ rules }) => {
    rules.shift();
  });
  edit('disclosure/statistics.json', ({ allow }) => {
    allow.push({ path: '/firstSeenBy', why: 'A test widens it.' });
  });
  edit('migrations/versions.json', (json) => {
    json.supportedMinors = 2;
  });
  add('migrations/1.1-2.0.json', {
    from: '1.1',
    to: '2.0',
    steps: [
      step('no-marital-status', 'its replacement had four years', 'what only the old name says', {
        op: 'drop',
        path: '/maritalStatus',
      }),
      step('no-case-owner', 'it named a person to no purpose', 'the name', {
        op: 'drop',
        path: '/caseOwner',
      }),
      step('closed-by', 'two reasons were never told apart', 'which of them it was', {
        op: 'mergeCodes',
        path: '/closure/reason',
        codes: ['lostContact', 'personWithdrew'],
        into: 'personWithdrew',
        becomes: 'personWithdrew',
      }),
      step('genders', 'people give more than one', 'all but the first on the way down', {
        op: 'wrap',
        path: '/gender',
        in: 'array',
      }),
    ],
  });
}
