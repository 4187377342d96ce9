import { htcds } from '../generated/htcds.js';
import type { SourceMapping } from './mapping.js';
import { pickers } from './picklists.js';
import type { Draft, Entry, RowContext } from './row-context.js';

type Status = NonNullable<Draft['statusHistory']>[number];
const path = '/statusHistory';
const actual = 'ActualVictimOfTrafficking';

/**
 * The status as HTCDS has it, with the basis `imported`: HTCDS knows no means test, date or law. Only a mapping that
 * gives authority, law and date of a decision makes an actual victim `identified`.
 */
export function readStatus(row: RowContext, draft: Draft, mapping: SourceMapping, country: string): void {
  const entry = row.entry('vic_TraffickingStatus');
  const decider = row.entry('vic_TraffickingStatusDecisionMakingOrg');
  const authority = row.one(
    decider,
    `${path}/0/authority`,
    pickers.vic_TraffickingStatusDecisionMakingOrg,
    'authority',
  );
  const to = row.one(entry, `${path}/0/status`, pickers.vic_TraffickingStatus, 'victim-status');
  const dateEntry = row.extra('statusDate');
  // Findings about the history as a whole are about its one entry; the date is what goes wrong in it.
  const origin = dateEntry ?? entry;
  if (origin !== undefined) row.from(origin, path);
  const decidedOn = row.date(dateEntry, `${path}/0/decidedOn`);
  if (entry === undefined || to === undefined) {
    if (decider !== undefined && authority !== undefined) row.keep(decider);
    if (dateEntry !== undefined && decidedOn !== undefined) row.keep(dateEntry);
    return;
  }
  const sourceCode = codeOf(to);
  const imported = {
    status: to,
    basis: 'imported',
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(authority === undefined ? {} : { authority }),
    country,
    sourceCode,
  } as Status;
  const decision = sourceCode === actual ? decisionOf(row, mapping, decider, authority) : undefined;
  const decided = decision === undefined ? undefined : (decidedOn ?? constantDate(mapping, dateEntry));
  if (decision !== undefined && decided === undefined) row.say('status-without-decision', entry, path);
  draft.statusHistory = [
    decided === undefined ? imported : { ...imported, ...decision, status: 'identified', decidedOn: decided },
  ];
}

/** Authority, body and law of the mapping, unless the row names another kind of authority. */
function decisionOf(
  row: RowContext,
  { status }: SourceMapping,
  decider: Entry | undefined,
  authority: string | undefined,
): Partial<Status> | undefined {
  if (status?.authority === undefined || status.law === undefined) return undefined;
  const isOther =
    decider !== undefined && (authority === undefined || !isSameAuthority(authority, status.authority));
  if (isOther) {
    row.say('status-authority-differs', decider, path);
    return undefined;
  }
  const { authority: named, law, body } = status;
  return { authority: named, law, ...(body === undefined ? {} : { body }) } as Partial<Status>;
}

/** HTCDS knows five kinds of authority: the row may say `nonPoliceGovernment` where the mapping says `taskForce`. */
function isSameAuthority(inRow: string, inMapping: string): boolean {
  return inRow === inMapping || wider[inMapping] === inRow;
}

const wider: Readonly<Record<string, string>> = htcds.authorityGroups;

function constantDate({ status }: SourceMapping, entry: Entry | undefined): Status['decidedOn'] | undefined {
  if (status?.date === undefined || entry !== undefined) return undefined;
  const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[status.date.length as 4 | 7 | 10];
  return { value: status.date, precision };
}

function codeOf(to: string): string | undefined {
  return htcds.picklists.vic_TraffickingStatus.values.find((choice) => choice.to === to)?.code;
}
