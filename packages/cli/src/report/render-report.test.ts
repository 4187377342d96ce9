import { describe, expect, test } from 'vitest';
import { renderReport } from './index.js';
import { inventedRelease } from './invented-release.js';

const options = { title: 'Victims <of> "trafficking"', date: '23 November 2026' };
const report = renderReport(inventedRelease(), options);

describe('a report', () => {
  test('is of a release and of nothing else', () => {
    const copy = JSON.parse(JSON.stringify(inventedRelease()));
    expect(() => renderReport(copy, options)).toThrow(TypeError);
    // @ts-expect-error counts are not a release
    expect(() => renderReport({ tables: [] }, options)).toThrow(TypeError);
  });

  test('is the same each time', () => {
    expect(renderReport(inventedRelease(), options)).toBe(report);
  });

  test('escapes every text', () => {
    expect(report).toContain('<h1>Victims &lt;of&gt; &quot;trafficking&quot;</h1>');
  });

  test('names no address, script or style but its own', () => {
    expect(report).not.toMatch(/https?:|<script|<link|<img|@import|url\((?!#)| style=| on[a-z]+=/);
    expect(report).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
  });

  test('has a chart for each table, and says it again in words', () => {
    expect(report.match(/role="img"/g)).toHaveLength(10);
    expect(report).toContain('2020: 14; 2021: withheld; 2022: 19; 2023: withheld; 2024: 21');
  });

  test('has a caption for each table and a scope for each heading', () => {
    expect(report.match(/<caption/g)).toHaveLength(report.match(/<table/g)?.length ?? 0);
    expect(report.match(/<th[ >](?!scope)/g)).toBeNull();
  });

  test('gives a withheld number the length of the scale, whatever it is', () => {
    const lengths = [...report.matchAll(/class="withheld" x="0" y="[\d.]+" width="([\d.]+)"/g)].map(
      ([, width]) => width,
    );
    expect(new Set(lengths)).toEqual(new Set(['286']));
  });

  test.each([
    { what: 'what was pooled', text: 'Presumed victims, by period: period put together' },
    {
      what: 'what was refused',
      text: 'Presumed victims, by gender: refused, because there are too few people',
    },
    { what: 'how many are withheld', text: '18 numbers are withheld in 6 tables' },
    { what: 'the minimum', text: 'fewer than 5 people' },
    { what: 'that zeros are protected', text: 'Zeros are withheld like small numbers' },
    { what: 'that a blank is not a zero', text: 'A blank cell is not a zero' },
    { what: 'within what people count once', text: 'A person counts once in an agency' },
    { what: 'that several forms add up to more', text: 'the rows can add up to more' },
  ])('says $what', ({ text }) => {
    expect(report).toContain(text);
  });

  test('takes the sum of a row from the released margin', () => {
    expect(report).toMatch(/Barbados<\/th><td class="n">9<\/td><td class="n">9<\/td><td class="n">18<\/td>/);
  });

  test('takes a sum from the cells where the margin is withheld', () => {
    expect(report).toMatch(
      /All others<\/th><td class="n">6<\/td><td class="n">19<\/td><td class="n">25<\/td>/,
    );
  });

  test('says what all others are', () => {
    expect(report).toContain('All others: Masculine, Transgender feminine,');
  });

  test('marks invented data, and real data not', () => {
    expect(report).toContain('<title>INVENTED DATA: ');
    expect(renderReport(inventedRelease({ synthetic: false }), options)).not.toContain('INVENTED');
  });

  test('shows zeros where they are not protected, and does not say that they are', () => {
    const protection = { method: 'suppression', version: '1', minimum: 3, zeros: 'shown' } as const;
    const text = renderReport(inventedRelease({ protection }), options);
    expect(text).toContain('fewer than 3 people');
    expect(text).not.toContain('Zeros are withheld');
  });

  test('has something to say when every table was refused', () => {
    const head = {
      status: 'refused',
      basis: 'identified',
      unit: 'persons',
      reason: 'tooFewPersons',
    } as const;
    const tables = [{ ...head, table: 'all', dimensions: [] }];
    expect(renderReport(inventedRelease({ tables }), options)).toContain(
      'Detected victims, in all: refused, because there are too few people',
    );
  });

  test('tells a gap in coverage from an absence of victims', () => {
    const coverage = [{ country: 'LC', reported: ['police'], silent: ['customs'] }];
    expect(renderReport(inventedRelease(), { ...options, coverage })).toContain(
      '<th scope="row">Saint Lucia</th><td>police</td><td>customs</td>',
    );
  });
});
