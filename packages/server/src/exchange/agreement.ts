import type { AgencyRef, Agreement, Clause } from '../configuration.js';
import { type AgreementReason, Refusal } from '../problems.js';

/** What of a parcel an agreement decides on. */
export interface Sending {
  readonly sender: AgencyRef;
  readonly recipients: readonly AgencyRef[];
  readonly purpose: string;
  readonly level: string;
  readonly agreement: { readonly ref: string; readonly version: number; readonly clause: string };
}

/** A condition on a clause, and why it refuses. The first that fails is told. */
const conditions: readonly (readonly [AgreementReason, (clause: Clause, sending: Sending) => boolean])[] = [
  ['sender', ({ senders }, { sender }) => senders.some((one) => isSame(one, sender))],
  [
    'recipient',
    ({ recipients }, sending) => sending.recipients.every((to) => recipients.some((one) => isSame(one, to))),
  ],
  ['purpose', ({ purposes }, { purpose }) => purposes.includes(purpose)],
  ['level', ({ levels }, { level }) => levels.some((one) => one === level)],
];

/**
 * The clause under which a parcel may travel today. The default is no.
 * @throws {Refusal} `agreement-refused` with the reason, and with the clause where the node knows it
 */
export function clauseFor(sending: Sending, agreements: readonly Agreement[], now: Date): Clause {
  const { ref, version, clause: name } = sending.agreement;
  const agreement = agreements.find((one) => one.ref === ref && one.version === version);
  const clause = agreement?.clauses.find((one) => one.clause === name);
  if (agreement === undefined || clause === undefined)
    throw new Refusal('agreement-refused', { reason: 'unknown' });
  const refuse = (reason: AgreementReason) =>
    new Refusal('agreement-refused', { reason, clause: clause.clause });
  // A stranger to the clause learns no more than that: neither its dates nor its other parties.
  const failed = conditions.find(([, holds]) => !holds(clause, sending));
  if (failed?.[0] === 'sender') throw new Refusal('agreement-refused', { reason: 'unknown' });
  if (!isInForce(agreement, now)) throw refuse('not-in-force');
  if (failed !== undefined) throw refuse(failed[0]);
  return clause;
}

/** Days of an agreement are days in UTC, the last one included. */
function isInForce({ validFrom, validUntil }: Agreement, now: Date): boolean {
  const today = now.toISOString().slice(0, 10);
  return validFrom <= today && (validUntil === undefined || today <= validUntil);
}

/** True when both name the same agency. */
export function isSame(one: AgencyRef, other: AgencyRef): boolean {
  return one.country === other.country && one.agency === other.agency;
}
