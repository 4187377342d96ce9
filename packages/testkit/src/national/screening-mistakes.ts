import type { ScreeningRow } from './screenings.js';

/** A mistake in a row of screenings: what it changes, and where it must be found. */
export interface ScreeningMistake {
  readonly change: (row: ScreeningRow, above: ScreeningRow) => ScreeningRow;
  /** Header of the cell that the finding names; none where it names the row. */
  readonly expected: readonly { readonly header?: string; readonly code: string; readonly rule?: string }[];
  /** True when the row can't become a record before somebody corrects it. */
  readonly loses: boolean;
}

/** Mistakes that people make in a table of screenings, one a row. */
export const screeningMistakes = {
  misspeltSetting: {
    change: (row) => ({ ...row, Setting: 'Airpot' }),
    expected: [{ header: 'Setting', code: 'value-unmapped' }],
    loses: false,
  },
  ageInWords: {
    change: (row) => ({ ...row, Age: 'about twenty' }),
    expected: [{ header: 'Age', code: 'number-unreadable' }],
    loses: false,
  },
  maybe: {
    change: (row) => ({ ...row, 'Exploiter present': 'maybe' }),
    expected: [{ header: 'Exploiter present', code: 'value-unmapped' }],
    loses: false,
  },
  ambiguousDate: {
    change: (row) => ({ ...row, 'Date of screening': '03/04/2024' }),
    expected: [
      { header: 'Date of screening', code: 'date-ambiguous' },
      { code: 'rule', rule: 'screening.screened-or-period' },
    ],
    loses: true,
  },
  decisionWithoutDate: {
    change: (row) => ({
      ...row,
      Proposal: 'Presumed',
      Decision: 'Presumed victim',
      'Date of decision': undefined,
    }),
    expected: [{ code: 'rule', rule: 'screening.decision-needs-authority' }],
    loses: true,
  },
  screenedInTheFuture: {
    change: (row) => ({
      ...row,
      Decision: undefined,
      'Date of decision': undefined,
      'Date of screening': { date: '2094-05-16' },
    }),
    expected: [{ header: 'Date of screening', code: 'rule', rule: 'screening.not-after-issued' }],
    loses: true,
  },
  sameNumberTwice: {
    change: (row, above) => ({ ...row, 'Screening no.': above['Screening no.'] }),
    expected: [{ header: 'Screening no.', code: 'id-twice' }],
    loses: true,
  },
} as const satisfies Readonly<Record<string, ScreeningMistake>>;

/** Name of a mistake. */
export type ScreeningMistakeName = keyof typeof screeningMistakes;
