import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldFilter } from './exchange/fields.js';
import { statisticsFields } from './statistics-fields.js';

const list = JSON.parse(
  readFileSync(new URL('../../../schemas/disclosure/statistics.json', import.meta.url), 'utf8'),
) as { allow: { path: string }[] };
const allowed = list.allow.map(({ path }) => path);

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
