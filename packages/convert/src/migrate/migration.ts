/** One thing that a step does. Each says both ways; `path` is where it stands in the older version. */
export type Operation =
  | { readonly op: 'add'; readonly path: string }
  | { readonly op: 'drop'; readonly path: string }
  | { readonly op: 'rename'; readonly path: string; readonly as: string }
  | { readonly op: 'move'; readonly path: string; readonly to: string }
  | { readonly op: 'setDefault'; readonly path: string; readonly value: string | number | boolean }
  | {
      readonly op: 'mapCodes';
      readonly path: string;
      readonly codes: readonly { readonly from: string; readonly to: string }[];
    }
  | {
      readonly op: 'addCodes';
      readonly path: string;
      readonly codes: readonly { readonly code: string; readonly becomes?: string }[];
    }
  | {
      readonly op: 'splitCode';
      readonly path: string;
      readonly code: string;
      readonly into: readonly string[];
      readonly becomes: string;
    }
  | {
      readonly op: 'mergeCodes';
      readonly path: string;
      readonly codes: readonly string[];
      readonly into: string;
      readonly becomes: string;
    }
  | { readonly op: 'wrap'; readonly path: string; readonly in: 'array' | 'object'; readonly name?: string };

/** A step of a migration: what it does to the records of one type. */
export interface Step {
  readonly id: string;
  readonly record: string;
  readonly do: Operation;
}

/** The steps from one version of the standard to the next; `schemas/migrations/1.0-1.1.json` holds one. */
export interface Migration {
  readonly from: string;
  readonly to: string;
  readonly steps: readonly Step[];
}

/** What a migration can lose, and what became of it. */
export const migrationLosses = {
  'left-out': 'The other version has no place for it.',
  coarsened: 'It became a wider code, and which of the narrower ones it was is gone.',
  assumed: 'The other version asks for more than was said; the code that the step names was taken.',
  'proofs-void': 'Digests and signatures are about other bytes now. Sign again after a migration.',
} as const;

/** Kind of a loss; {@link migrationLosses} says what it means. */
export type MigrationLossCode = keyof typeof migrationLosses;

/** One thing that a migration could not carry as it was: a place of the standard, never what stood there. */
export interface MigrationLoss {
  readonly code: MigrationLossCode;
  /** Pointer, with `*` for the entries of arrays. */
  readonly path: string;
  /** Id of the step; absent for proofs, which every step voids. */
  readonly step?: string;
}
