import { audit, frequencyTable, protect, release } from '@ctdx/anonymize';
import { calendarYears, toRows } from '@ctdx/measure';
import { exact, type Release } from '@ctdx/model';
import { parse } from '@ctdx/validate';
import { describe, expect, test } from 'vitest';
import { makeCase } from '../../../../../server/src/testing/agency.js';
import { renderReport } from '../../../report/index.js';
import { passBy } from '../carriers.js';
import { look, plant } from '../ledger.js';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** What a call throws, or what it gives: a row that is taken must not come out either. */
function outcomeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

const years = ['2021', '2022'];
const plan = {
  dimensions: [
    { name: 'period', categories: years, unknown: false },
    { name: 'sex', categories: ['female', 'male'] },
  ],
  tables: [
    { id: 'total', dimensions: [] },
    { id: 'period', dimensions: ['period'] },
    { id: 'sex', dimensions: ['sex'] },
  ],
};
const person = (n: number, more: object = {}) => ({
  id: `p${n}`,
  period: years[n % 2] as string,
  sex: n % 3 ? 'female' : 'male',
  ...more,
});
const options = { synthetic: true };
const head = { title: 'Victims', date: '2026-02-01' };

describe('publication', () => {
  test('ids and further attributes of persons', () => {
    const mark = plant('personRow', 'ids and attributes');
    const rows = Array.from({ length: 40 }, (_, n) =>
      person(n, { id: `${mark}${n}`, name: mark, [mark]: mark }),
    );
    const released = release(plan, rows, options);
    look('personRow', 'release', mark, JSON.stringify(released));
    look('personRow', 'release', mark, released);
    look('personRow', 'report', mark, renderReport(released, head));
    look('personRow', 'release', mark, audit(released));
    const counted = frequencyTable(rows, { dimensions: [{ name: 'sex', categories: ['female', 'male'] }] });
    look(
      'personRow',
      'error',
      mark,
      thrownBy(() => JSON.stringify(counted)),
    );
    look(
      'personRow',
      'error',
      mark,
      thrownBy(() => `${counted as never}`),
    );
    look('personRow', 'release', mark, protect(counted, options));
  });

  test('cases with texts and codes of one’s own, counted, released and shown', async () => {
    const mark = plant('fittingValue', 'counted');
    const agency = {
      country: 'XA',
      agency: mark,
      agencyType: 'police',
      clientId: '',
      keyId: '',
      privateKey: {},
    } as const;
    const texts = { profile: mark, languages: [mark], provenance: { synthetic: true, format: mark } };
    const cases = Array.from({ length: 40 }, () =>
      parse(makeCase(agency, texts), { type: 'case', level: 'pseudonymized' }),
    );
    const counted = await toRows(cases, { periods: calendarYears(2024, 2025) });
    look(
      'fittingValue',
      'error',
      mark,
      thrownBy(() => JSON.stringify(counted)),
    );
    look(
      'fittingValue',
      'error',
      mark,
      thrownBy(() => `${counted as never}`),
    );
    const { rows } = exact(counted);
    expect(JSON.stringify(rows)).toContain(mark); // exact rows know the agency, and stay behind
    const dimensions = [{ name: 'gender', categories: ['feminine', 'masculine'] }];
    const tables = [
      { id: 'total', dimensions: [] },
      { id: 'gender', dimensions: ['gender'] },
    ];
    const released = release({ dimensions, tables }, rows as never, options);
    look('fittingValue', 'release', mark, released);
    look('fittingValue', 'report', mark, renderReport(released, head));
  });

  test('rows that the plan does not take', () => {
    const marks = ['category', 'status', 'period', 'list'].map((place) =>
      plant('personRow', `a wrong ${place}`),
    );
    const [category, status, period, list] = marks as [string, string, string, string];
    const wrong = [
      { sex: category },
      { status },
      { period },
      { sex: [list, list] },
      { id: '', name: list },
      { period: undefined, sex: category },
    ];
    const based = { ...plan, bases: ['identified' as const] };
    for (const more of wrong) {
      const rows = [
        ...Array.from({ length: 9 }, (_, n) => person(n, { status: 'identified' })),
        person(9, more),
      ];
      look(
        'personRow',
        'error',
        marks,
        outcomeOf(() => release(based, rows as never, options)),
      );
    }
  });

  test('a plan that can’t be audited', () => {
    const mark = plant('tablePlan', 'every shape');
    const dimension = { name: mark, categories: [mark, `${mark}2`] };
    const total = { id: 'total', dimensions: [] };
    const plans = [
      { dimensions: [dimension, dimension], tables: [total] },
      { dimensions: [dimension], tables: [{ id: mark, dimensions: [mark] }] },
      { dimensions: [], tables: [total, { id: mark, dimensions: [mark] }] },
      { dimensions: [{ name: mark, categories: [mark, mark] }], tables: [total] },
      { dimensions: [dimension], tables: [total, { id: mark, dimensions: [mark, mark] }] },
      {
        dimensions: [{ ...dimension, pools: [{ name: mark, groups: { [mark]: [mark] } }] }],
        tables: [total],
      },
      { dimensions: [], tables: [total], bases: [mark] },
    ];
    for (const one of plans) {
      look(
        'tablePlan',
        'error',
        mark,
        thrownBy(() => release(one as never, [person(1)], options)),
      );
    }
    for (const wrong of [{ minimum: mark }, { zeros: mark }]) {
      look(
        'tablePlan',
        'error',
        mark,
        thrownBy(() => release(plan, [person(1)], { ...options, ...wrong } as never)),
      );
    }
  });

  test('what a plan is told for: its names are public, and nothing else of it is', () => {
    const mark = plant('tablePlan', 'names');
    const rows = Array.from({ length: 40 }, (_, n) => ({ id: `p${n}`, [mark]: n % 2 ? 'a' : 'b' }));
    const public_ = {
      dimensions: [{ name: mark, categories: ['a', 'b'], unknown: false }],
      tables: [
        { id: 'total', dimensions: [] },
        { id: mark, dimensions: [mark] },
      ],
    };
    const released = release({ ...public_, note: 'kept' } as never, rows, options);
    expect(JSON.stringify(released)).toContain(mark);
    passBy('releasePlan');
    const hidden = plant('tablePlan', 'markup');
    const page = renderReport(released, head);
    look('tablePlan', 'report', hidden, page.replaceAll(mark, ''));
    look('tablePlan', 'release', hidden, JSON.stringify(released).replaceAll(mark, ''));
  });

  test('title, day and coverage of a report, escaped; and what is no release', () => {
    const mark = plant('reportOption', 'head');
    const rows = Array.from({ length: 40 }, (_, n) => person(n));
    const released = release(plan, rows, options);
    const markup = `<script>${mark}</script>`;
    const said = {
      title: markup,
      subtitle: markup,
      date: markup,
      coverage: [{ country: markup, reported: [markup], silent: [markup] }],
    };
    const page = renderReport(released, said);
    expect(page).toContain(mark);
    expect(page).not.toContain('<script');
    passBy('reportHead');
    look('reportOption', 'report', mark, page.replaceAll(`&lt;script&gt;${mark}&lt;/script&gt;`, ''));
    look('reportOption', 'report', mark, renderReport(released, { ...head, note: mark } as never));
    for (const wrong of [mark, { [mark]: mark }, JSON.parse(JSON.stringify({ ...released, [mark]: mark }))]) {
      look(
        'reportOption',
        'error',
        mark,
        thrownBy(() => renderReport(wrong as Release, { title: mark, date: mark })),
      );
    }
  });
});
