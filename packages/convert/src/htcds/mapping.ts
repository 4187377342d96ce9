import type { Finding } from '@ctdx/model';
import { isHtcdsField } from './columns.js';
import type { DateOrder } from './dates.js';
import { checkShape, type Shape } from './mapping-shape.js';

/** Columns that an agency adds to the template because HTCDS has no field for them. Headers, as they read. */
export interface ExtraColumns {
  /** The agency's own number of the row: one a person and a case. */
  readonly id?: string;
  /** Number shared by the victims of one incident. */
  readonly incident?: string;
  /** Number of the person, where one person has several cases. */
  readonly person?: string;
  readonly registeredOn?: string;
  readonly closedOn?: string;
  /** Day of the authority's decision on the status. */
  readonly statusDate?: string;
  readonly recruitmentCountry?: string;
  readonly exploitationCountry?: string;
}

/**
 * What a source knows and HTCDS has no field for. One file a source, kept with the source. Headers in it are the
 * agency's own, so the file is as confidential as they are.
 */
export interface SourceMapping {
  readonly mapping: 'htcds-2.0';
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly agency?: string;
  readonly agencyType?: string;
  readonly profile?: string;
  readonly columns?: ExtraColumns;
  /** Headers of a source that renamed HTCDS columns, by field of HTCDS. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Headers of columns whose text is kept, without a finding each time. */
  readonly keepAsText?: readonly string[];
  /** One registration date for the whole file, such as the year it covers: `2023`, `2023-04`, `2023-04-17`. */
  readonly registeredOn?: string;
  /** How the source writes dates that are all digits. Without it such dates are refused when ambiguous. */
  readonly dates?: DateOrder;
  /**
   * The decision behind `Actual victim of trafficking`. Only with authority, law and a date does a victim become
   * `identified`; without them the status stays `presumed`.
   */
  readonly status?: {
    readonly authority?: string;
    readonly body?: string;
    readonly law?: string;
    /** One date for every decision in the file; a column `statusDate` comes first. */
    readonly date?: string;
  };
  readonly handling?: {
    readonly marking?: string;
    readonly purposes?: readonly string[];
    readonly legalBasis?: string;
    readonly retainYears?: number;
  };
}

const header: Shape = { type: 'string', pattern: /^.{1,255}$/su };
const partialDate: Shape = { type: 'string', pattern: /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/ };
const code: Shape = { type: 'string', pattern: /^[A-Za-z][A-Za-z0-9]{1,63}$/ };
const body: Shape = { type: 'string', pattern: /^[a-z0-9][a-z0-9-]{0,62}$/ };

const shape: Shape = {
  type: 'object',
  required: ['mapping'],
  properties: {
    mapping: { type: 'string', pattern: /^htcds-2\.0$/ },
    country: { type: 'string', pattern: /^[A-Z]{2}$/ },
    agency: body,
    agencyType: code,
    profile: code,
    columns: {
      type: 'object',
      properties: {
        id: header,
        incident: header,
        person: header,
        registeredOn: header,
        closedOn: header,
        statusDate: header,
        recruitmentCountry: header,
        exploitationCountry: header,
      },
    },
    fields: { type: 'record', keys: isHtcdsField, values: header },
    keepAsText: { type: 'array', items: header },
    registeredOn: partialDate,
    dates: { type: 'string', pattern: /^(dayFirst|monthFirst)$/ },
    status: {
      type: 'object',
      properties: {
        authority: code,
        body,
        law: { type: 'string', pattern: /^[A-Z]{2}-[A-Z]{2,10}-[12][0-9]{3}(-[0-9]{1,3})?$/ },
        date: partialDate,
      },
    },
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
export type MappingRead =
  | { readonly ok: true; readonly mapping: SourceMapping }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Checks a mapping file that was parsed from JSON. Findings hold a path into the file and none of its text.
 * @example readMapping({ mapping: 'htcds-2.0', country: 'BB', columns: { id: 'Case No' } })
 */
export function readMapping(input: unknown): MappingRead {
  const paths = checkShape(input, shape);
  if (paths.length === 0) return { ok: true, mapping: input as SourceMapping };
  return { ok: false, findings: paths.map((path) => ({ code: 'mapping-wrong', severity: 'error', path })) };
}
