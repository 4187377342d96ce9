import { htcds } from '../generated/htcds.js';
import type { SourceMapping } from './mapping.js';
import { pickers } from './picklists.js';
import type { Draft, RowContext } from './row-context.js';
import { fold } from './text.js';

/** The file of the case: who keeps it, since when, and in which state. */
export function readCaseFile(row: RowContext, draft: Draft, mapping: SourceMapping): void {
  const owner = row.entry('cas_CaseOwner');
  if (owner !== undefined) {
    row.from(owner, '/caseOwner');
    draft.caseOwner = owner.text;
  }
  readRegistration(row, draft, mapping);
  const closedOn = row.date(row.extra('closedOn'), '/closedOn');
  if (closedOn !== undefined) draft.closedOn = closedOn;
  const status = row.one(row.entry('cas_Status'), '/caseStatus', pickers.cas_Status, 'case-status');
  if (status !== undefined) draft.caseStatus = status as NonNullable<Draft['caseStatus']>;
  const reason = row.entry('cas_ReasonForCaseClosure');
  if (reason !== undefined) {
    row.from(reason, '/closure');
    draft.closure = { details: reason.text };
  }
}

/**
 * A column of the mapping, a date for the whole file, or else the incoming referral date with a warning. A date that
 * is there and can't be read is not replaced by another.
 */
function readRegistration(row: RowContext, draft: Draft, { registeredOn }: SourceMapping): void {
  const path = '/registeredOn';
  const entry = row.extra('registeredOn');
  const referral = row.entry('cas_IncomingReferralDate');
  const blamed = row.columnOf('registeredOn');
  if (blamed !== undefined) row.origins.set(path, blamed);
  if (entry !== undefined) {
    const date = row.date(entry, path);
    if (date !== undefined) draft.registeredOn = date;
  } else if (registeredOn !== undefined) {
    const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[registeredOn.length as 4 | 7 | 10];
    draft.registeredOn = { value: registeredOn, precision };
  } else if (referral !== undefined) {
    const date = row.date(referral, path);
    if (date === undefined) return;
    draft.registeredOn = date;
    row.say('registered-from-referral', referral, path);
  }
}

const referralFields = [
  'cas_ReferringOrganisation',
  'cas_IncomingReferralDate',
  'cas_ReferringPrimaryCaseWorker',
  'cas_ReasonForIncomingReferral',
  'cas_IncomingReferralDetails',
  'cas_ReferredOrganisation',
  'cas_ReferredPrimaryCaseWorker',
  'cas_ReasonForOutgoingReferral',
  'cas_OutgoingReferralDate',
  'cas_OutgoingReferralDetails',
] as const;

/** A case has no room for referrals: their text is kept, and each one is declared. */
export function keepReferrals(row: RowContext): void {
  for (const field of referralFields) {
    const entry = row.entry(field);
    if (entry === undefined || row.unmapped.some(({ column }) => column === entry.cell.column)) continue;
    row.keep(entry, 'kept-for-referral');
  }
}

/** Keeps what stands in columns of HTCDS that a case does not carry, deprecated ones included. */
export function keepUnread(row: RowContext): void {
  for (const entry of row.unread()) row.keep(entry);
}

const answers = new Map(
  Object.entries(htcds.consent).flatMap(([answer, texts]) =>
    texts.map((text) => [text as string, answer] as const),
  ),
);

/** The interview answer and no scope. What does not say yes or no clearly is unknown, and never consent. */
export function consentAnswer(row: RowContext): string | undefined {
  const entry = row.entry('con_Consent');
  if (entry === undefined) return undefined;
  const path = '/consent/interview/agreed';
  row.from(entry, path);
  const answer = answers.get(fold(entry.text));
  if (answer !== undefined) return answer;
  row.say('consent-unclear', entry, path);
  row.keep(entry);
  return 'unknown';
}
