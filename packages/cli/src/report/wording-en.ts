import type { RefusalReason, Release, ReleaseBasis } from '@ctdx/model';

/** Sentences of the charts. */
export const chartWords = {
  title: (table: string) => `Chart: ${table}`,
  grid: (shown: number, withheld: number) =>
    `${shown} numbers as discs, ${withheld} withheld. The table with it has them all.`,
  withheld: 'withheld',
  none: 'no data',
} as const;

/** Sentences of the tables. */
export const tableWords = {
  caption: (table: string) => `Number of people. ${table}.`,
  people: 'People',
  total: 'Total',
  peopleInAll: 'People in all',
} as const;

const basisOf: Readonly<Record<ReleaseBasis, string>> = {
  identified: 'Detected victims',
  identifiedOrPresumed: 'Detected or presumed victims',
  presumed: 'Presumed victims',
  all: 'People in the records',
};

const about: Readonly<Record<ReleaseBasis, string>> = {
  identified:
    'People whom a competent authority of the country formally identified as victims of trafficking. A person counts in the period in which the country first registered them.',
  identifiedOrPresumed:
    'People whom the country identified, or presumed, to be victims of trafficking, taken together. A person counts in the period in which the country first registered them.',
  presumed:
    'People for whom there are reasonable grounds to believe that they are victims, and whom no authority has formally identified, or not yet. They are not among the detected victims.',
  all: 'Everyone in the records, whatever was decided about them.',
};

const refusals: Readonly<Record<RefusalReason, string>> = {
  tooFewPersons: 'there are too few people, even with everything put together',
  tooFewPerCategory: 'there are too few people for so many categories',
  basisNotSplit: 'telling identified from presumed victims apart would have shown too small a group',
  marginsNotReleased: 'its totals could not be released either',
  tooLarge: 'it has more cells than can be checked',
  refusalWouldTell: 'whether it could be shown would itself have told something',
  noSafePattern: 'no way of withholding numbers made it safe',
};

const deduplicated: Readonly<Record<Release['deduplicated'], string>> = {
  agency: 'A person counts once in an agency, and may count again in another.',
  national: 'A person counts once in a country, and may count again in another country.',
  regional: 'A person counts once in all countries taken together.',
  unknown: 'It is not known whether a person counts more than once.',
};

/** Everything else that a report says. */
export const words = {
  language: 'en',
  and: 'and',
  by: (dimensions: string) => `By ${dimensions}`,
  inAll: 'In all',
  unknown: 'Not known',
  others: 'All others',
  othersAre: (names: string) => `All others: ${names}.`,
  none: 'none',
  people: (count: number) => `${count} people`,
  peopleScreened: (count: number) => `${count} people were screened.`,
  /** Dimensions that no code list names. */
  dimensions: { proposal: 'Proposal of the screening' } as Readonly<Record<string, string>>,
  invented: 'INVENTED DATA',
  inventedMore: 'No number here is about a real person or country.',
  contents: 'On this page',
  inShort: 'In short',
  ...{ basisOf, about, refusals, deduplicated },
  noTables: 'No table could be released.',
  refusedTables: 'Tables refused',
  withheldNumbers: 'Numbers withheld',
  minimum: 'Smallest group shown',
  key: 'How to read the charts and tables',
  keyShown: (minimum: number) => `a number of people, never fewer than ${minimum}`,
  keyWithheld: 'withheld: saying it could point to a person',
  keyZero: 'A blank cell is not a zero, and neither is a hatched one.',
  protectionShort: 'What was withheld, and why',
  protectionHead: 'What was put together, withheld and refused, and why',
  protection: (minimum: number) =>
    `In a small country one number can name a person to those who know a little already. So no number is shown that stands for fewer than ${minimum} people.`,
  zeros:
    'Zeros are withheld like small numbers: that there was nobody of a kind can tell on the others as surely as a count.',
  complementary:
    'Where one number of a row or column is withheld, another is withheld as well; otherwise it could be found by subtraction. A hatched mark is as large as the chart allows, so its size says nothing. Why a single number is withheld is never said.',
  pooled: (basis: string, table: string, what: string) =>
    `${basis}, ${table.toLowerCase()}: ${what} put together, because apart the numbers were too small.`,
  refused: (basis: string, table: string, why: string) =>
    `${basis}, ${table.toLowerCase()}: refused, because ${why}.`,
  nothingRefused: 'No table was refused.',
  nothingWithheld: 'In the tables that are shown, no number is withheld.',
  withheld: (numbers: number, tables: number) =>
    `${numbers} ${numbers === 1 ? 'number is' : 'numbers are'} withheld in ${tables} ${tables === 1 ? 'table' : 'tables'}.`,
  several:
    'A person may have been exploited in several ways and counts under each, so the rows can add up to more than the people in all.',
  coverageHead: 'Coverage',
  coverage:
    'These are the victims who came to the notice of an authority or a service, not all the victims there are. A change may come from more trafficking, from better detection or from better reporting.',
  coverageTable: 'Agencies whose records are in the numbers.',
  country: 'Country',
  reported: 'Reported',
  silent: 'Did not report',
  methodHead: 'Method',
  method: 'Protection',
  methodText: (version: string) =>
    `Numbers below the minimum are withheld, then others, so that none can be found by subtraction (minimum frequency with complementary suppression, version ${version}).`,
  audit: 'Audit',
  auditText: (worlds: number) =>
    `The tables were fixed before anybody counted and released together, once. Other sets of tables that would look just the same to somebody who knows these rules were worked out (${worlds} of them), until every withheld number was shown to stay open. What failed was put together with others, or refused.`,
  unit: 'Counting unit',
  unitText: 'One person in one country.',
  once: 'Counted once',
  basis: 'Status basis',
  basisText:
    'Identified and presumed victims are shown apart; numbers on different bases are never added up.',
  made: (date: string) => `Report of ${date}. It loads nothing from the network and runs no script.`,
  standard: 'Counted and released with ctdx, the Counter-Trafficking Data Exchange.',
} as const;
