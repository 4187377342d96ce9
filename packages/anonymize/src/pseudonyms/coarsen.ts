import type { Case } from '@ctdx/model';
import { ageBands, listedCodes, regionOfCountry } from '../generated/disclosure.js';
import type { AllowEntry } from './allow-tree.js';
import type { KnownDate, PeriodNaming } from './reporting-period.js';

type Json = unknown;

/** What a transform may look at besides the value. */
export interface CoarsenContext {
  /** Country whose authorities speak through the record. */
  readonly country: string;
  readonly purpose: string;
  /** Replaces an id by its pseudonym; known before the walk begins. */
  readonly pseudonymOf: (kind: string, id: string) => string;
  readonly periodOf: PeriodNaming;
}

/** Makes a value coarser. Undefined: nothing is left to say. */
type Coarsen = (value: Json, entry: AllowEntry, context: CoarsenContext) => Json;

/** Every transform that a disclosure list may name. */
export const coarsenings = {
  year: (value) => cutDate(value, 4, 'year'),
  month: (value) => cutDate(value, 7, 'month'),
  keyed: (value, { options }, { pseudonymOf }) => pseudonymOf(String(options?.kind), value as string),
  listed: (value, { options }) =>
    listedCodes[String(options?.list)]?.includes(value as string) ? value : undefined,
  thisPurpose: (_value, _entry, { purpose }) => [purpose],
  ageCut18: (value) => childOrAdult(value as Age),
  ageCtdc: (value) => ctdcBand(value as Age),
  regions: (value) => regionsOf(value as readonly string[]),
  period: (value, _entry, { periodOf }) => periodOf(value as KnownDate | undefined),
  latestOwn: (value, _entry, { country }) => latestOwn(value as readonly Status[], country),
  ownDecision: (value, _entry, { country }) =>
    (value as { readonly country: string }).country === country ? value : undefined,
  knownProcedure: (value) =>
    listedCodes['procedure']?.includes((value as { readonly procedure: string }).procedure)
      ? value
      : undefined,
  bandCut18: (value) => childOrAdult({ band: value as Age['band'], state: 'stated' } as Age),
  sorted: (value) => [...(value as readonly string[])].sort(),
  distinct: (value) => value,
} as const satisfies Record<string, Coarsen>;

/** Name of a transform. */
export type CoarseningName = keyof typeof coarsenings;

/** What is done to an array after its entries were stripped. */
export function afterEntries(entry: AllowEntry | undefined, entries: readonly Json[]): readonly Json[] {
  if (entry?.as !== 'distinct') return entries;
  // How often a form occurs, and in which order, is detail of its own.
  const texts = [...new Set(entries.map((one) => JSON.stringify(one)))].sort();
  return texts.map((text) => JSON.parse(text) as Json);
}

type Age = NonNullable<Case<'identified'>['age']>;
type Status = NonNullable<Case<'identified'>['statusHistory']>[number];

function cutDate(value: Json, length: number, precision: 'year' | 'month'): Json {
  if (typeof value === 'string') return value.slice(0, length);
  const date = value as { readonly value: string; readonly precision: string };
  return date.value.length <= length ? date : { value: date.value.slice(0, length), precision };
}

function childOrAdult(age: Age): string | undefined {
  if (age.value !== undefined) return age.value < 18 ? 'child' : 'adult';
  if (age.band === undefined) return undefined;
  if (age.band === 'child' || age.band === 'adult') return age.band;
  const band = ageBands.find(({ code }) => code === age.band);
  if (band === undefined) return 'unknown';
  if (band.maximumAge !== undefined && band.maximumAge < 18) return 'child';
  return band.minimumAge >= 18 ? 'adult' : 'unknown'; // a band across 18 decides nothing
}

/** The CTDC band that holds the age wholly; a five-year band across two of them says child or adult only. */
function ctdcBand(age: Age): string | undefined {
  const known = ageBands.find(({ code }) => code === age.band);
  const least = age.value ?? known?.minimumAge;
  const most = age.value ?? known?.maximumAge ?? Number.POSITIVE_INFINITY;
  if (least === undefined) return childOrAdult(age);
  const band = ageBands.find(
    ({ code, minimumAge, maximumAge = Number.POSITIVE_INFINITY }) =>
      code.startsWith('c') && minimumAge <= least && most <= maximumAge,
  );
  return band !== undefined && !['child', 'adult'].includes(band.code) ? band.code : childOrAdult(age);
}

function regionsOf(countries: readonly string[]): string[] | undefined {
  const regions = countries
    .map((country) => regionOfCountry[country])
    .filter((region) => region !== undefined);
  return regions.length === 0 ? undefined : [...new Set(regions)].sort();
}

/** The last status that the country of the record itself gave. */
function latestOwn(history: readonly Status[], country: string): readonly Status[] | undefined {
  const own = history.findLast((status) => status.country === country);
  return own === undefined ? undefined : [own];
}
