/**
 * What every record that travels holds: the header. An agreement grants the rest by name.
 * `provenance` is granted only as far as it says whether a record is invented.
 */
const header: readonly string[] = [
  '/type',
  '/schemaVersion',
  '/id',
  '/revision',
  '/issuedAt',
  '/source/country',
  '/source/agency',
  '/source/agencyType',
  '/handling/level',
  '/handling/marking',
  '/handling/purposes/*',
  '/handling/legalBasis',
  '/handling/retainUntil',
  '/codeListVersion',
  '/profile',
  '/provenance/synthetic',
];

/** One segment of a pattern: what it takes, and what may follow. */
interface Grant {
  whole: boolean;
  below: boolean;
  readonly next: Map<string, Grant>;
}

const newGrant = (): Grant => ({ whole: false, below: false, next: new Map() });

/** Tells which parts of a record a clause does not grant. */
export type FieldFilter = (record: unknown) => readonly string[];

/**
 * Compiles the patterns of a clause, the header added. The filter returns the pointer of each value that no
 * pattern takes, entries of arrays by number; of a part that no pattern enters at all, its topmost pointer.
 */
export function fieldFilter(patterns: readonly string[]): FieldFilter {
  const root = newGrant();
  for (const pattern of [...header, ...patterns]) add(root, pattern.split('/').slice(1));
  return (record) => {
    const refused: string[] = [];
    walk(record, root, '', refused);
    return refused;
  };
}

function add(grant: Grant, segments: readonly string[]): void {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    grant.whole = true;
  } else if (segment === '**') {
    grant.below = true;
  } else {
    const next = grant.next.get(segment) ?? newGrant();
    grant.next.set(segment, next);
    add(next, rest);
  }
}

function walk(value: unknown, grant: Grant, pointer: string, refused: string[]): void {
  if (grant.below) return;
  if (typeof value !== 'object' || value === null) {
    if (!grant.whole) refused.push(pointer);
    return;
  }
  const isList = Array.isArray(value);
  for (const [key, member] of Object.entries(value)) {
    // The wildcard stands for entries of arrays alone: a property that is called `*` is granted by nothing.
    const next = isList ? grant.next.get('*') : key === '*' ? undefined : grant.next.get(key);
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (next === undefined) refused.push(place);
    else walk(member, next, place, refused);
  }
}
