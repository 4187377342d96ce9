const mark: unique symbol = Symbol.for('@ctdx/model/release') as never;

/** Whom a count is about. `all` is for rows that carry no status. */
export type ReleaseBasis = 'identified' | 'presumed' | 'identifiedOrPresumed' | 'all';

/** A property that tables are made by. Its categories are declared, so that a missing one tells nothing. */
export interface PlanDimension {
  readonly name: string;
  /** Codes in the order of the table; late ones are hidden first. `unknown` is added at the end unless ruled out. */
  readonly categories: readonly string[];
  /** False when every person has it, such as the country that reports. @defaultValue true */
  readonly unknown?: boolean;
  /** A person may have several codes (forms, means): one yes/other table per code. @defaultValue false */
  readonly set?: boolean;
  /** Coarser groupings, finest first, each a partition of the categories. */
  readonly pools?: readonly {
    readonly name: string;
    readonly groups: Readonly<Record<string, readonly string[]>>;
  }[];
}

/** One table of the fixed set: no dimension is the total, one or two are a table. */
export interface PlanTable {
  readonly id: string;
  readonly dimensions: readonly string[];
  /** Two-way tables: dimensions that may be pooled away, in the order they are tried. */
  readonly pool?: readonly string[];
}

/** The fixed set of tables that is released together. It is public, and decided before anybody counts. */
export interface ReleasePlan {
  readonly dimensions: readonly PlanDimension[];
  readonly tables: readonly PlanTable[];
  /** Left out when rows carry no status. */
  readonly bases?: readonly Exclude<ReleaseBasis, 'all'>[];
}

/** A published number, or the SDMX observation status Q: suppressed. Why a cell is suppressed is never said. */
export type ReleaseCell =
  | { readonly at: readonly string[]; readonly value: number }
  | { readonly at: readonly string[]; readonly status: 'Q' };

/** A category of a released table: one of the plan, or several that are said together. */
export interface ReleaseCategory {
  readonly code: string;
  readonly of: readonly string[];
}

/** Why a table is not there. A reason follows from what is published beside it, or was audited like a table. */
export type RefusalReason =
  | 'tooFewPersons'
  | 'tooFewPerCategory'
  | 'basisNotSplit'
  | 'marginsNotReleased'
  | 'tooLarge'
  | 'refusalWouldTell'
  | 'noSafePattern';

interface TableHead {
  /** Id of the table in the plan. */
  readonly table: string;
  readonly basis: ReleaseBasis;
  readonly unit: 'persons';
}

/** A table that may be published. */
export interface ReleasedTable extends TableHead {
  readonly status: 'released';
  readonly dimensions: readonly { readonly name: string; readonly categories: readonly ReleaseCategory[] }[];
  /** Dimensions of the plan's table that were pooled, wholly or to coarser categories. */
  readonly pooled: readonly string[];
  readonly cells: readonly ReleaseCell[];
}

/** A table that may not, and why. It holds no count. */
export interface RefusedTable extends TableHead {
  readonly status: 'refused';
  readonly dimensions: readonly { readonly name: string }[];
  readonly reason: RefusalReason;
}

/** What is released, before it carries the mark. */
export interface ReleaseContent {
  readonly level: 'aggregate';
  /** True when the persons are invented. */
  readonly synthetic: boolean;
  readonly deduplicated: 'agency' | 'national' | 'regional' | 'unknown';
  readonly protection: {
    readonly method: 'suppression';
    /** Version of the algorithm; an audit needs the same one. */
    readonly version: string;
    readonly minimum: number;
    readonly zeros: 'protected' | 'shown';
  };
  readonly plan: ReleasePlan;
  readonly tables: readonly (ReleasedTable | RefusedTable)[];
  readonly audit: {
    readonly criterion: string;
    /** Worlds that were filled, run through the algorithm and compared. */
    readonly worlds: number;
    /** Hidden cells that were shown to be open. */
    readonly hidden: number;
  };
}

/** What disclosure control let out, and the only thing that is published. Parsed JSON is not a release. */
export interface Release extends ReleaseContent {
  readonly [mark]: true;
}

/** Freezes and marks what disclosure control decided. Only the anonymizer calls it, after its audit. */
export function markRelease(content: ReleaseContent): Release {
  const release = freeze(structuredClone(content));
  return Object.freeze(Object.defineProperty({ ...release }, mark, { value: true })) as unknown as Release;
}

/** True across two copies of this package. */
export function isRelease(value: unknown): value is Release {
  return typeof value === 'object' && value !== null && mark in value && Object.isFrozen(value);
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
