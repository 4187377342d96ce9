import type { PartialDate } from '@ctdx/model';
import type { Draft, RowContext } from './row-context.js';

type Age = NonNullable<Draft['age']>;

const notRecorded: Age = { state: 'notRecorded' };

/**
 * The age and when it was the age. `vic_AgeWhenTrafficked` comes first, because childhood at the time of
 * exploitation decides whether means are needed; else the age at registration from the birth date.
 */
export function readAge(row: RowContext, draft: Draft): void {
  draft.age = statedAge(row) ?? ageFromBirth(row, draft) ?? notRecorded;
}

function statedAge(row: RowContext): Age | undefined {
  const entry = row.entry('vic_AgeWhenTrafficked');
  if (entry === undefined) return undefined;
  row.from(entry, '/age');
  if (/^\d{1,3}$/.test(entry.text)) {
    return { value: Number(entry.text), referencePoint: 'exploitation', state: 'stated' };
  }
  row.say('number-unreadable', entry, '/age');
  row.keep(entry, 'not-readable');
  return undefined;
}

function ageFromBirth(row: RowContext, { subject, registeredOn }: Draft): Age | undefined {
  const birth = subject.identity?.birthDate;
  const entry = row.entry('prs_Birthdate');
  if (birth === undefined || registeredOn === undefined || entry === undefined) return undefined;
  row.from(entry, '/age');
  const [least, most] = ageRange(birth, registeredOn);
  // Born after registration: the rule says so, and there is no age to give.
  if (most < 0) return undefined;
  if (least === most) return { value: least, referencePoint: 'registration', state: 'stated' };
  if (most < 18) return { band: 'child', referencePoint: 'registration', state: 'stated' };
  if (least >= 18) return { band: 'adult', referencePoint: 'registration', state: 'stated' };
  return undefined;
}

/** Youngest and oldest age, in whole years, that two dates of any precision allow. */
export function ageRange(birth: PartialDate, on: PartialDate): readonly [number, number] {
  return [yearsBetween(lastDay(birth), firstDay(on)), yearsBetween(firstDay(birth), lastDay(on))];
}

function yearsBetween(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

function firstDay({ value }: PartialDate): string {
  return `${value}-01-01`.slice(0, 10);
}

/** Compared as text only, so that 31 serves every month. */
function lastDay({ value }: PartialDate): string {
  return value.length === 10 ? value : value.length === 7 ? `${value}-31` : `${value}-12-31`;
}
