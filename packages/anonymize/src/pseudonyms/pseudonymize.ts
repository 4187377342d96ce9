import type { Case, Checked, Finding, RecordOf, Referral, Screening, Valid } from '@ctdx/model';
import { check as checkCase } from '@ctdx/validate/case-pseudonymized';
import { check as checkReferral } from '@ctdx/validate/referral-pseudonymized';
import { check as checkScreening } from '@ctdx/validate/screening-pseudonymized';
import { disclosureLists } from '../generated/disclosure.js';
import { type AllowNode, allowTree, type DisclosureList } from './allow-tree.js';
import type { KeyService } from './key-service.js';
import { type DisclosureLoss, lossLedger } from './loss.js';
import { dropNewer, isOfNewer } from './newer-codes.js';
import { type PeriodNaming, yearsFrom } from './reporting-period.js';
import { strip } from './strip.js';
import { uuid8 } from './uuid8.js';

/** What leaves, for whom, and under which key. */
export interface PseudonymizeOptions {
  /** Purpose of the copy. It chooses the disclosure list, and no other purpose stays in the record. */
  readonly purpose: string;
  readonly keys: KeyService;
  /** Each group of recipients has pseudonyms of its own, so that two groups can't join what they hold. @defaultValue 'region' */
  readonly recipientGroup?: string;
  /** Names the reporting period of a case. @defaultValue calendar years */
  readonly periods?: PeriodNaming;
}

/** An id and what stands for it outside. The sender keeps it, to revise and withdraw every copy; it is personal data. */
export interface PseudonymPair {
  readonly kind: string;
  readonly id: string;
  readonly pseudonym: string;
}

/** The purposes for which a disclosure list says what records of a type may say; none for a type without a list. */
export function strippedFor(type: string): readonly string[] {
  return lists.filter(({ record }) => record === type).flatMap(({ purposes }) => purposes);
}

/** The records that have a pseudonymized level of their own making: a disclosure list says what they may say. */
export type StrippableType = 'case' | 'screening' | 'referral';

/** A stripped record, or why none could be made; with what was left out either way. */
export type Pseudonymized<T extends StrippableType = StrippableType> =
  | {
      readonly ok: true;
      readonly value: Valid<RecordOf<T, 'pseudonymized'>>;
      readonly losses: readonly DisclosureLoss[];
      readonly pairs: readonly PseudonymPair[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly losses: readonly DisclosureLoss[] };

const lists: readonly DisclosureList[] = Object.values(disclosureLists);
const trees = new Map<string, AllowNode>(lists.map((list) => [list.name, allowTree(list.allow)]));

/** What checks the result, by type. */
const checks: Readonly<Record<StrippableType, (record: unknown) => Checked<unknown>>> = {
  case: checkCase,
  screening: checkScreening,
  referral: checkReferral,
};

/**
 * Takes from a record what the disclosure list of its type and of the purpose allows, and nothing else. Ids and
 * references become keyed UUIDv8s, dates become coarser and are never shifted, free text and extensions stay behind. The
 * result is checked against the schema of its level before it is handed out. It is still personal data.
 * @throws {TypeError} when no disclosure list serves the purpose.
 * @example const stripped = await pseudonymize(record, { purpose: 'statistics', keys });
 */
export async function pseudonymize<T extends StrippableType>(
  record: IdentifiedRecord & { readonly type: T },
  options: PseudonymizeOptions,
): Promise<Pseudonymized<T>> {
  const { purpose, keys, recipientGroup = 'region', periods = yearsFrom(1) } = options;
  const { type, source, schemaVersion } = record as unknown as Strippable;
  const list = lists.find((one) => one.record === type && one.purposes.includes(purpose));
  if (list === undefined) throw new TypeError('No disclosure list serves that purpose.');
  const pairs = await pseudonyms(record as unknown as Strippable, `${purpose}/${recipientGroup}`, keys);
  const known = new Map(pairs.map(({ kind, id, pseudonym }) => [`${kind} ${id}`, pseudonym]));
  const losses = lossLedger();
  const context = {
    country: source.country,
    purpose,
    periodOf: periods,
    pseudonymOf(kind: string, id: string): string {
      const pseudonym = known.get(`${kind} ${id}`);
      if (pseudonym === undefined)
        throw new TypeError('A disclosure list asks for a kind of id that is not derived.');
      return pseudonym;
    },
  };
  const stripped = strip(record, trees.get(list.name) as AllowNode, context, losses);
  stripped.handling = { ...(stripped.handling as object), level: 'pseudonymized' };
  const check = checks[type];
  let checked = check(stripped);
  // Twice: an entry may be incomplete once its code is gone.
  for (let round = 0; round < 2 && isOfNewer({ schemaVersion }); round += 1) {
    dropNewer(stripped, checked.findings, losses);
    checked = check(stripped);
  }
  if (!checked.ok) return { ok: false, findings: checked.findings, losses: losses.list() };
  const value = checked.value as Valid<RecordOf<T, 'pseudonymized'>>;
  return { ok: true, value, losses: losses.list(), pairs };
}

type Strippable = Case<'identified'> | Screening<'identified'> | Referral<'identified'>;
type IdentifiedRecord =
  | Valid<Case<'identified'>>
  | Valid<Screening<'identified'>>
  | Valid<Referral<'identified'>>;

/** The ids of a record that a disclosure list may let out under a key, by kind. */
function idsOf(record: Strippable): Readonly<Record<string, readonly (string | undefined)[]>> {
  return {
    record: [record.id, 'screeningRef' in record ? record.screeningRef : undefined],
    case: [record.caseRef],
    incident: ['incidentRef' in record ? record.incidentRef : undefined],
    person: [record.subject?.personRef],
  };
}

async function pseudonyms(record: Strippable, group: string, keys: KeyService): Promise<PseudonymPair[]> {
  const pairs = await Promise.all(
    Object.entries(idsOf(record)).map(async ([kind, given]) => {
      const ids = given.filter((id) => id !== undefined);
      if (ids.length === 0) return [];
      const derived = await keys.derive(`ctdx/pseudonym/${kind}/${group}`, ids);
      return ids.map((id, at) => ({ kind, id, pseudonym: uuid8(derived[at] as Uint8Array) }));
    }),
  );
  return pairs.flat();
}
