import { describe, expect, test } from 'vitest';
import { renderReport } from './index.js';
import { inventedPlan } from './invented-plan.js';
import { inventedRelease } from './invented-release.js';
import { gapsOf } from './plan-view.js';
import { planWords as words } from './wording-plans-en.js';

const options = { title: 'Trafficking', date: '30 June 2026' };
const other = inventedPlan({
  country: 'BB',
  formalization: [],
  budget: [],
  activities: [],
  id: '0f5c1b2a-7d3e-4c44-8a0b-5e6f7a8b9c0e',
});
const report = renderReport(inventedRelease(), { ...options, plans: [inventedPlan(), other] });

/** The rows of the table whose caption begins so, as text. */
function rowsOf(caption: string): string[] {
  const from = report.slice(report.indexOf(caption));
  const body = from.slice(from.indexOf('<tbody>'), from.indexOf('</tbody>'));
  return body
    .split('</tr>')
    .map((row) =>
      row
        .replace(/<\/t[hd]>/g, ' | ')
        .replace(/<[^>]+>/g, '')
        .trim(),
    )
    .filter((row) => row !== '');
}

describe('plans of action in a report', () => {
  test.each([
    { what: 'the title in its own words, escaped', text: 'Saint Lucia: Plan &lt;of&gt; action' },
    { what: 'the stage from the last event', text: 'Last event: Approved by Cabinet (2023-04-02)' },
    { what: 'own words of a pillar beside the common one', text: 'Care for survivors (Protection)' },
    {
      what: 'activities done apart from outcomes reached',
      text: '<dt>Activities completed</dt><dd>1 of 2</dd><dt>Outcomes reached</dt><dd>0 of 2</dd>',
    },
  ])('say $what', ({ text }) => {
    expect(report).toContain(text);
  });

  test('money is added up by year and currency, and lines of activities do not count twice', () => {
    expect(rowsOf('Money of Saint Lucia')).toEqual([
      '2024 | USD 300 | not stated |',
      '2024 | XCD 130\u202f000 | XCD 98\u202f000 |',
    ]);
  });

  test('an outcome that nobody can measure is said to be so, whatever the plan claims', () => {
    expect(rowsOf('Outcomes of Saint Lucia')).toEqual([
      'Officers know the form. | partly reached |',
      'Workers know their rights. | not measurable |',
    ]);
  });

  test('target stands against actual value, a relative one with what it comes to', () => {
    const [absolute, relative] = rowsOf('Indicators of Saint Lucia');
    expect(absolute).toBe('Officers who use it | 20 % | 80 % | 64 %, 2025 target not met |');
    expect(relative).toBe('Officers who use it | 20 % | +100 % of the baseline (40 %) | – |');
  });

  test('a count that may be of people is withheld unless it was released', () => {
    const [, , detected, housed] = rowsOf('Indicators of Saint Lucia');
    expect(detected).toBe('Victims detected | 83 | – | withheld |');
    expect(housed).toBe('Survivors housed | – | – | withheld |');
    expect(report).not.toMatch(/9\D?(191|797)/);
  });

  test('gaps are named', () => {
    expect(gapsOf(inventedPlan())).toEqual([words.gaps.early, words.gaps.some(1, 2)]);
    const {
      indicatorUses: _,
      period: __,
      ...bare
    } = inventedPlan({ formalization: [], budget: [], activities: [] });
    expect(gapsOf(bare)).toEqual([
      words.gaps.approval,
      words.gaps.budget,
      words.gaps.indicators,
      words.gaps.some(2, 2),
      words.gaps.period,
    ]);
  });

  test('several plans stand side by side', () => {
    expect(rowsOf('The plans on the common spine')).toContain('Approved | 2023-04-02 | never |');
  });

  test('a plan that is not public is refused', () => {
    const handling = { ...inventedPlan().handling, marking: 'internal' as const };
    expect(() =>
      renderReport(inventedRelease(), { ...options, plans: [inventedPlan({ handling })] }),
    ).toThrow(TypeError);
  });
});

describe('screenings in a report', () => {
  const { bases: _, ...plan } = inventedRelease().plan;
  const tables = inventedRelease()
    .tables.filter(({ basis }) => basis === 'identified')
    .map((table) => ({ ...table, basis: 'all' as const }));
  const screened = inventedRelease({ plan, tables });

  test('are released tables in a section of their own', () => {
    const page = renderReport(inventedRelease(), { ...options, screened });
    expect(page).toContain('<section id="screening">');
    expect(page).toContain('Screened: by country');
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are refused when they are no release', () => {
    const copy = JSON.parse(JSON.stringify(screened));
    expect(() => renderReport(inventedRelease(), { ...options, screened: copy })).toThrow(TypeError);
  });
});
