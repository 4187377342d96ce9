import type { Finding } from '@ctdx/model';
import type { Limits } from '@ctdx/tables';
import type { DateOrder } from '../htcds/dates.js';
import { checkShape, type Shape } from '../htcds/mapping-shape.js';
import type { IdRegister } from '../ids.js';
import type { RandomBytes } from '../uuid7.js';
import { type LayoutName, layoutNames } from './layout.js';

/**
 * What a source knows and its table does not say. One file a source, kept with the source. Headers in it are the
 * agency's own, so the file is as confidential as they are.
 */
export interface LayoutMapping {
  readonly mapping: LayoutName;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly agency?: string;
  readonly agencyType?: string;
  readonly profile?: string;
  /** Headers of a source that renamed columns, by column of the layout; in other sheets `sheet.column`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** What stands in a column that the source does not have, such as the one law of the country. */
  readonly values?: Readonly<Record<string, string>>;
  /** How the source writes dates that are all digits. Without it such dates are refused when ambiguous. */
  readonly dates?: DateOrder;
  readonly handling?: HandlingWishes;
}

/** How the records may be used. */
export interface HandlingWishes {
  readonly marking?: string;
  readonly purposes?: readonly string[];
  readonly legalBasis?: string;
  /** Years from the day of issue. @defaultValue 10; an agency has a rule of its own and says it here */
  readonly retainYears?: number;
}

/** How to import a table in a layout. What a mapping says is used where an option is not given. */
export interface ImportTableOptions {
  /** ISO 3166-1 alpha-2 of the country that the records belong to. Required here or in the mapping. */
  readonly country?: string;
  /** Id of the agency that keeps the file. @defaultValue the country code in small letters and `-agency` */
  readonly agency?: string;
  /** @defaultValue 'other' */
  readonly agencyType?: string;
  readonly profile?: string;
  /** See `readLayoutMapping`. */
  readonly mapping?: LayoutMapping;
  /** Gives the ids that the source lacks. @defaultValue a register that forgets when the program ends */
  readonly ids?: IdRegister;
  /** Header or letters of the column with ids. @defaultValue the column of the layout, else `ctdx id` */
  readonly idColumn?: string;
  /** Marks every record as invented. @defaultValue false */
  readonly synthetic?: boolean;
  /** Defaults of a screening: restricted; assistance and statistics; counter-trafficking law. Of a plan: internal; monitoring of plans; public interest. */
  readonly handling?: HandlingWishes;
  /** Argument number of the file, for positions. */
  readonly file?: number;
  /** Limits on the file. */
  readonly limits?: Partial<Limits>;
  /** @defaultValue the clock of the machine */
  readonly clock?: () => Date;
  /** @defaultValue the generator of the platform */
  readonly random?: RandomBytes;
}

const text: Shape = { type: 'string', pattern: /^.{1,255}$/su };
const code: Shape = { type: 'string', pattern: /^[A-Za-z][A-Za-z0-9]{1,63}$/ };
const place = (key: string): boolean => /^[a-z][A-Za-z]{0,40}(\.[a-z][A-Za-z]{0,40})?$/.test(key);

const shape: Shape = {
  type: 'object',
  required: ['mapping'],
  properties: {
    mapping: { type: 'string', pattern: new RegExp(`^(${layoutNames.join('|').replaceAll('.', '\\.')})$`) },
    country: { type: 'string', pattern: /^[A-Z]{2}$/ },
    agency: { type: 'string', pattern: /^[a-z0-9][a-z0-9-]{0,62}$/ },
    agencyType: code,
    profile: code,
    columns: { type: 'record', keys: place, values: text },
    values: { type: 'record', keys: place, values: text },
    dates: { type: 'string', pattern: /^(dayFirst|monthFirst)$/ },
    handling: {
      type: 'object',
      properties: {
        marking: code,
        purposes: { type: 'array', items: code },
        legalBasis: code,
        retainYears: { type: 'integer', minimum: 1, maximum: 100 },
      },
    },
  },
};

/** A mapping that was read, or what is wrong with it and where. */
export type LayoutMappingRead =
  | { readonly ok: true; readonly mapping: LayoutMapping }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Checks a mapping file of a layout that was parsed from JSON. Findings hold a path into the file and none of its text.
 * @example readLayoutMapping({ mapping: 'screening-table-1.0', country: 'BB', columns: { number: 'Interview' } })
 */
export function readLayoutMapping(input: unknown): LayoutMappingRead {
  const paths = checkShape(input, shape);
  if (paths.length === 0) return { ok: true, mapping: input as LayoutMapping };
  return { ok: false, findings: paths.map((path) => ({ code: 'mapping-wrong', severity: 'error', path })) };
}
