/** A cross-field rule, compiled from its CEL expression. */
export interface Rule {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  /** RFC 6901 pointer that the finding shows. */
  readonly path: string;
  /** True when the record is fine. The record has the right shape, at one of the levels of the rule. */
  // biome-ignore lint/suspicious/noExplicitAny: generated code reads properties that the compiler has proved
  readonly holds: (record: any) => boolean;
}
