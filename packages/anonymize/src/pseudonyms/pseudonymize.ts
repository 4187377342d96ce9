import type { Case, Finding, Valid } from '@ctdx/model';
import { check } from '@ctdx/validate/case-pseudonymized';
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

/** A stripped case, or why none could be made; with what was left out either way. */
export type Pseudonymized =
  | {
      readonly ok: true;
      readonly value: Valid<Case<'pseudonymized'>>;
      readonly losses: readonly DisclosureLoss[];
      readonly pairs: readonly PseudonymPair[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly losses: readonly DisclosureLoss[] };

const lists: readonly DisclosureList[] = Object.values(disclosureLists);
const trees = new Map<string, AllowNode>(lists.map((list) => [list.name, allowTree(list.allow)]));

/**
 * Takes from a case what the disclosure list of the purpose allows, and nothing else. Ids and references become keyed
 * UUIDv8s, dates become coarser and are never shifted, free text and extensions stay behind. The result is checked
 * against the schema of its level before it is handed out. It is still personal data.
 * @throws {TypeError} when no disclosure list serves the purpose.
 * @example const stripped = await pseudonymize(record, { purpose: 'statistics', keys });
 */
export async function pseudonymize(
  record: Valid<Case<'identified'>>,
  options: PseudonymizeOptions,
): Promise<Pseudonymized> {
  const { purpose, keys, recipientGroup = 'region', periods = yearsFrom(1) } = options;
  const list = lists.find(({ purposes }) => purposes.includes(purpose));
  if (list === undefined) throw new TypeError('No disclosure list serves that purpose.');
  const pairs = await pseudonyms(record, `${purpose}/${recipientGroup}`, keys);
  const known = new Map(pairs.map(({ kind, id, pseudonym }) => [`${kind} ${id}`, pseudonym]));
  const losses = lossLedger();
  const context = {
    record: record as unknown as Case<'identified'>,
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
  let checked = check(stripped);
  // Twice: an entry may be incomplete once its code is gone.
  for (let round = 0; round < 2 && isOfNewer(record); round += 1) {
    dropNewer(stripped, checked.findings, losses);
    checked = check(stripped);
  }
  if (!checked.ok) return { ok: false, findings: checked.findings, losses: losses.list() };
  return { ok: true, value: checked.value, losses: losses.list(), pairs };
}

/** The ids of a record that a disclosure list may let out under a key, by kind. */
const idsOf: Readonly<Record<string, (record: Valid<Case<'identified'>>) => string | undefined>> = {
  record: ({ id }) => id,
  case: ({ caseRef }) => caseRef,
  incident: ({ incidentRef }) => incidentRef,
  person: ({ subject }) => subject.personRef,
};

async function pseudonyms(
  record: Valid<Case<'identified'>>,
  group: string,
  keys: KeyService,
): Promise<PseudonymPair[]> {
  const pairs = await Promise.all(
    Object.entries(idsOf).map(async ([kind, read]) => {
      const id = read(record);
      if (id === undefined) return [];
      const [bytes] = await keys.derive(`ctdx/pseudonym/${kind}/${group}`, [id]);
      return [{ kind, id, pseudonym: uuid8(bytes as Uint8Array) }];
    }),
  );
  return pairs.flat();
}
