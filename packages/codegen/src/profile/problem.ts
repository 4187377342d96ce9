/** Something that keeps a profile from being compiled. It holds no word that somebody typed. */
export interface ProfileProblem {
  readonly code: ProblemCode;
  /** Pointer into the profile, of names that a profile has and of numbers; anything else is written `*`. */
  readonly path: string;
}

/** Every kind of problem, and what to say of it. */
const sentences = {
  shape: 'is not what a profile has here',
  unknown: 'has a property that no profile has',
  missing: 'lacks a property that every profile has here',
  choice: 'must say exactly one of require, forbid, codes and bound',
  large: 'is larger than a profile may be',
  standard: 'is for a version of the standard that is not known here',
  country: 'is not the country of this profile',
  language: 'is not in the list of languages',
  currency: 'is not in the list of currencies',
  authority: 'is not in the list of authorities',
  agency: 'is not in the list of agency types',
  status: 'is not in the list of victim statuses',
  identifier: 'is not in the list of kinds of identifiers',
  twice: 'stands twice',
  prefix: 'must begin with the id of this profile',
  record: 'names a record type that the standard does not have',
  level: 'names a level at which that record does not exist',
  path: 'leads to nothing: the record has no such property at that level',
  'forbids-required': 'forbids what the standard or this profile requires',
  'not-coded': 'leads to a property that holds no codes which could be narrowed',
  'unknown-code': 'names a code that the list of that property does not have',
  'no-code-left': 'leaves no code that could be written',
  'not-bounded': 'bounds a property in a way that its type does not have',
  looser: 'is looser than the standard: a profile can only narrow',
  'no-value-left': 'leaves no value that could be written',
  syntax: 'is not an expression of CEL',
  'rule-name': 'refers to a property that the record does not have',
  'rule-absent': 'reads a property that may be absent: guard it with has()',
  'rule-type': 'joins values of types that do not go together',
  'rule-subset': 'uses something of CEL that rules do not have',
  pattern: 'is not a pattern of the safe kind: literals, classes, counts with an end, optional groups',
  costly: 'is a pattern that could take long: too many parts may vary',
  list: 'names a list that neither this profile nor the standard has',
  closed: 'refines a list of the standard that does not exist',
  broader: 'must name the code of the refined list that it belongs to',
  'standard-code': 'is already a code of the refined list',
} as const satisfies Record<string, string>;

export type ProblemCode = keyof typeof sentences;

/** A problem as a line: `/requirements/3/require leads to nothing: …`. */
export function describeProblem({ code, path }: ProfileProblem): string {
  return `${path === '' ? 'The profile' : path} ${sentences[code]}.`;
}
