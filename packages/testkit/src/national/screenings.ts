import type { SeededRandom } from '../random.js';
import type { NationalPlan } from './countries.js';
import type { SheetCell } from './sheets.js';

/** One invented screening by header, in English. */
export type ScreeningRow = Record<string, SheetCell>;

/** How the office of a country keeps its screenings. */
export interface ScreeningShape {
  readonly count: number;
  readonly format: 'xlsx' | 'csv';
  /** Answers in a sheet of their own, or in one column for each indicator. */
  readonly answers: 'sheet' | 'columns';
  readonly language: 'en' | 'fr';
  readonly citizenships: readonly string[];
}

/** The four offices. Two screen many people, two a few; one writes French. */
export const screeningShapes: Readonly<Record<NationalPlan['country'], ScreeningShape>> = {
  BS: {
    count: 38,
    format: 'xlsx',
    answers: 'sheet',
    language: 'en',
    citizenships: ['Haiti', 'Haiti', 'Jamaica', 'Colombia', 'Bahamas'],
  },
  JM: {
    count: 36,
    format: 'csv',
    answers: 'columns',
    language: 'en',
    citizenships: ['Jamaica', 'Jamaica', 'Haiti', 'Guyana', 'India'],
  },
  BB: {
    count: 6,
    format: 'xlsx',
    answers: 'columns',
    language: 'en',
    citizenships: ['Guyana', 'Jamaica', 'Barbados'],
  },
  LC: {
    count: 5,
    format: 'csv',
    answers: 'columns',
    language: 'fr',
    citizenships: ['Sainte-Lucie', 'Guyana', 'Dominique'],
  },
};

/** Headers of the sheet of screenings, in English. */
export const screeningHeaders = [
  'Screening no.',
  'Person no.',
  'Case no.',
  'Date of screening',
  'Setting',
  'Screener',
  'Sex',
  'Age',
  'Age at',
  'Citizenship',
  'Interpreter',
  'Suspected forms',
  'Child alone',
  'Exploiter present',
  'Act',
  'Act rests on',
  'Means',
  'Means rests on',
  'Purpose',
  'Purpose rests on',
  'Proposal',
  'Decision',
  'Date of decision',
  'Next steps',
] as const;

/** Headers of the sheet of answers. */
export const answerHeaders = ['Screening no.', 'Indicator', 'Finding', 'Basis'] as const;

/** Indicators that the offices ask about: one for the act, one for means, one for the purpose. */
export const askedIndicators = { act: 'ilo.dr.01', means: 'ilo.cr.02', purpose: 'ilo.ex.01' } as const;

const settings = ['Airport', 'Police station', 'Police operation', 'Workplace', 'Bar or club', 'Shelter'];
const screeners = ['Officer Nine', 'Officer Twelve', 'Officer Thirty'];
const answers = ['Yes', 'Yes', 'No', 'Unknown', 'Not asked', 'Refused'];

/**
 * Makes the screenings of a country in the order of their dates. Some people are screened twice, some have a case in
 * the country's workbook, some nobody can tell apart: they have no number.
 */
export function makeScreenings(
  plan: NationalPlan,
  shape: ScreeningShape,
  cases: readonly { readonly number: string; readonly year: number }[],
  random: SeededRandom,
): ScreeningRow[] {
  const dates = Array.from(
    { length: shape.count },
    () => `${random.int(2022, 2025)}-${two(random.int(1, 12))}-${two(random.int(13, 28))}`,
  ).sort();
  const rows: ScreeningRow[] = [];
  for (const [index, date] of dates.entries()) {
    const number = `S-${plan.country}-${two(index + 1)}`;
    const again = index > 3 && random.chance(0.12) ? rows[random.int(0, index - 2)] : undefined;
    const known = cases.filter(({ year }) => year >= Number(date.slice(0, 4)));
    const own =
      again === undefined && known.length > 0 && random.chance(0.4) ? random.pick(known).number : undefined;
    rows.push(makeScreening({ plan, shape, number, date, again, own, random }));
  }
  return rows;
}

interface Request {
  readonly plan: NationalPlan;
  readonly shape: ScreeningShape;
  readonly number: string;
  readonly date: string;
  readonly again: ScreeningRow | undefined;
  readonly own: string | undefined;
  readonly random: SeededRandom;
}

function makeScreening({ shape, number, date, again, own, random }: Request): ScreeningRow {
  const act = random.pick(answers);
  const means = random.pick(answers);
  const purpose = random.pick(answers);
  const presumed = act === 'Yes' && purpose === 'Yes' && means === 'Yes';
  const excluded = act === 'No' && purpose === 'No';
  const age = random.chance(0.2) ? random.int(13, 17) : random.int(18, 45);
  const restsOn = (finding: string, indicator: string) => (finding === 'Yes' ? indicator : undefined);
  const childAlone = age < 18 && random.chance(0.3);
  return {
    'Screening no.': number,
    'Person no.': again?.['Person no.'] ?? own ?? (random.chance(0.9) ? `P-${number}` : undefined),
    'Case no.': own,
    'Date of screening': { date },
    Setting: random.pick(settings),
    Screener: random.pick(screeners),
    Sex: again?.['Sex'] ?? (random.chance(0.65) ? 'Female' : 'Male'),
    Age: random.chance(0.9) ? age : 'Unknown',
    'Age at': 'Registration',
    Citizenship: random.pick(shape.citizenships),
    Interpreter: random.chance(0.3) ? 'Yes' : 'No',
    'Suspected forms':
      presumed || random.chance(0.3) ? random.pick(['Sexual exploitation', 'Forced labour']) : undefined,
    'Child alone': childAlone ? 'Yes' : random.pick(['No', 'No', 'Not asked']),
    'Exploiter present': random.pick(['No', 'No', 'Unknown']),
    Act: act,
    'Act rests on': restsOn(act, askedIndicators.act),
    Means: means,
    'Means rests on': restsOn(means, askedIndicators.means),
    Purpose: purpose,
    'Purpose rests on': restsOn(purpose, askedIndicators.purpose),
    Proposal: presumed ? 'Presumed' : excluded ? 'No indication' : 'Inconclusive',
    ...(presumed && random.chance(0.6) ? decision(date, random) : {}),
    'Next steps': childAlone
      ? 'Child protection; Refer'
      : presumed
        ? 'Refer; Submit for decision'
        : 'Follow-up',
  };
}

function decision(date: string, random: SeededRandom): ScreeningRow {
  const day = new Date(Date.parse(`${date}T00:00:00Z`) + random.int(2, 30) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return {
    Decision: random.chance(0.7) ? 'Identified victim' : 'Presumed victim',
    'Date of decision': { date: day < '2025-12-31' ? day : '2025-12-31' },
  };
}

/** What the French sheet calls headers and codes. */
export const french: Readonly<Record<string, string>> = {
  'Screening no.': 'N° d’entretien',
  'Person no.': 'N° de la personne',
  'Case no.': 'N° du dossier',
  'Date of screening': 'Date de l’entretien',
  Setting: 'Cadre',
  Screener: 'Agent',
  Sex: 'Sexe',
  Age: 'Âge',
  'Age at': 'Âge au moment de',
  Citizenship: 'Nationalité',
  Interpreter: 'Interprète',
  'Suspected forms': 'Formes soupçonnées',
  'Child alone': 'Enfant seul',
  'Exploiter present': 'Présence de l’exploiteur',
  Act: 'Acte',
  'Act rests on': 'Acte : repose sur',
  Means: 'Moyens',
  'Means rests on': 'Moyens : repose sur',
  Purpose: 'But',
  'Purpose rests on': 'But : repose sur',
  Proposal: 'Proposition',
  Decision: 'Décision',
  'Date of decision': 'Date de la décision',
  'Next steps': 'Prochaines étapes',
  'Basis of the answers': 'Base des réponses',
  Stated: 'Déclaré',
  Airport: 'Aéroport',
  'Police station': 'Poste de police',
  'Police operation': 'Opération de police',
  Workplace: 'Lieu de travail',
  'Bar or club': 'Bar ou club',
  Shelter: 'Foyer d’hébergement',
  Female: 'Féminin',
  Male: 'Masculin',
  Registration: 'Enregistrement',
  Yes: 'Oui',
  No: 'Non',
  Unknown: 'Inconnu',
  'Not asked': 'Non demandé',
  Refused: 'A refusé',
  'Sexual exploitation': 'Exploitation sexuelle',
  'Forced labour': 'Travail forcé',
  Presumed: 'Victime présumée',
  'No indication': 'Aucun signe',
  Inconclusive: 'Non concluant',
  'Identified victim': 'Victime identifiée',
  'Presumed victim': 'Victime présumée',
  'Child protection; Refer': 'Protection de l’enfance; Orientation',
  'Refer; Submit for decision': 'Orientation; Transmission pour décision',
  'Follow-up': 'Suivi',
};

function two(number: number): string {
  return String(number).padStart(2, '0');
}
