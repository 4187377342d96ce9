import type { CaseLevels, IndicatorLevels, ParcelLevels } from './generated/records.js';

export type {
  AgencyRef,
  Money,
  PartialDate,
  Period,
  ReportingPeriod,
} from './generated/records.js';

/**
 * One person in one trafficking case, at one level. A different level is a different type: what takes a
 * `Case<'pseudonymized'>` does not compile with an identified one.
 */
export type Case<L extends keyof CaseLevels = keyof CaseLevels> = CaseLevels[L];

/** One figure of one indicator: exact (`pseudonymized`) or released (`aggregate`). */
export type Indicator<L extends keyof IndicatorLevels = keyof IndicatorLevels> = IndicatorLevels[L];

/** The envelope in which records of one level travel. */
export type Parcel<L extends keyof ParcelLevels = keyof ParcelLevels> = ParcelLevels[L];

/** For each record type, its levels, and for each level its TypeScript type. */
export interface RecordLevels {
  readonly case: CaseLevels;
  readonly indicator: IndicatorLevels;
  readonly parcel: ParcelLevels;
}

/** What a record says it is: the value of its property `type`. */
export type RecordType = keyof RecordLevels;

/** The levels that records of one type know. */
export type LevelOf<T extends RecordType> = keyof RecordLevels[T] & string;

/** The record of one type at one level. */
export type RecordOf<T extends RecordType, L extends LevelOf<T>> = RecordLevels[T][L];
