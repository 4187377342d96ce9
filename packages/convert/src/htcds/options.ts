import type { Case } from '@ctdx/model';
import type { Limits } from '@ctdx/tables';
import type { IdRegister } from '../ids.js';
import type { RandomBytes } from '../uuid7.js';
import type { SourceMapping } from './mapping.js';

type Identified = Case<'identified'>;
type Handling = Identified['handling'];

/** How to import a file in HTCDS 2.0. What a mapping says is used where an option is not given. */
export interface ImportHtcdsOptions {
  /** ISO 3166-1 alpha-2 of the country that the cases belong to. Required here or in the mapping. */
  readonly country?: string;
  /** Id of the agency that keeps the file. @defaultValue the country code in small letters and `-agency` */
  readonly agency?: string;
  /** @defaultValue 'other' */
  readonly agencyType?: string;
  readonly profile?: string;
  /** What the source knows and HTCDS has no field for. See `readMapping`. */
  readonly mapping?: SourceMapping;
  /** Gives the ids that HTCDS lacks. @defaultValue a register that forgets when the program ends */
  readonly ids?: IdRegister;
  /** Header or letters of the column with ids. @defaultValue the column of the mapping, else `ctdx id` */
  readonly idColumn?: string;
  /** Marks every record as invented. @defaultValue false */
  readonly synthetic?: boolean;
  /** How the records may be used. Defaults: restricted; assistance and statistics; counter-trafficking law. */
  readonly handling?: {
    readonly marking?: Handling['marking'];
    readonly purposes?: readonly Handling['purposes'][number][];
    readonly legalBasis?: Handling['legalBasis'];
    /** Years from the day of issue. @defaultValue 10; an agency has a rule of its own and says it here */
    readonly retainYears?: number;
  };
  /** Argument number of the file, for positions. */
  readonly file?: number;
  /** Limits on the file. */
  readonly limits?: Partial<Limits>;
  /** @defaultValue the clock of the machine */
  readonly clock?: () => Date;
  /** @defaultValue the generator of the platform */
  readonly random?: RandomBytes;
}

/** Ten years let a case outlast its proceedings and its appeals. */
const retainYears = 10;

/** What every record of one import has in common. */
export interface Common {
  readonly source: Identified['source'];
  readonly profile: string | undefined;
  readonly synthetic: boolean;
  handlingAt(issuedAt: string): Handling;
}

/**
 * Joins options, mapping and defaults.
 * @throws {TypeError} when neither options nor mapping name the country by two capital letters.
 */
export function commonFrom(options: ImportHtcdsOptions): Common {
  const { mapping = { mapping: 'htcds-2.0' }, synthetic = false } = options;
  const country = options.country ?? mapping.country;
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) {
    throw new TypeError('An import needs a country: two capital letters of ISO 3166-1.');
  }
  const handling = { ...mapping.handling, ...options.handling };
  return {
    source: {
      country,
      agency: options.agency ?? mapping.agency ?? `${country.toLowerCase()}-agency`,
      agencyType: options.agencyType ?? mapping.agencyType ?? 'other',
    } as Identified['source'],
    profile: options.profile ?? mapping.profile,
    synthetic,
    handlingAt: (issuedAt) =>
      ({
        level: 'identified',
        marking: handling.marking ?? 'restricted',
        purposes: [...(handling.purposes ?? ['assistance', 'statistics'])],
        legalBasis: handling.legalBasis ?? 'counterTraffickingLaw',
        retainUntil: yearsAfter(issuedAt, handling.retainYears ?? retainYears),
      }) as Handling,
  };
}

function yearsAfter(issuedAt: string, years: number): string {
  const date = `${Number(issuedAt.slice(0, 4)) + years}${issuedAt.slice(4, 10)}`;
  return date.endsWith('-02-29') ? date.replace('-02-29', '-02-28') : date;
}
