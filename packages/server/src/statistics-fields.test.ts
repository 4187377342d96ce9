import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fieldFilter } from './exchange/fields.js';
import { statisticsFields } from './statistics-fields.js';
import { referralFields, screeningFields } from './trial-clauses.js';

function allowedBy(name: string): string[] {
  const url = new URL(`../../../schemas/disclosure/${name}.json`, import.meta.url);
  const list = JSON.parse(readFileSync(url, 'utf8')) as { allow: { path: string }[] };
  return list.allow.map(({ path }) => path);
}
const allowed = allowedBy('statistics');

/** A record that holds one value, at the end of a path; `*` is the only entry of an array. */
function holding(path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduceRight<unknown>((inside, name) => (name === '*' ? [inside] : { [name]: inside }), 'x');
}

/** Paths that lead to a value and not to a part that the list also looks into. */
const values = allowed.filter((path) => !allowed.some((other) => other.startsWith(`${path}/`)));

test.each(values)('the agreement of a trial grants %s, which the disclosure list allows', (path) => {
  const lists = ['/handling/purposes', '/citizenshipRegions']; // allowed as a whole, granted entry by entry
  const whole = path === '/reportingPeriod' ? `${path}/start` : lists.includes(path) ? `${path}/*` : path;
  expect(fieldFilter(statisticsFields)(holding(whole))).toEqual([]);
});

test('and of a case it grants nothing that the list does not name', () => {
  const ofCases = statisticsFields.slice(0, statisticsFields.indexOf('/definition/**'));
  const unnamed = ofCases.filter(
    (field) => !allowed.includes(field.replace(/\/\*\*?$/, '')) && !allowed.includes(field),
  );
  expect(unnamed).toEqual([]);
});

describe.each([
  { record: 'screening', list: 'statistics-screening', fields: screeningFields, kept: [] },
  // What is sealed for one recipient goes from agency to agency; this trial does not show how.
  { record: 'referral', list: 'referral', fields: referralFields, kept: ['/sealed'] },
])('of a $record', ({ list, fields, kept }) => {
  const paths = allowedBy(list);

  test('the agreement of a trial grants nothing that the disclosure list does not allow', () => {
    const named = fields.map((field) => field.replace(/\/\*\*?$/, ''));
    const unnamed = named.filter(
      (field) => !paths.some((path) => path === field || path.startsWith(`${field}/`)),
    );
    expect(unnamed).toEqual([]);
  });

  test('it grants what the list allows beside the header', () => {
    const granted = paths.filter((path) => fieldFilter(fields)(holding(path)).length === 0);
    const refused = paths.filter((path) => !granted.includes(path) && !wholes.has(path));
    expect(refused.filter((path) => !kept.some((one) => path.startsWith(one)))).toEqual([]);
  });
});

/** Allowed as a whole, granted part by part. */
const wholes: ReadonlySet<string> = new Set([
  '/handling/purposes',
  '/reportingPeriod',
  '/citizenshipRegions',
  '/suspectedForms',
  '/services',
  '/referredOn',
  '/respondBy',
  '/result',
  '/result/caveats',
  '/decision',
  '/events/*/occurredOn',
]);
