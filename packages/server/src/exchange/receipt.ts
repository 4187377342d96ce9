import type { Finding } from '@ctdx/model';
import type { Context } from '../context.js';
import type { Judgement } from './judge.js';
import type { Parcel } from './parcel.js';
import type { Held } from './store.js';

/** What may become of a record. */
export const verdicts = ['accepted', 'duplicate', 'revision-conflict', 'rejected'] as const;
export type VerdictKind = (typeof verdicts)[number];

/** What became of one record. */
export interface Verdict {
  readonly index: number;
  readonly record?: string;
  readonly revision?: number;
  readonly verdict: VerdictKind;
  readonly original?: { readonly verdict: 'accepted'; readonly receivedAt: string };
  readonly findings: readonly Finding[];
  readonly complete: boolean;
}

/** The node's answer to a parcel: verdicts in the order of its records. */
export interface Receipt {
  readonly type: 'receipt';
  readonly node: string;
  readonly parcel: string;
  readonly revision: number;
  readonly receivedAt: string;
  readonly counts: Readonly<Record<VerdictKind, number>>;
  readonly verdicts: readonly Verdict[];
}

/** Writes the receipt. Of a rejected record it says the id only when that has the form of one. */
export function receipt(
  judgements: readonly Judgement[],
  held: Held,
  parcel: Parcel,
  { configuration }: Context,
  now: Date,
): Receipt {
  const list = judgements.map((judgement, index) => toVerdict(judgement, index, held, parcel));
  const counts = Object.fromEntries(
    verdicts.map((kind) => [kind, list.filter(({ verdict }) => verdict === kind).length]),
  );
  return {
    type: 'receipt',
    node: configuration.node.id,
    parcel: parcel.id,
    revision: parcel.revision,
    receivedAt: now.toISOString(),
    counts: counts as Record<VerdictKind, number>,
    verdicts: list,
  };
}

function toVerdict(judgement: Judgement, index: number, held: Held, parcel: Parcel): Verdict {
  if ('rejected' in judgement) {
    const { rejected: findings, complete } = judgement;
    return { index, ...name(parcel.records?.[index]), verdict: 'rejected', findings, complete };
  }
  const outcome = held.get(index);
  if (outcome === undefined) throw new Error('a fit record has an outcome');
  const { item, findings, complete } = outcome.fit;
  const said = { index, record: item.id, revision: item.revision, verdict: outcome.verdict };
  if (outcome.verdict !== 'duplicate') return { ...said, findings, complete };
  const original = { verdict: 'accepted', receivedAt: outcome.receivedAt.toISOString() } as const;
  return { ...said, original, findings, complete };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Id and revision of a record that is not valid, as far as they are well formed. */
function name(record: unknown): { record?: string; revision?: number } {
  if (typeof record !== 'object' || record === null) return {};
  const { id, revision } = record as { id?: unknown; revision?: unknown };
  if (typeof id !== 'string' || !uuid.test(id)) return {};
  if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1 || revision > 1_000_000)
    return { record: id };
  return { record: id, revision };
}
