import type { Checked } from '@ctdx/model';
import type { CheckOptions } from '@ctdx/validate';
import { check as checkPlan } from '@ctdx/validate/action-plan-aggregate';
import { check as checkAgreement } from '@ctdx/validate/agreement-aggregate';
import { check as checkCase } from '@ctdx/validate/case-pseudonymized';
import { check as checkReleased } from '@ctdx/validate/indicator-aggregate';
import { check as checkExact } from '@ctdx/validate/indicator-pseudonymized';
import { check as checkMatch } from '@ctdx/validate/match-pseudonymized';
import { check as checkReleasedParcel } from '@ctdx/validate/parcel-aggregate';
import { check as checkParcel } from '@ctdx/validate/parcel-pseudonymized';
import { check as checkReceipt } from '@ctdx/validate/receipt-pseudonymized';
import { check as checkReferral } from '@ctdx/validate/referral-pseudonymized';
import { check as checkScreening } from '@ctdx/validate/screening-pseudonymized';
import { check as checkWithdrawal } from '@ctdx/validate/withdrawal-pseudonymized';
import type { Check, Checker, TravelLevel } from './checker.js';
import type { ItemTypeAt } from './parcel.js';

/** Rules of the envelope that one record can break: the node says so of that record, and takes the others. */
const judgedWithTheRecord: ReadonlySet<string> = new Set([
  'parcel.purpose-allowed',
  'parcel.record-once',
  'parcel.invented-says-so',
]);

type Look = (input: unknown, options: CheckOptions) => Checked<unknown>;

/** What may travel. The identified level is not among it: such a check is not even loaded. */
const envelopes: Readonly<Record<TravelLevel, Look>> = {
  pseudonymized: checkParcel,
  aggregate: checkReleasedParcel,
};
/** The compiler says when a type of the model is missing here. */
const looks: { readonly [L in TravelLevel]: Readonly<Record<ItemTypeAt<L>, Look>> } = {
  pseudonymized: {
    case: checkCase,
    screening: checkScreening,
    referral: checkReferral,
    indicator: checkExact,
    match: checkMatch,
    withdrawal: checkWithdrawal,
    receipt: checkReceipt,
  },
  aggregate: { indicator: checkReleased, 'action-plan': checkPlan, agreement: checkAgreement },
};
const records: Readonly<Record<TravelLevel, Readonly<Record<string, Look>>>> = looks;

/** Checks against the standard with `@ctdx/validate`, telling at most so many findings of each thing. */
export function standardChecker(findings: number): Checker {
  const options = { limits: { findings } };
  const checkRecord = (record: unknown, level: TravelLevel): Check => {
    const type = member(record, 'type');
    const look =
      typeof type === 'string' && Object.hasOwn(records[level], type) ? records[level][type] : undefined;
    return look === undefined ? unknownType(level) : look(record, options);
  };
  return {
    envelope: (parcel, level) => {
      const list = member(parcel, 'records');
      if (!Array.isArray(list)) return envelopes[level](parcel, options);
      // Records are judged one by one, so that one bad record doesn't keep out the others. What the envelope says of
      // the sound ones (marking, proofs of nothing else, invented or not) is judged here.
      const checked = envelopes[level](
        withSoundRecords(parcel as object, list, (one) => checkRecord(one, level).ok),
        options,
      );
      const findings = checked.findings.filter(({ rule = '' }) => !judgedWithTheRecord.has(rule));
      return findings.some(({ severity }) => severity === 'error')
        ? { ok: false, findings, complete: checked.complete }
        : { ok: true, value: parcel as never, findings, complete: checked.complete };
    },
    record: checkRecord,
  };
}

/** The parcel without its unsound records and without the proofs of these. */
function withSoundRecords(
  parcel: object,
  list: readonly unknown[],
  isSound: (record: unknown) => boolean,
): object {
  const sound = list.filter(isSound);
  const unsound = new Set(
    list
      .filter((one) => !sound.includes(one))
      .map((one) => `${member(one, 'id')} ${member(one, 'revision')}`),
  );
  const rest = (name: string) => {
    const proofs = member(parcel, name);
    if (!Array.isArray(proofs)) return {};
    return {
      [name]: proofs.filter(
        (proof) => !unsound.has(`${member(proof, 'record')} ${member(proof, 'revision')}`),
      ),
    };
  };
  return { ...parcel, records: sound, ...rest('digests'), ...rest('signatures') };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function unknownType(level: TravelLevel): Check {
  const facts = { expected: Object.keys(records[level]).join(' or ') };
  return {
    ok: false,
    findings: [{ code: 'record-type', severity: 'error', path: '/type', facts }],
    complete: true,
  };
}
