import type { before, consistent } from './rule-functions.js';

/** A statement that narrows a record, at the levels at which its place exists. `*` in a path is every entry. */
export type ProfileCheck = {
  readonly record: string;
  readonly levels: readonly string[];
  readonly path: readonly string[];
} & (
  | { readonly kind: 'require' | 'forbid' }
  | { readonly kind: 'codes'; readonly allow?: readonly string[]; readonly except?: readonly string[] }
  | { readonly kind: 'bound'; readonly bound: ProfileBound; readonly limit: number | string }
);

export type ProfileBound =
  | 'maximum'
  | 'minimum'
  | 'maxLength'
  | 'minLength'
  | 'maxItems'
  | 'minItems'
  | 'precision';

/** A rule that a country adds, compiled from CEL. */
export interface ProfileRule {
  readonly id: string;
  readonly record: string;
  readonly levels: readonly string[];
  readonly severity: 'error' | 'warning';
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: generated code reads properties that the compiler has proved
  readonly holds: (record: any, functions: ProfileFunctions) => boolean;
}

/** What a compiled rule is handed, so that its module imports nothing. */
export interface ProfileFunctions {
  readonly before: typeof before;
  readonly consistent: typeof consistent;
}

/** A national profile as `ctdx compile` writes it: `profile` of `@ctdx/validate/profiles/bb`, or of a file of yours. */
export interface CompiledProfile {
  /** Of this shape; another number is refused. */
  readonly format: number;
  readonly id: string;
  readonly version: string;
  readonly standard: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Codes of the list `authority` that the bodies of the profile have. */
  readonly authorities: readonly string[];
  readonly bodies: readonly {
    readonly id: string;
    readonly decides?: readonly string[];
    readonly since?: string;
    readonly until?: string;
  }[];
  /** What a record writes as the law of a decision. */
  readonly laws: readonly string[];
  readonly checks: readonly ProfileCheck[];
  readonly rules: readonly ProfileRule[];
  readonly identifiers: readonly {
    readonly kind: string;
    readonly pattern?: string;
    readonly keywords?: readonly string[];
  }[];
  /** National codes of open lists, each with the code of that list which takes it in. */
  readonly codes: readonly { readonly list: string; readonly code: string; readonly broader: string }[];
  readonly extensions: readonly {
    readonly record: string;
    readonly name: string;
    readonly list: string;
    readonly codes: readonly string[];
    readonly lowestLevel: string;
    readonly privacy: string;
  }[];
  readonly sentences: readonly {
    readonly language: string;
    readonly rule: string;
    readonly says: string;
    readonly do: string;
  }[];
}

/** True for a profile that was compiled into the shape that this package knows. */
export function isCompiledProfile(value: unknown): value is CompiledProfile {
  if (typeof value !== 'object' || value === null) return false;
  const given = value as { readonly [Name in keyof CompiledProfile]?: unknown };
  return (
    given.format === 1 &&
    (['id', 'version', 'standard', 'country'] as const).every((name) => typeof given[name] === 'string') &&
    lists.every((name) => Array.isArray(given[name]))
  );
}

const lists = [
  'authorities',
  'bodies',
  'laws',
  'checks',
  'rules',
  'identifiers',
  'codes',
  'extensions',
  'sentences',
] as const satisfies readonly (keyof CompiledProfile)[];
