import type { Finding } from './finding.js';

/** `T` with every property, at every depth, read-only. */
export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/**
 * A record that was checked and has no error. Only validation makes one. The mark is a string key, so that two
 * installed copies of this package agree; it exists in the type alone and is never written to the record.
 */
export type Valid<T> = DeepReadonly<T> & { readonly '~ctdx.valid': true };

/** What a check found. Warnings exist on valid records too, so both arms carry findings. */
export type Checked<T> =
  | {
      readonly ok: true;
      readonly value: Valid<T>;
      readonly findings: readonly Finding[];
      /** False when the limit on findings cut the list short. */
      readonly complete: boolean;
    }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly complete: boolean };
