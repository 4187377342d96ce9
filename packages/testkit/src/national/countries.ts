import type { HtcdsVariant } from '../htcds/layout.js';
import type { MistakeName } from './mistakes.js';

/** One of the four countries as the workbooks invent it. Nothing here counts real people. */
export interface NationalPlan {
  readonly country: 'BS' | 'BB' | 'JM' | 'LC';
  readonly profile: 'bs' | 'bb' | 'jm' | 'lc';
  readonly variant: HtcdsVariant;
  readonly agency: string;
  readonly agencyType: string;
  /** Who decides on a status, under which law of the national profile. */
  readonly decision: { readonly authority: string; readonly body: string; readonly law: string };
  /** What the template's drop-down calls that authority. */
  readonly decider: string;
  /** Fewest and most victims a year. */
  readonly victims: readonly [number, number];
  /** Citizenships as the template names them; the more often, the likelier. */
  readonly citizenships: readonly string[];
  readonly mistakes: readonly MistakeName[];
}

/** The years that the workbooks cover. */
export const nationalYears = [2021, 2022, 2023, 2024, 2025] as const;

/** The four countries: size, template, and the mistakes that somebody made. */
export const nationalPlans: readonly NationalPlan[] = [
  {
    country: 'BS',
    profile: 'bs',
    variant: 'single',
    agency: 'bs-task-force',
    agencyType: 'nationalCoordination',
    decision: { authority: 'taskForce', body: 'bs-task-force', law: 'BS-TIPPSA-2008' },
    decider: 'Non-police governmental organization',
    victims: [2, 9],
    citizenships: [
      'Haiti',
      'Haiti',
      'Dominican Republic',
      'Colombia',
      'Venezuela (Bolivarian Republic of)',
      'Jamaica',
      'Bahamas',
    ],
    mistakes: ['mistypedStatus', 'ambiguousBirthDate', 'closedBeforeRegistered', 'consentOk'],
  },
  {
    country: 'BB',
    profile: 'bb',
    variant: 'plain',
    agency: 'bb-police',
    agencyType: 'police',
    decision: { authority: 'police', body: 'bb-police', law: 'BB-TIPPA-2016' },
    decider: 'Police',
    victims: [1, 5],
    citizenships: [
      'Guyana',
      'Guyana',
      'Jamaica',
      'Saint Vincent and the Grenadines',
      'Barbados',
      'Dominican Republic',
    ],
    mistakes: ['misspeltCountry', 'genderByLetter', 'registeredInTheFuture'],
  },
  {
    country: 'JM',
    profile: 'jm',
    variant: 'multi',
    agency: 'jm-police-vice-squad',
    agencyType: 'police',
    decision: { authority: 'police', body: 'jm-police-vice-squad', law: 'JM-TIPA-2007' },
    decider: 'Police',
    victims: [4, 12],
    citizenships: [
      'Jamaica',
      'Jamaica',
      'Jamaica',
      'Haiti',
      'Dominican Republic',
      'Venezuela (Bolivarian Republic of)',
      'India',
    ],
    mistakes: [
      'swappedDates',
      'sameNumberTwice',
      'consentOk',
      'brokenFormula',
      'sexualFormAlone',
      'ambiguousBirthDate',
      'misspeltCountry',
    ],
  },
  {
    country: 'LC',
    profile: 'lc',
    variant: 'csv',
    agency: 'lc-task-force',
    agencyType: 'nationalCoordination',
    decision: { authority: 'taskForce', body: 'lc-task-force', law: 'LC-CTA-2010' },
    decider: 'Non-police governmental organization',
    victims: [1, 4],
    citizenships: ['Saint Lucia', 'Guyana', 'Venezuela (Bolivarian Republic of)', 'Philippines', 'Dominica'],
    mistakes: ['misspeltCountry', 'impossibleRegistration', 'ambiguousBirthDate'],
  },
];
