import type { Case, Valid } from '@ctdx/model';
import { parse } from '@ctdx/validate/case-pseudonymized';

/** What a test says of a case: the rest is the same everywhere. */
export interface CaseSketch {
  /** Person, from 1: becomes the person reference. */
  readonly person: number;
  readonly country?: string;
  readonly agency?: string;
  readonly on?: string;
  readonly period?: readonly [string, string];
  readonly gender?: string;
  readonly age?: object;
  readonly forms?: readonly string[];
  /** Purposes found `yes`, and with `!` before them `no`. */
  readonly purposes?: readonly string[];
  /** Each `status`, `status basis` or `status basis date`; another country's with `@XB` at the end. */
  readonly history?: readonly string[];
  readonly deduplicated?: string;
  readonly revision?: number;
  readonly record?: number;
  readonly synthetic?: boolean;
}

let made = 0;

/** A validated case from a sketch: a fresh record, unless the sketch numbers it. */
export function aCase(sketch: CaseSketch): Valid<Case<'pseudonymized'>> {
  const { person, country = 'XA', agency = 'police', on, period, forms, purposes, history } = sketch;
  made += 1;
  return parse({
    type: 'case',
    schemaVersion: '1.0',
    id: reference('a', sketch.record ?? made + 1000),
    revision: sketch.revision ?? 1,
    issuedAt: '2025',
    source: { country, agency, agencyType: 'police' },
    handling: {
      level: 'pseudonymized',
      marking: 'restricted',
      purposes: ['statistics'],
      legalBasis: 'legalObligation',
    },
    codeListVersion: '1.0',
    ...(sketch.synthetic !== false && { provenance: { synthetic: true } }),
    subject: { personRef: reference('b', person) },
    ...(on !== undefined && { registeredOn: partial(on) }),
    ...(period && { reportingPeriod: { start: period[0], end: period[1] } }),
    ...(on === undefined && !period && { registeredOn: partial('2024') }),
    ...(sketch.gender !== undefined && { gender: sketch.gender }),
    ...(sketch.age && { age: sketch.age }),
    ...((forms || purposes) && {
      trafficking: {
        ...(forms && { exploitation: forms.map((form) => ({ form })) }),
        ...(purposes && { purposes: purposes.map(purposeFrom) }),
      },
    }),
    ...(history && { statusHistory: history.map((entry) => entryFrom(entry, country)) }),
    ...(sketch.deduplicated !== undefined && { deduplicated: sketch.deduplicated }),
  });
}

function reference(kind: 'a' | 'b', number: number): string {
  return `0000000${kind}-0000-8000-8000-${String(number).padStart(12, '0')}`;
}

function partial(value: string) {
  return { value, precision: { 4: 'year', 7: 'month' }[value.length] ?? 'day' };
}

function purposeFrom(text: string) {
  return { purpose: text.replace('!', ''), finding: text.startsWith('!') ? 'no' : 'yes' };
}

function entryFrom(text: string, own: string) {
  const [words = '', country = own] = text.split('@');
  const [status, basis = 'decision', date] = words.split(' ');
  return { status, basis, country, ...(date !== undefined && { decidedOn: partial(date) }) };
}
