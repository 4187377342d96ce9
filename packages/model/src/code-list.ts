/** One code of a list: what it is called and what it means. */
export interface Code {
  readonly code: string;
  /** Name for people, per language. */
  readonly label: Readonly<Record<string, string>>;
  /** What it means, per language. */
  readonly definition?: Readonly<Record<string, string>>;
  /** A deprecated code stays readable for ever; new records take its replacement. */
  readonly status: 'active' | 'deprecated';
  /** The wider code of the same list that holds this one. */
  readonly broader?: string;
  readonly replacedBy?: string;
  /** Day the code was deprecated, `YYYY-MM-DD`. */
  readonly deprecatedOn?: string;
  /** Day by which nobody should write the code any more, `YYYY-MM-DD`. It is read all the same. */
  readonly sunset?: string;
  /** Counts up when the code has come to mean something else. */
  readonly meaning?: number;
  /** What other standards call it, by standard. */
  readonly maps?: Readonly<Record<string, readonly string[]>>;
  /** How the code of the other standard relates to this one, where they are not the same. */
  readonly mapRelation?: Readonly<Record<string, string>>;
  /** How well each map was checked, where it differs from the list. */
  readonly mapVerification?: Readonly<Record<string, string>>;
  /** Ages of an age band, in whole years, both included. */
  readonly minimumAge?: number;
  readonly maximumAge?: number;
  /** How the code is known, where it differs from the list. */
  readonly verification?: string;
  /** Further facts that software may use. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/** A code list with everything that is known of it. */
export interface CodeList {
  readonly name: string;
  readonly version: string;
  readonly title: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  /** An open list accepts a code that it does not hold, with a warning; a closed one refuses it. */
  readonly open: boolean;
  readonly source?: { readonly name: string; readonly url?: string; readonly licence?: string };
  /** How well the list was checked against its source. */
  readonly verification: string;
  readonly codes: readonly Code[];
}
