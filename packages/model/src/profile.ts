/** How well a fact was checked against its source. */
export type Verification = 'verified' | 'secondary' | 'inferred' | 'unverified' | 'conflicting' | 'proposal';

/** A fact with where it was read. */
export interface Cited {
  readonly verification: Verification;
  /** Address of the page or document, or what it is where it has none. */
  readonly source: string;
}

/** A body of a country that may decide, identify or help. */
export interface ProfileAuthority extends Cited {
  /** What a record writes as the body that decided. */
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Code of the list `authority`. */
  readonly authority: string;
  /** Code of the list `agency-type`. */
  readonly agencyType: string;
  /** Codes of the list `victim-status` that it may decide. Absent: not known which. */
  readonly decides?: readonly string[];
  readonly since?: string;
  readonly until?: string;
}

/** What one section of a law settles. */
export interface ProfileSection extends Cited {
  /** As the law numbers it: `16`, `33(4)(c)`. */
  readonly section: string;
  /** `childRule`, `confidentiality` and so on: the words of `schemas/meta/profile.schema.json`. */
  readonly subject: string;
  readonly text?: string;
}

/** A law of a country. */
export interface ProfileLaw extends Cited {
  /** What a record writes as the law of a decision. */
  readonly id: string;
  readonly subject: 'trafficking' | 'dataProtection';
  readonly title: string;
  readonly year: number;
  readonly number?: string;
  readonly inForceOn?: string;
  readonly until?: string;
  readonly amended?: readonly (Cited & { readonly year: number })[];
  readonly sections?: readonly ProfileSection[];
  readonly notes?: readonly (Cited & { readonly text: string })[];
}

/** A kind of number that names a person, so that it can be found where it should not stand. */
export interface ProfileIdentifier extends Cited {
  /** Code of the list `identifier-kind`, or `telephone`. */
  readonly kind: string;
  readonly title: string;
  /** Regular expression of the safe kind. Absent: the format is not known, and the keywords alone count. */
  readonly pattern?: string;
  readonly keywords?: readonly string[];
  readonly reveals?: string;
}

/** A statement that narrows a record; it has one of `require`, `forbid`, `codes` and `bound`. */
export interface ProfileRequirement extends Cited {
  readonly record: string;
  readonly levels?: readonly string[];
  readonly require?: string;
  readonly forbid?: string;
  readonly codes?: {
    readonly path: string;
    readonly allow?: readonly string[];
    readonly except?: readonly string[];
  };
  readonly bound?: { readonly path: string; readonly [keyword: string]: string | number };
  readonly why: string;
}

/** A rule that a country adds, in CEL. */
export interface ProfileAddedRule extends Cited {
  readonly id: string;
  readonly record: string;
  readonly levels?: readonly string[];
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly expression: string;
  readonly says: Readonly<Record<string, string>>;
  readonly do: Readonly<Record<string, string>>;
  readonly why: string;
}

/** A code list of a country. */
export interface ProfileList extends Cited {
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  /** The list of the standard that it says more finely. */
  readonly refines?: string;
  readonly codes: readonly {
    readonly code: string;
    readonly label: Readonly<Record<string, string>>;
    readonly definition: Readonly<Record<string, string>>;
    readonly status: 'active' | 'deprecated';
    readonly broader?: string;
  }[];
}

/** A field that a country adds to a record, under `extensions`. */
export interface ProfileExtension extends Cited {
  readonly record: string;
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  readonly privacy: 'quasi' | 'sensitive' | 'plain';
  readonly list: string;
  readonly lowestLevel: 'identified' | 'pseudonymized';
  readonly why: string;
}

/**
 * What has to be known about one country, and what it asks beyond the standard, as data. It can only narrow the
 * standard. To check records against it take its compiled form, `@ctdx/validate/profiles/<id>`.
 */
export interface Profile {
  readonly id: string;
  readonly version: string;
  /** Version of the standard that it narrows. */
  readonly standard: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly title: Readonly<Record<string, string>>;
  /** Codes of the list `language`, by role. That one is here does not mean that there are sentences in it. */
  readonly languages: Cited & {
    readonly administration: readonly string[];
    readonly spoken?: readonly string[];
  };
  /** ISO 4217. */
  readonly currency?: Cited & { readonly code: string };
  /** Month and day on which it begins, `04-01`. Absent: not known. */
  readonly fiscalYear?: Cited & { readonly start: string };
  readonly authorities: readonly ProfileAuthority[];
  readonly laws: readonly ProfileLaw[];
  readonly identifiers?: readonly ProfileIdentifier[];
  readonly requirements?: readonly ProfileRequirement[];
  readonly rules?: readonly ProfileAddedRule[];
  readonly lists?: readonly ProfileList[];
  readonly extensions?: readonly ProfileExtension[];
  /** What was looked for and not found. */
  readonly unknown?: readonly string[];
}
