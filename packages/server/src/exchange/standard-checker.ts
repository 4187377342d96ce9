import type { Checked } from '@ctdx/model';
import type { CheckOptions } from '@ctdx/validate';
import { check as checkCase } from '@ctdx/validate/case-pseudonymized';
import { check as checkReleased } from '@ctdx/validate/indicator-aggregate';
import { check as checkExact } from '@ctdx/validate/indicator-pseudonymized';
import { check as checkReleasedParcel } from '@ctdx/validate/parcel-aggregate';
import { check as checkParcel } from '@ctdx/validate/parcel-pseudonymized';
import type { Check, Checker, TravelLevel } from './checker.js';

type Look = (input: unknown, options: CheckOptions) => Checked<unknown>;

/** What may travel. The identified level is not among it: such a check is not even loaded. */
const envelopes: Readonly<Record<TravelLevel, Look>> = {
  pseudonymized: checkParcel,
  aggregate: checkReleasedParcel,
};
const records: Readonly<Record<TravelLevel, Readonly<Record<string, Look>>>> = {
  pseudonymized: { case: checkCase, indicator: checkExact },
  aggregate: { indicator: checkReleased },
};

/** Checks against the standard with `@ctdx/validate`, telling at most so many findings of each thing. */
export function standardChecker(findings: number): Checker {
  const options = { limits: { findings } };
  return {
    envelope: (parcel, level) => {
      // Records are judged one by one, so that one bad record doesn't keep out the others.
      const list =
        typeof parcel === 'object' && parcel !== null && 'records' in parcel ? parcel.records : undefined;
      const envelope = Array.isArray(list) ? { ...(parcel as object), records: [] } : parcel;
      return envelopes[level](envelope, options);
    },
    record: (record, level) => {
      const type =
        typeof record === 'object' && record !== null && 'type' in record ? record.type : undefined;
      const look =
        typeof type === 'string' && Object.hasOwn(records[level], type) ? records[level][type] : undefined;
      return look === undefined ? unknownType(level) : look(record, options);
    },
  };
}

function unknownType(level: TravelLevel): Check {
  const facts = { expected: Object.keys(records[level]).join(' or ') };
  return {
    ok: false,
    findings: [{ code: 'record-type', severity: 'error', path: '/type', facts }],
    complete: true,
  };
}
