import type { Editor, Json } from './make-toy.js';

/** What the toy 1.1 has that 1.0 has not. */
export function toyMinor({ edit, add }: Editor): void {
  edit('records/case.schema.json', ({ properties }) => {
    properties.firstSeenBy = {
      title: 'First seen by',
      description: 'Kind of agency that first met the person.',
      type: 'string',
      'x-ctdx': { privacy: 'plain', lowestLevel: 'pseudonymized', list: 'agency-type' },
    };
    properties.casePriority = {
      title: 'Priority',
      description: 'How soon the case has to be looked at.',
      type: 'string',
      'x-ctdx': { privacy: 'plain', lowestLevel: 'identified', list: 'case-priority' },
    };
    properties.civilStatus = { ...structuredClone(properties.maritalStatus), title: 'Civil status' };
    properties.maritalStatus['x-ctdx'].deprecated = {
      on: '2027-06-01',
      replacedBy: '/civilStatus',
      sunset: '2030-12-31',
    };
  });
  add('code-lists/case-priority.json', {
    name: 'case-priority',
    version: '1.0',
    title: { en: 'Priority of a case' },
    description: { en: 'How soon a case has to be looked at.' },
    open: false,
    source: { name: 'Invented for a test' },
    verification: 'proposal',
    codes: ['routine', 'urgent'].map((code) => newCode(code)),
  });
  edit('code-lists/case-status.json', ({ codes }) => codes.push(newCode('reopened')));
  edit('code-lists/education-level.json', ({ codes }) => {
    codes.push(newCode('postSecondaryGeneral'), newCode('postSecondaryVocational'));
    deprecate(codes, 'postSecondaryNonTertiary', 'postSecondaryGeneral', '2031-12-31');
  });
  edit('code-lists/marital-status.json', ({ codes }) =>
    deprecate(codes, 'registeredPartnership', 'married', '2029-12-31'),
  );
  add('migrations/1.0-1.1.json', minorMigration);
  for (const vector of minorVectors)
    add(`conformance/migrations/${vector.name.replaceAll(' ', '-')}.json`, vector);
}

const minorMigration = {
  from: '1.0',
  to: '1.1',
  steps: [
    step('first-seen-by', 'it is new', 'the older version can’t say it', { op: 'add', path: '/firstSeenBy' }),
    step('priority', 'no priority meant routine', 'any other priority on the way down', {
      op: 'setDefault',
      path: '/casePriority',
      value: 'routine',
    }),
    step('civil-status', 'the name was too narrow', 'nothing', {
      op: 'rename',
      path: '/maritalStatus',
      as: 'civilStatus',
    }),
    step('reopened', 'a case that was closed can be active again', 'that it had been closed', {
      op: 'addCodes',
      path: '/caseStatus',
      codes: [{ code: 'reopened', becomes: 'active' }],
    }),
    step('post-secondary', 'general and vocational are told apart', 'which of the two it was', {
      op: 'splitCode',
      path: '/education',
      code: 'postSecondaryNonTertiary',
      into: ['postSecondaryGeneral', 'postSecondaryVocational'],
      becomes: 'postSecondaryGeneral',
    }),
  ],
};

const header = {
  type: 'case',
  id: '01890a5d-ac96-774b-bcce-b302099a8001',
  revision: 1,
  issuedAt: '2025-11-03T14:20:00-04:00',
  source: { country: 'XA', agency: 'xa-police-tip', agencyType: 'police' },
  handling: {
    level: 'identified',
    marking: 'restricted',
    purposes: ['assistance'],
    legalBasis: 'legalObligation',
    retainUntil: '2035-12-31',
  },
  codeListVersion: '1.0',
  provenance: { synthetic: true },
  caseRef: '01890a5d-ac96-774b-bcce-b302099a8002',
  registeredOn: { value: '2025-03-11', precision: 'day' },
  subject: { personRef: '01890a5d-ac96-774b-bcce-b302099a8003' },
};

/** Both ways through the toy 1.1. */
export const minorVectors: readonly Json[] = [
  {
    name: 'up to the toy minor',
    to: '1.1',
    input: {
      ...header,
      schemaVersion: '1.0',
      caseStatus: 'active',
      maritalStatus: 'single',
      education: 'postSecondaryNonTertiary',
    },
    output: {
      ...header,
      schemaVersion: '1.1',
      caseStatus: 'active',
      casePriority: 'routine',
      civilStatus: 'single',
      education: 'postSecondaryGeneral',
    },
    losses: [{ code: 'assumed', path: '/education', step: 'case.post-secondary' }],
  },
  {
    name: 'down from the toy minor',
    to: '1.0',
    input: {
      ...header,
      schemaVersion: '1.1',
      caseStatus: 'reopened',
      casePriority: 'urgent',
      firstSeenBy: 'labour',
      civilStatus: 'widowed',
      education: 'postSecondaryVocational',
    },
    output: {
      ...header,
      schemaVersion: '1.0',
      caseStatus: 'active',
      maritalStatus: 'widowed',
      education: 'postSecondaryNonTertiary',
    },
    losses: [
      { code: 'coarsened', path: '/education', step: 'case.post-secondary' },
      { code: 'coarsened', path: '/caseStatus', step: 'case.reopened' },
      { code: 'left-out', path: '/casePriority', step: 'case.priority' },
      { code: 'left-out', path: '/firstSeenBy', step: 'case.first-seen-by' },
    ],
  },
];

/** A step about cases, as a file of `schemas/migrations` writes it. */
export function step(name: string, why: string, loses: string, operation: Json): Json {
  return { id: `case.${name}`, record: 'case', why, loses, do: operation };
}

function newCode(code: string): Json {
  return {
    code,
    label: { en: `Toy ${code}` },
    definition: { en: 'A code that exists in a test only.' },
    status: 'active',
  };
}

function deprecate(codes: Json[], code: string, replacedBy: string, sunset: string): void {
  const found = codes.find((one) => one.code === code);
  Object.assign(found, { status: 'deprecated', deprecatedOn: '2027-06-01', replacedBy, sunset });
}
