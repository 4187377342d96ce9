/** How well a fact was checked against its source. */
export type Verification = 'verified' | 'secondary' | 'inferred' | 'unverified' | 'conflicting' | 'proposal';

/** A fact with where it was read. */
export interface Cited {
  readonly verification: Verification;
  /** Address of the page or document. */
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
  readonly since?: string;
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
  readonly amended?: readonly (Cited & { readonly year: number })[];
  readonly notes?: readonly (Cited & { readonly text: string })[];
}

/** What has to be known about one country to check its records. It can only narrow the standard. */
export interface Profile {
  readonly id: string;
  readonly version: string;
  readonly title: Readonly<Record<string, string>>;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Codes of the list `language`; the first is the language of administration. */
  readonly languages: readonly string[];
  /** ISO 4217. */
  readonly currency?: string;
  /** How languages and currency are known. */
  readonly verification: Verification;
  readonly authorities: readonly ProfileAuthority[];
  readonly laws: readonly ProfileLaw[];
}
