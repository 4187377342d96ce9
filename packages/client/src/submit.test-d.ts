import type { ActionPlan, Case, Match, Parcel, Referral, Screening, Valid } from '@ctdx/model';
import type { Receipt } from '@ctdx/model/api';
import type { SendableRecord } from './build-parcel.js';
import type { Client } from './create-client.js';

// Only needs to compile: what must not is under @ts-expect-error, with the reason.

declare const client: Client;
declare const identified: Valid<Parcel<'identified'>>;
declare const anyLevel: Valid<Parcel>;
declare const unchecked: Parcel<'pseudonymized'>;
declare const pseudonymized: Valid<Parcel<'pseudonymized'>>;
declare const released: Valid<Parcel<'aggregate'>>;
declare const either: Valid<Parcel<'pseudonymized'>> | Valid<Parcel<'aggregate'>>;

export const receipts: Promise<Receipt>[] = [
  client.submit(pseudonymized),
  client.submit(released),
  client.submit(either),
  // @ts-expect-error an identified parcel does not leave an agency this way
  client.submit(identified),
  // @ts-expect-error of a parcel at any level nobody knows that it may leave
  client.submit(anyLevel),
  // @ts-expect-error a parcel that was not checked is not sent
  client.submit(unchecked),
];

declare const identifiedCase: Valid<Case<'identified'>>;
declare const pseudonymizedCase: Valid<Case<'pseudonymized'>>;
export const travels: Valid<SendableRecord<'pseudonymized'>> = pseudonymizedCase;
// @ts-expect-error an identified case is not a record that travels
export const stays: Valid<SendableRecord<'pseudonymized'>> = identifiedCase;
// @ts-expect-error nothing about one person is a released figure
export const released2: Valid<SendableRecord<'aggregate'>> = pseudonymizedCase;

declare const identifiedRecords: readonly [
  Valid<Screening<'identified'>>,
  Valid<Referral<'identified'>>,
  Valid<Match<'identified'>>,
];
export const stay: Valid<SendableRecord<'pseudonymized'>>[] = [
  // @ts-expect-error an identified screening is not a record that travels
  identifiedRecords[0],
  // @ts-expect-error nor is an identified referral
  identifiedRecords[1],
  // @ts-expect-error nor is an identified match
  identifiedRecords[2],
];

declare const screening: Valid<Screening<'pseudonymized'>>;
declare const referral: Valid<Referral<'pseudonymized'>>;
declare const match: Valid<Match<'pseudonymized'>>;
declare const plan: Valid<ActionPlan>;
export const others: Valid<SendableRecord<'pseudonymized'>>[] = [
  screening,
  referral,
  match,
  // @ts-expect-error a plan travels at its own level
  plan,
];
export const figures: Valid<SendableRecord<'aggregate'>>[] = [
  plan,
  // @ts-expect-error nothing about one person is released
  screening,
  // @ts-expect-error nor a referral
  referral,
];
declare const parcelInside: Valid<Parcel<'pseudonymized'>>;
// @ts-expect-error no parcel in a parcel
export const nested: Valid<SendableRecord<'pseudonymized'>> = parcelInside;
