import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeToy, seededRandom } from '@ctdx/testkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { changes } from './changes.js';
import type { Json } from './compare.js';
import { diffStandards } from './diff-standards.js';
import { readStandard, type Standard } from './read-standard.js';

/** One file of each kind, as small as it can be. */
const base: Readonly<Record<string, Json>> = {
  'migrations/versions.json': {
    newest: '1.0',
    supportedMinors: 3,
    versions: [{ version: '1.0', status: 'draft', since: '2026-01-01' }],
  },
  'migrations/0.9-1.0.json': {
    from: '0.9',
    to: '1.0',
    steps: [{ id: 'case.a', record: 'case', why: 'because' }],
  },
  'records/common.schema.json': {
    $id: 'urn:ctdx:1.0:common',
    title: 'Common',
    $defs: { day: { type: 'string', maxLength: 10 }, other: { type: 'string', maxLength: 10 } },
  },
  'records/case.schema.json': {
    $id: 'urn:ctdx:1.0:case',
    type: 'object',
    'x-ctdx': { levels: ['identified', 'pseudonymized'] },
    unevaluatedProperties: false,
    required: ['type', 'number'],
    properties: {
      type: { const: 'case' },
      number: { type: 'integer', minimum: 1, maximum: 9 },
      ratio: { type: 'number', minimum: 0, maximum: 1 },
      name: {
        title: 'Name',
        type: 'string',
        minLength: 1,
        maxLength: 9,
        pattern: '^a',
        format: 'text',
        'x-ctdx': { privacy: 'sensitive', lowestLevel: 'pseudonymized', maps: { htcds: ['n'] } },
      },
      sex: { type: 'string', 'x-ctdx': { privacy: 'quasi', lowestLevel: 'pseudonymized', list: 'sex' } },
      app: {
        type: 'string',
        'x-ctdx': { privacy: 'quasi', lowestLevel: 'identified', list: 'app', open: true },
      },
      old: { type: 'string', 'x-ctdx': { deprecated: { on: '2026-01-01' } } },
      mode: { type: 'string', enum: ['a', 'b'] },
      on: { $ref: 'urn:ctdx:1.0:common#/$defs/day' },
      list: { type: 'array', items: { type: 'string', maxLength: 5 }, minItems: 1, maxItems: 4 },
      open: {
        type: 'object',
        propertyNames: { type: 'string', maxLength: 9 },
        additionalProperties: { type: 'string', maxLength: 9 },
        maxProperties: 9,
      },
      id: { type: 'string', pattern: '^7', 'x-ctdx': { levels: { pseudonymized: { pattern: '^8' } } } },
    },
  },
  'records/parcel.schema.json': {
    $id: 'urn:ctdx:1.0:parcel',
    type: 'object',
    'x-ctdx': { levels: ['identified'] },
    properties: {
      records: {
        type: 'array',
        items: { oneOf: [{ $ref: 'urn:ctdx:1.0:case' }, { $ref: 'urn:ctdx:1.0:x' }] },
        maxItems: 9,
      },
    },
  },
  'code-lists/sex.json': {
    name: 'sex',
    version: '1.0',
    title: { en: 'Sex' },
    open: false,
    codes: [
      {
        code: 'f',
        label: { en: 'Female' },
        definition: { en: 'Female.' },
        status: 'active',
        broader: 'u',
        minimumAge: 0,
        attributes: { a: 1 },
        maps: { htcds: ['F'] },
      },
      { code: 'm', label: { en: 'Male' }, status: 'active' },
      { code: 'u', label: { en: 'Unknown' }, status: 'deprecated', deprecatedOn: '2026-01-01' },
    ],
  },
  'code-lists/app.json': { name: 'app', version: '1.0', open: true, codes: [] },
  'rules/case.json': {
    record: 'case',
    version: '1.0',
    rules: [
      {
        id: 'case.a',
        severity: 'error',
        levels: ['identified'],
        path: '/a',
        expression: 'x',
        why: 'because',
      },
      {
        id: 'case.b',
        severity: 'warning',
        levels: ['identified'],
        path: '/b',
        expression: 'y',
        why: 'because',
      },
    ],
  },
  'catalogues/signs.json': {
    id: 'signs',
    version: '1.0',
    kind: 'identification',
    entries: [
      {
        id: 's1',
        label: { en: 'One' },
        element: 'act',
        verification: 'verified',
        sets: { adult: { strength: 'strong', verification: 'verified' } },
      },
      { id: 's2', label: { en: 'Two' }, element: 'act', verification: 'verified' },
    ],
  },
  'procedures/steps.json': {
    id: 'steps',
    version: '1.0',
    title: { en: 'Steps' },
    steps: [{ id: 'one', by: 'police' }],
  },
  'profiles/xa.json': {
    id: 'xa',
    country: 'XA',
    title: { en: 'XA' },
    laws: [{ id: 'xa-act' }],
    requirements: [{ record: 'case', require: '/sex' }],
    rules: [{ id: 'xa.a', severity: 'error', expression: 'x' }],
    identifiers: [{ id: 'nin', pattern: '^1' }],
    extensions: [{ name: 'parish', privacy: 'plain' }],
    lists: [{ name: 'parish', codes: [{ code: 'a', status: 'active' }] }],
    currency: 'XTS',
  },
  'disclosure/statistics.json': {
    name: 'statistics',
    version: '1.0',
    purposes: ['statistics'],
    allow: [
      { path: '/sex', why: 'because' },
      { path: '/on', as: 'year', why: 'because' },
    ],
  },
  'messages/findings.json': {
    codes: {
      missing: { severity: 'error', facts: { property: 'string' } },
      odd: { severity: 'warning', facts: {} },
    },
  },
  'messages/en.json': { language: 'en', findings: { missing: { says: 'is missing', do: 'Add it.' } } },
  'mappings/htcds.json': { columns: { prs_Sex: '/sex' } },
  'api/openapi.json': {
    info: { title: 'x' },
    paths: { '/v1/feed': { get: { summary: 'x', responses: { 200: { description: 'x' } } } } },
    components: { schemas: { Feed: { type: 'object', properties: { more: { type: 'boolean' } } } } },
  },
};

function standard(change: (files: Record<string, Json>) => void = () => undefined): Standard {
  const files = structuredClone(base) as Record<string, Json>;
  change(files);
  return { version: '1.0', files: new Map(Object.entries(files)) };
}

type Change = (files: { [path: string]: Json }, at: ReturnType<typeof parts>) => void;

/** The parts of the small standard that the rows below change. */
function parts(files: Record<string, Json>) {
  return {
    case: files['records/case.schema.json'],
    props: files['records/case.schema.json'].properties,
    common: files['records/common.schema.json'],
    sex: files['code-lists/sex.json'],
    f: files['code-lists/sex.json'].codes[0],
    rules: files['rules/case.json'].rules,
    sign: files['catalogues/signs.json'].entries[0],
    profile: files['profiles/xa.json'],
    allow: files['disclosure/statistics.json'].allow,
    findings: files['messages/findings.json'].codes,
    versions: files['migrations/versions.json'],
    api: files['api/openapi.json'],
  };
}

const table: readonly (readonly [name: string, change: Change, expected: string | readonly string[]])[] = [
  // Records
  [
    'a record',
    (f) => {
      f['records/x.schema.json'] = { $id: 'urn:ctdx:1.0:x', properties: {} };
    },
    'record-added records/x',
  ],
  [
    'no record',
    (f) => {
      delete f['records/parcel.schema.json'];
    },
    'record-removed records/parcel',
  ],
  [
    'no common part',
    (f, { props }) => {
      delete f['records/common.schema.json'];
      props.on = { type: 'string', maxLength: 10 };
    },
    ['definition-removed records/common', 'reference-changed records/case/on'],
  ],
  [
    'a level',
    (_f, { case: c }) => c['x-ctdx'].levels.push('aggregate'),
    'record-level-added records/case@aggregate',
  ],
  [
    'no level',
    (_f, { case: c }) => c['x-ctdx'].levels.pop(),
    'record-level-removed records/case@pseudonymized',
  ],
  [
    'an optional property',
    (_f, { props }) => {
      props.more = {};
    },
    'property-added records/case/more',
  ],
  [
    'a required property',
    (_f, { case: c, props }) => {
      props.more = {};
      c.required.push('more');
    },
    'property-added-required records/case/more',
  ],
  [
    'no property',
    (_f, { props }) => {
      delete props.sex;
    },
    'property-removed records/case/sex',
  ],
  [
    'a property that becomes required',
    (_f, { case: c }) => c.required.push('sex'),
    'property-required records/case/sex',
  ],
  [
    'a property that becomes optional',
    (_f, { case: c }) => c.required.pop(),
    'property-optional records/case/number',
  ],
  [
    'a required property that nobody describes',
    (_f, { case: c }) => c.required.push('ghost'),
    'undecided-change records/case/ghost',
  ],
  ['another order of the required', (_f, { case: c }) => c.required.reverse(), 'order-changed records/case'],
  [
    'a property deprecated',
    (_f, { props }) => {
      props.sex['x-ctdx'].deprecated = { on: '2027-01-01' };
    },
    'property-deprecated records/case/sex',
  ],
  [
    'another date of deprecation',
    (_f, { props }) => {
      props.old['x-ctdx'].deprecated.on = '2027-01-01';
    },
    'deprecation-changed records/case/old',
  ],
  [
    'a deprecation withdrawn',
    (_f, { props }) => {
      delete props.old['x-ctdx'].deprecated;
    },
    'deprecation-withdrawn records/case/old',
  ],
  [
    'another meaning',
    (_f, { props }) => {
      props.sex['x-ctdx'].meaning = 2;
    },
    'meaning-changed records/case/sex',
  ],
  [
    'another title',
    (_f, { props }) => {
      props.name.title = 'Names';
    },
    'wording-changed records/case/name',
  ],
  [
    'another type',
    (_f, { props }) => {
      props.name.type = 'boolean';
    },
    'type-changed records/case/name',
  ],
  [
    'whole numbers only',
    (_f, { props }) => {
      props.ratio.type = 'integer';
    },
    'type-tightened records/case/ratio',
  ],
  [
    'broken numbers too',
    (_f, { props }) => {
      props.number.type = 'number';
    },
    'type-loosened records/case/number',
  ],
  [
    'another constant',
    (_f, { props }) => {
      props.type.const = 'file';
    },
    'value-changed records/case/type',
  ],
  ['one value more', (_f, { props }) => props.mode.enum.push('c'), 'value-added records/case/mode/c'],
  ['one value less', (_f, { props }) => props.mode.enum.pop(), 'value-removed records/case/mode/b'],
  [
    'a lower maximum',
    (_f, { props }) => {
      props.number.maximum = 8;
    },
    'bound-tightened records/case/number',
  ],
  [
    'a higher minimum',
    (_f, { props }) => {
      props.number.minimum = 2;
    },
    'bound-tightened records/case/number',
  ],
  [
    'more entries',
    (_f, { props }) => {
      props.list.maxItems = 5;
    },
    'bound-loosened records/case/list',
  ],
  [
    'longer entries',
    (_f, { props }) => {
      props.list.items.maxLength = 6;
    },
    'bound-loosened records/case/list/*',
  ],
  [
    'longer names of keys',
    (_f, { props }) => {
      props.open.propertyNames.maxLength = 10;
    },
    'bound-loosened records/case/open/*#name',
  ],
  [
    'entries once',
    (_f, { props }) => {
      props.list.uniqueItems = true;
    },
    'bound-tightened records/case/list',
  ],
  [
    'no pattern',
    (_f, { props }) => {
      delete props.name.pattern;
    },
    'bound-loosened records/case/name',
  ],
  [
    'a pattern',
    (_f, { props }) => {
      props.mode.pattern = '^a';
    },
    'bound-tightened records/case/mode',
  ],
  [
    'another pattern',
    (_f, { props }) => {
      props.name.pattern = '^b';
    },
    'pattern-changed records/case/name',
  ],
  [
    'another pattern at a level',
    (_f, { props }) => {
      props.id['x-ctdx'].levels.pseudonymized.pattern = '^9';
    },
    'pattern-changed records/case/id@pseudonymized',
  ],
  [
    'a bound at a level',
    (_f, { props }) => {
      props.name['x-ctdx'].levels = { pseudonymized: { maxLength: 4 } };
    },
    'bound-tightened records/case/name@pseudonymized',
  ],
  [
    'another format',
    (_f, { props }) => {
      props.name.format = 'date';
    },
    'format-changed records/case/name',
  ],
  [
    'an object opened',
    (_f, { case: c }) => {
      delete c.unevaluatedProperties;
    },
    'object-opened records/case',
  ],
  [
    'an object closed',
    (f) => {
      f['records/parcel.schema.json'].unevaluatedProperties = false;
    },
    'object-closed records/parcel',
  ],
  [
    'a choice more',
    (f) => f['records/parcel.schema.json'].properties.records.items.oneOf.push({ $ref: 'urn:ctdx:1.0:y' }),
    'choice-added records/parcel/records/*/y',
  ],
  [
    'a choice less',
    (f) => f['records/parcel.schema.json'].properties.records.items.oneOf.pop(),
    'choice-removed records/parcel/records/*/x',
  ],
  [
    'another definition that says the same',
    (_f, { props }) => {
      props.on.$ref = 'urn:ctdx:1.0:common#/$defs/other';
    },
    'reference-changed records/case/on',
  ],
  [
    'another definition that says less',
    (_f, { props, common }) => {
      props.on.$ref = 'urn:ctdx:1.0:common#/$defs/short';
      common.$defs.short = { type: 'string', maxLength: 4 };
    },
    ['definition-added records/common#short', 'bound-tightened records/case/on'],
  ],
  [
    'a definition',
    (_f, { common }) => {
      common.$defs.more = {};
    },
    'definition-added records/common#more',
  ],
  [
    'no definition',
    (_f, { common }) => {
      delete common.$defs.other;
    },
    'definition-removed records/common#other',
  ],
  [
    'a definition that all use',
    (_f, { common }) => {
      common.$defs.day.maxLength = 9;
    },
    'bound-tightened records/common#day',
  ],
  [
    'another version in an id',
    (_f, { case: c }) => {
      c.$id = 'urn:ctdx:1.1:case';
    },
    'version-changed records/case',
  ],
  [
    'less privacy',
    (_f, { props }) => {
      props.name['x-ctdx'].privacy = 'plain';
    },
    'privacy-loosened records/case/name',
  ],
  [
    'more privacy',
    (_f, { props }) => {
      props.name['x-ctdx'].privacy = 'direct';
    },
    'privacy-tightened records/case/name',
  ],
  [
    'a lower level',
    (_f, { props }) => {
      props.app['x-ctdx'].lowestLevel = 'aggregate';
    },
    'level-widened records/case/app',
  ],
  [
    'a higher level',
    (_f, { props }) => {
      props.name['x-ctdx'].lowestLevel = 'identified';
    },
    'level-narrowed records/case/name',
  ],
  [
    'another list',
    (_f, { props }) => {
      props.sex['x-ctdx'].list = 'app';
    },
    'coding-changed records/case/sex',
  ],
  [
    'more maps',
    (_f, { props }) => {
      props.name['x-ctdx'].maps.ctdc = ['n'];
    },
    'maps-added records/case/name',
  ],
  [
    'other maps',
    (_f, { props }) => {
      props.name['x-ctdx'].maps.htcds = ['m'];
    },
    'maps-changed records/case/name',
  ],
  [
    'a keyword that nobody knows',
    (_f, { props }) => {
      props.name.contentEncoding = 'x';
    },
    'undecided-change records/case/name/contentEncoding',
  ],
  // Code lists
  [
    'a list',
    (f) => {
      f['code-lists/x.json'] = { codes: [] };
    },
    'list-added code-lists/x',
  ],
  [
    'no list',
    (f) => {
      delete f['code-lists/app.json'];
    },
    'list-removed code-lists/app',
  ],
  [
    'an opened list',
    (_f, { sex }) => {
      sex.open = true;
    },
    'list-opened code-lists/sex',
  ],
  [
    'a closed list',
    (f) => {
      f['code-lists/app.json'].open = false;
    },
    'list-closed code-lists/app',
  ],
  ['a code', (_f, { sex }) => sex.codes.push({ code: 'x', status: 'active' }), 'code-added code-lists/sex/x'],
  ['no code', (_f, { sex }) => sex.codes.pop(), 'code-removed code-lists/sex/u'],
  [
    'a code deprecated',
    (_f, { f }) => Object.assign(f, { status: 'deprecated', deprecatedOn: '2027-01-01' }),
    ['code-deprecated code-lists/sex/f', 'deprecation-changed code-lists/sex/f'],
  ],
  [
    'a code recommended again',
    (_f, { sex }) => {
      sex.codes[2].status = 'active';
    },
    'deprecation-withdrawn code-lists/sex/u',
  ],
  [
    'a sunset',
    (_f, { sex }) => {
      sex.codes[2].sunset = '2029-01-01';
    },
    'deprecation-changed code-lists/sex/u',
  ],
  [
    'another definition of a code',
    (_f, { f }) => {
      f.definition.en = 'A woman or girl.';
    },
    'wording-changed code-lists/sex/f/definition',
  ],
  [
    'another meaning of a code',
    (_f, { f }) => {
      f.meaning = 2;
    },
    'meaning-changed code-lists/sex/f',
  ],
  [
    'another broader code',
    (_f, { f }) => {
      f.broader = 'm';
    },
    'broader-changed code-lists/sex/f',
  ],
  [
    'other ages',
    (_f, { f }) => {
      f.minimumAge = 1;
    },
    'code-ages-changed code-lists/sex/f',
  ],
  [
    'other attributes',
    (_f, { f }) => {
      f.attributes.a = 2;
    },
    'code-attributes-changed code-lists/sex/f',
  ],
  [
    'other maps of a code',
    (_f, { f }) => {
      f.maps = {};
    },
    'maps-changed code-lists/sex/f',
  ],
  ['another order of codes', (_f, { sex }) => sex.codes.reverse(), 'order-changed code-lists/sex'],
  // Rules
  ['a rule', (_f, { rules }) => rules.push({ id: 'case.c', severity: 'error' }), 'rule-added rules/case.c'],
  [
    'a warning',
    (_f, { rules }) => rules.push({ id: 'case.c', severity: 'warning' }),
    'warning-added rules/case.c',
  ],
  ['no rule', (_f, { rules }) => rules.shift(), 'rule-removed rules/case.a'],
  ['no warning', (_f, { rules }) => rules.pop(), 'warning-removed rules/case.b'],
  [
    'rules of another record',
    (f) => {
      f['rules/parcel.json'] = {
        record: 'parcel',
        version: '1.0',
        rules: [{ id: 'parcel.a', severity: 'error' }],
      };
    },
    'rule-added rules/parcel.a',
  ],
  [
    'a warning that is an error',
    (_f, { rules }) => {
      rules[1].severity = 'error';
    },
    'rule-stricter rules/case.b',
  ],
  [
    'an error that is a warning',
    (_f, { rules }) => {
      rules[0].severity = 'warning';
    },
    'rule-milder rules/case.a',
  ],
  [
    'another expression',
    (_f, { rules }) => {
      rules[0].expression = 'z';
    },
    'rule-changed rules/case.a',
  ],
  [
    'a rule at another level',
    (_f, { rules }) => rules[0].levels.push('pseudonymized'),
    'rule-changed rules/case.a',
  ],
  [
    'a rule that points elsewhere',
    (_f, { rules }) => {
      rules[0].path = '/z';
    },
    'rule-path-changed rules/case.a',
  ],
  [
    'another reason',
    (_f, { rules }) => {
      rules[0].why = 'so';
    },
    'wording-changed rules/case.a/why',
  ],
  // Catalogues and procedures
  [
    'a catalogue',
    (f) => {
      f['catalogues/x.json'] = {};
    },
    'catalogue-added catalogues/x',
  ],
  [
    'no catalogue',
    (f) => {
      delete f['catalogues/signs.json'];
    },
    'catalogue-removed catalogues/signs',
  ],
  [
    'another kind of catalogue',
    (f) => {
      f['catalogues/signs.json'].kind = 'statistical';
    },
    'catalogue-changed catalogues/signs/kind',
  ],
  [
    'an entry',
    (f) => f['catalogues/signs.json'].entries.push({ id: 's3' }),
    'entry-added catalogues/signs/s3',
  ],
  ['no entry', (f) => f['catalogues/signs.json'].entries.pop(), 'entry-removed catalogues/signs/s2'],
  [
    'another element',
    (_f, { sign }) => {
      sign.element = 'means';
    },
    'entry-changed catalogues/signs/s1/element',
  ],
  [
    'another label',
    (_f, { sign }) => {
      sign.label.en = 'Uno';
    },
    'wording-changed catalogues/signs/s1/label',
  ],
  [
    'another strength',
    (_f, { sign }) => {
      sign.sets.adult.strength = 'weak';
    },
    'strength-changed catalogues/signs/s1/sets/adult/strength',
  ],
  [
    'another verification',
    (_f, { sign }) => {
      sign.sets.adult.verification = 'conflicting';
    },
    'verification-changed catalogues/signs/s1/sets/adult/verification',
  ],
  [
    'another verification of an entry',
    (_f, { sign }) => {
      sign.verification = 'secondary';
    },
    'verification-changed catalogues/signs/s1/verification',
  ],
  [
    'another counting rule',
    (_f, { sign }) => {
      sign.countingRule = { en: 'Once a year.' };
    },
    'entry-changed catalogues/signs/s1/countingRule',
  ],
  [
    'an open point of a catalogue',
    (f) => {
      f['catalogues/signs.json'].openPoints = [{ id: 'a' }];
    },
    'wording-changed catalogues/signs/openPoints',
  ],
  [
    'another reason of a requirement',
    (_f, { profile }) => {
      profile.requirements[0].why = 'so';
    },
    'wording-changed profiles/xa/requirements/{"record":"case","require":"/sex"}',
  ],
  [
    'a procedure',
    (f) => {
      f['procedures/x.json'] = {};
    },
    'procedure-added procedures/x',
  ],
  [
    'no procedure',
    (f) => {
      delete f['procedures/steps.json'];
    },
    'procedure-removed procedures/steps',
  ],
  [
    'another step',
    (f) => {
      f['procedures/steps.json'].steps[0].by = 'court';
    },
    'procedure-changed procedures/steps/steps/one/by',
  ],
  [
    'other words of a procedure',
    (f) => {
      f['procedures/steps.json'].title.en = 'Way';
    },
    'wording-changed procedures/steps/title',
  ],
  // Profiles
  [
    'a profile',
    (f) => {
      f['profiles/xb.json'] = {};
    },
    'profile-added profiles/xb',
  ],
  [
    'no profile',
    (f) => {
      delete f['profiles/xa.json'];
    },
    'profile-removed profiles/xa',
  ],
  [
    'a requirement',
    (_f, { profile }) => profile.requirements.push({ record: 'case', require: '/on' }),
    'requirement-added profiles/xa/requirements/{"record":"case","require":"/on"}',
  ],
  [
    'no requirement',
    (_f, { profile }) => profile.requirements.pop(),
    'requirement-removed profiles/xa/requirements/{"record":"case","require":"/sex"}',
  ],
  [
    'a national rule',
    (_f, { profile }) => profile.rules.push({ id: 'xa.b', severity: 'error' }),
    'rule-added profiles/xa/rules/xa.b',
  ],
  [
    'a law',
    (_f, { profile }) => profile.laws.push({ id: 'xa-code' }),
    'profile-entry-added profiles/xa/laws/xa-code',
  ],
  ['no law', (_f, { profile }) => profile.laws.pop(), 'profile-entry-removed profiles/xa/laws/xa-act'],
  [
    'another currency',
    (_f, { profile }) => {
      profile.currency = 'XUA';
    },
    'profile-changed profiles/xa/currency',
  ],
  [
    'an identifier',
    (_f, { profile }) => profile.identifiers.push({ id: 'passport' }),
    'identifier-added profiles/xa/identifiers/passport',
  ],
  [
    'no identifier',
    (_f, { profile }) => profile.identifiers.pop(),
    'identifier-removed profiles/xa/identifiers/nin',
  ],
  [
    'another identifier',
    (_f, { profile }) => {
      profile.identifiers[0].pattern = '^2';
    },
    'identifier-changed profiles/xa/identifiers/nin/pattern',
  ],
  [
    'an extension',
    (_f, { profile }) => profile.extensions.push({ name: 'ward' }),
    'extension-added profiles/xa/extensions/ward',
  ],
  [
    'no extension',
    (_f, { profile }) => profile.extensions.pop(),
    'extension-removed profiles/xa/extensions/parish',
  ],
  [
    'another extension',
    (_f, { profile }) => {
      profile.extensions[0].privacy = 'quasi';
    },
    'extension-changed profiles/xa/extensions/parish/privacy',
  ],
  [
    'a national code',
    (_f, { profile }) => profile.lists[0].codes.push({ code: 'b' }),
    'code-added profiles/xa/lists/parish/b',
  ],
  // Disclosure
  [
    'more told',
    (_f, { allow }) => allow.push({ path: '/age' }),
    'disclosure-widened disclosure/statistics/age',
  ],
  ['less told', (_f, { allow }) => allow.shift(), 'disclosure-narrowed disclosure/statistics/sex'],
  [
    'told in full',
    (_f, { allow }) => {
      delete allow[1].as;
    },
    'disclosure-widened disclosure/statistics/on',
  ],
  [
    'told more coarsely',
    (_f, { allow }) => {
      allow[0].as = 'region';
    },
    'disclosure-narrowed disclosure/statistics/sex',
  ],
  [
    'told otherwise',
    (_f, { allow }) => {
      allow[1].as = 'month';
    },
    'disclosure-changed disclosure/statistics/on',
  ],
  [
    'a purpose',
    (f) => f['disclosure/statistics.json'].purposes.push('research'),
    'disclosure-widened disclosure/statistics/purposes/research',
  ],
  [
    'a disclosure list',
    (f) => {
      f['disclosure/x.json'] = {};
    },
    'disclosure-widened disclosure/x',
  ],
  // Messages
  [
    'a finding',
    (_f, { findings }) => {
      findings.new = {};
    },
    'finding-added messages/findings/new',
  ],
  [
    'no finding',
    (_f, { findings }) => {
      delete findings.odd;
    },
    'finding-removed messages/findings/odd',
  ],
  [
    'a stricter finding',
    (_f, { findings }) => {
      findings.odd.severity = 'error';
    },
    'finding-stricter messages/findings/odd',
  ],
  [
    'a milder finding',
    (_f, { findings }) => {
      findings.missing.severity = 'warning';
    },
    'finding-milder messages/findings/missing',
  ],
  [
    'a fact',
    (_f, { findings }) => {
      findings.odd.facts.list = 'string';
    },
    'fact-added messages/findings/odd/facts/list',
  ],
  [
    'another fact',
    (_f, { findings }) => {
      findings.missing.facts.property = 'number';
    },
    'fact-changed messages/findings/missing/facts/property',
  ],
  [
    'another sentence',
    (f) => {
      f['messages/en.json'].findings.missing.says = 'lacks';
    },
    'wording-changed messages/en/findings/missing/says',
  ],
  // Migrations and versions
  [
    'a migration',
    (f) => {
      f['migrations/1.0-1.1.json'] = {};
    },
    'migration-added migrations/1.0-1.1',
  ],
  [
    'no migration',
    (f) => {
      delete f['migrations/0.9-1.0.json'];
    },
    'migration-removed migrations/0.9-1.0',
  ],
  [
    'another step between versions',
    (f) => f['migrations/0.9-1.0.json'].steps.push({ id: 'case.b' }),
    'migration-changed migrations/0.9-1.0/steps/case.b',
  ],
  [
    'a version',
    (_f, { versions }) => versions.versions.push({ version: '1.1' }),
    'version-added migrations/versions/versions/1.1',
  ],
  [
    'no version',
    (_f, { versions }) => versions.versions.pop(),
    'version-removed migrations/versions/versions/1.0',
  ],
  [
    'longer support',
    (_f, { versions }) => {
      versions.supportedMinors = 4;
    },
    'support-widened migrations/versions/supportedMinors',
  ],
  [
    'shorter support',
    (_f, { versions }) => {
      versions.supportedMinors = 2;
    },
    'support-narrowed migrations/versions/supportedMinors',
  ],
  // Mappings and the contract
  [
    'a mapped column',
    (f) => {
      f['mappings/htcds.json'].columns.prs_On = '/on';
    },
    'mapping-added mappings/htcds/columns/prs_On',
  ],
  [
    'no mapped column',
    (f) => {
      delete f['mappings/htcds.json'].columns.prs_Sex;
    },
    'mapping-removed mappings/htcds/columns/prs_Sex',
  ],
  [
    'another mapping',
    (f) => {
      f['mappings/htcds.json'].columns.prs_Sex = '/gender';
    },
    'mapping-changed mappings/htcds/columns/prs_Sex',
  ],
  [
    'an operation',
    (_f, { api }) => {
      api.paths['/v1/feed'].post = {};
    },
    'operation-added api/openapi/POST /v1/feed',
  ],
  [
    'no operation',
    (_f, { api }) => {
      delete api.paths['/v1/feed'].get;
    },
    'operation-removed api/openapi/GET /v1/feed',
  ],
  [
    'another answer',
    (_f, { api }) => {
      api.paths['/v1/feed'].get.responses[404] = {};
    },
    'contract-extended api/openapi/GET /v1/feed/responses/404',
  ],
  [
    'no answer',
    (_f, { api }) => {
      delete api.paths['/v1/feed'].get.responses[200];
    },
    'contract-changed api/openapi/GET /v1/feed/responses/200',
  ],
  [
    'a property of an answer',
    (_f, { api }) => {
      api.components.schemas.Feed.properties.x = {};
    },
    'property-added api/openapi/components/schemas/Feed/x',
  ],
];

describe('each change', () => {
  test.each(table)('%s', (_name, change, expected) => {
    const before = standard();
    const after = standard((files) => {
      change(files, parts(files));
    });
    expect(diffStandards(before, after).map(({ id }) => id)).toEqual([expected].flat());
  });

  test('every kind is shown by a pair', () => {
    const shown = new Set(table.flatMap(([, , expected]) => [expected].flat().map((id) => id.split(' ')[0])));
    expect(Object.keys(changes).filter((name) => !shown.has(name))).toEqual([]);
  });

  test('what breaks says whom, and nothing else does', () => {
    for (const [, change] of table) {
      const found = diffStandards(
        standard(),
        standard((files) => change(files, parts(files))),
      );
      for (const { class: kind, breaks } of found) expect(breaks.length > 0).toBe(kind === 'breaking');
    }
  });
});

describe('the real standard', () => {
  let real: Standard;
  let minor: Standard;

  beforeAll(async () => {
    real = await readStandard(fileURLToPath(new URL('../../../../schemas', import.meta.url)));
    minor = await readStandard(makeToy(mkdtempSync(join(tmpdir(), 'ctdx-toy-')), '1.1'));
  });

  test('does not differ from itself', () => {
    expect(diffStandards(real, real)).toEqual([]);
    const copy = {
      ...real,
      files: new Map([...real.files].map(([path, json]) => [path, structuredClone(json)])),
    };
    expect(diffStandards(real, copy)).toEqual([]);
  });

  test('a minor breaks nobody', () => {
    expect(diffStandards(real, minor).filter(({ class: kind }) => kind === 'breaking')).toEqual([]);
  });

  test('whatever changes anywhere is said', () => {
    const random = seededRandom(7).next;
    const paths = [...real.files.keys()];
    for (let round = 0; round < 400; round += 1) {
      const path = paths[Math.floor(random() * paths.length)] as string;
      const json = structuredClone(real.files.get(path));
      const what = mutateOnce(json, random);
      const after = { ...real, files: new Map(real.files).set(path, json) };
      expect(diffStandards(real, after), `${path} ${what}`).not.toEqual([]);
    }
  });
});

/** Changes, adds or takes away one thing, at any depth; says where. */
function mutateOnce(root: Json, random: () => number): string {
  let holder = root;
  let key: string | number = '';
  for (let where = ''; ; ) {
    const keys = Object.keys(holder);
    key = keys[Math.floor(random() * keys.length)] as string;
    where += `/${key}`;
    const inner = holder[key];
    const isHolder = typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0;
    if (isHolder && random() < 0.9) {
      holder = inner;
      continue;
    }
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else if (random() < 0.3) delete holder[key];
    else if (isHolder || typeof inner === 'object' || random() < 0.5) holder[`${key}x`] = inner;
    else
      holder[key] = typeof inner === 'number' ? inner + 1 : typeof inner === 'boolean' ? !inner : `${inner}x`;
    return where;
  }
}
