import type {
  ActionPlanLevels,
  AgreementLevels,
  CaseLevels,
  IndicatorLevels,
  MatchLevels,
  ParcelLevels,
  ReceiptLevels,
  ReferralLevels,
  ScreeningLevels,
  WithdrawalLevels,
} from './generated/records.js';

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

/** One screening of one person: answers, what a procedure makes of them, and what the authority decided, each apart. */
export type Screening<L extends keyof ScreeningLevels = keyof ScreeningLevels> = ScreeningLevels[L];

/** A request of one agency to another to help one person, and every step that follows. */
export type Referral<L extends keyof ReferralLevels = keyof ReferralLevels> = ReferralLevels[L];

/** One figure of one indicator: exact (`pseudonymized`) or released (`aggregate`). */
export type Indicator<L extends keyof IndicatorLevels = keyof IndicatorLevels> = IndicatorLevels[L];

/** A national or regional plan of action. It exists at one level: it is about no person. */
export type ActionPlan<L extends keyof ActionPlanLevels = keyof ActionPlanLevels> = ActionPlanLevels[L];

/** The decision of a person that several references are, or are not, the same person. */
export type Match<L extends keyof MatchLevels = keyof MatchLevels> = MatchLevels[L];

/** What agencies agreed to exchange, as data. */
export type Agreement<L extends keyof AgreementLevels = keyof AgreementLevels> = AgreementLevels[L];

/** A tombstone: the source takes a record, or a use of it, back. */
export type Withdrawal<L extends keyof WithdrawalLevels = keyof WithdrawalLevels> = WithdrawalLevels[L];

/** What the recipient of a parcel did with each record. */
export type Receipt<L extends keyof ReceiptLevels = keyof ReceiptLevels> = ReceiptLevels[L];

/** The envelope in which records of one level travel. */
export type Parcel<L extends keyof ParcelLevels = keyof ParcelLevels> = ParcelLevels[L];

/** For each record type, its levels, and for each level its TypeScript type. */
export interface RecordLevels {
  readonly case: CaseLevels;
  readonly screening: ScreeningLevels;
  readonly referral: ReferralLevels;
  readonly indicator: IndicatorLevels;
  readonly 'action-plan': ActionPlanLevels;
  readonly parcel: ParcelLevels;
  readonly match: MatchLevels;
  readonly agreement: AgreementLevels;
  readonly withdrawal: WithdrawalLevels;
  readonly receipt: ReceiptLevels;
}

/** What a record says it is: the value of its property `type`. */
export type RecordType = keyof RecordLevels;

/** The levels that records of one type know. */
export type LevelOf<T extends RecordType> = keyof RecordLevels[T] & string;

/** The record of one type at one level. */
export type RecordOf<T extends RecordType, L extends LevelOf<T>> = RecordLevels[T][L];
