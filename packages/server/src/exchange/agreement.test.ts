import { expect, test } from 'vitest';
import type { Agreement } from '../configuration.js';
import { Refusal } from '../problems.js';
import { clauseFor } from './agreement.js';

const one = { country: 'XA', agency: 'one' };
const two = { country: 'XB', agency: 'two' };
const agreement: Agreement = {
  ref: 'stat',
  version: 2,
  validFrom: '2025-01-01',
  validUntil: '2025-12-31',
  clauses: [
    {
      clause: '3.1',
      senders: [one],
      recipients: [two],
      purposes: ['statistics'],
      levels: ['pseudonymized'],
      records: ['case'],
      fields: ['/sex'],
      onward: false,
    },
  ],
};
const sending = {
  sender: one,
  recipients: [two],
  purpose: 'statistics',
  level: 'pseudonymized',
  agreement: { ref: 'stat', version: 2, clause: '3.1' },
};
const midyear = new Date('2025-06-01T00:00:00Z');

function reasonOf(changes: Partial<typeof sending>, now = midyear): unknown {
  try {
    return clauseFor({ ...sending, ...changes }, [agreement], now).clause;
  } catch (error) {
    return error instanceof Refusal ? error.facts : error;
  }
}

test.each([
  { name: 'all of it fits', changes: {}, want: '3.1' },
  { name: 'on the first day', changes: {}, now: '2025-01-01T00:00:00Z', want: '3.1' },
  { name: 'on the last day, to its end', changes: {}, now: '2025-12-31T23:59:59Z', want: '3.1' },
  {
    name: 'a day early',
    changes: {},
    now: '2024-12-31T23:59:59Z',
    want: { reason: 'not-in-force', clause: '3.1' },
  },
  {
    name: 'a day late',
    changes: {},
    now: '2026-01-01T00:00:00Z',
    want: { reason: 'not-in-force', clause: '3.1' },
  },
  {
    name: 'another version',
    changes: { agreement: { ref: 'stat', version: 1, clause: '3.1' } },
    want: { reason: 'unknown' },
  },
  {
    name: 'another clause',
    changes: { agreement: { ref: 'stat', version: 2, clause: '3.2' } },
    want: { reason: 'unknown' },
  },
  { name: 'a stranger learns nothing of the clause', changes: { sender: two }, want: { reason: 'unknown' } },
  {
    name: 'a stranger learns nothing, not even when it ended',
    changes: { sender: two },
    now: '2026-01-01T00:00:00Z',
    want: { reason: 'unknown' },
  },
  {
    name: 'one recipient too many',
    changes: { recipients: [two, one] },
    want: { reason: 'recipient', clause: '3.1' },
  },
  {
    name: 'the same agency name in another country',
    changes: { recipients: [{ country: 'XC', agency: 'two' }] },
    want: { reason: 'recipient', clause: '3.1' },
  },
  { name: 'another purpose', changes: { purpose: 'research' }, want: { reason: 'purpose', clause: '3.1' } },
  { name: 'another level', changes: { level: 'aggregate' }, want: { reason: 'level', clause: '3.1' } },
])('$name', ({ changes, now, want }) => {
  expect(reasonOf(changes, now === undefined ? midyear : new Date(now))).toEqual(want);
});
