import type { Case, Parcel, Valid } from '@ctdx/model';
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
