/** A cross-field rule, compiled from its CEL expression. */
export interface Rule {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  /** RFC 6901 pointer that the finding shows. */
  readonly path: string;
  /** True when the record is fine. It has the right shape, at one of the levels of the rule; `view` made it. */
  // biome-ignore lint/suspicious/noExplicitAny: generated code reads properties that the compiler has proved
  readonly holds: (record: any) => boolean;
}

/** The rules of a record type at a level. */
export interface RuleSet {
  /** What `holds` takes: the properties that rules ask for, each read once, because there are many rules. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly view: (record: any) => unknown;
  readonly rules: readonly Rule[];
}
