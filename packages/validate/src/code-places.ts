import type { Finding } from '@ctdx/model';
import { type Deprecation, deprecationFinding } from './deprecation.js';
import { finding } from './to-finding.js';

/**
 * A property on the way to something that may be worth a warning, or that thing itself: a code of an open list, a
 * deprecated code, a deprecated property.
 */
export interface CodePlace {
  /** Name of the property; `*` for every entry of an array. */
  readonly name: string;
  readonly inside?: readonly CodePlace[];
  readonly list?: string;
  /** Whether the list holds a code. Absent for a closed list: there the shape has said it. */
  readonly has?: (code: string) => boolean;
  /** Deprecated codes of the list. */
  readonly deprecated?: Readonly<Record<string, Deprecation>>;
  /** Set when the property itself is deprecated. */
  readonly gone?: Deprecation;
}

/** Warnings about the codes and the deprecated properties of a record of the right shape. */
export function codeFindings(record: unknown, places: readonly CodePlace[], now?: Date): Finding[] {
  const findings: Finding[] = [];
  for (const place of places) {
    visit((record as Record<string, unknown>)[place.name], place, `/${place.name}`, now, findings);
  }
  return findings;
}

function visit(
  value: unknown,
  place: CodePlace,
  path: string,
  now: Date | undefined,
  findings: Finding[],
): void {
  if (value === undefined) return;
  if (place.gone !== undefined) findings.push(deprecationFinding('property', path, place.gone, now));
  if (place.list !== undefined) report(value as string, place, place.list, path, now, findings);
  if (place.inside === undefined) return;
  for (const one of place.inside) {
    if (one.name === '*') {
      (value as readonly unknown[]).forEach((entry, at) => {
        visit(entry, one, `${path}/${at}`, now, findings);
      });
    } else visit((value as Record<string, unknown>)[one.name], one, `${path}/${one.name}`, now, findings);
  }
}

function report(
  code: string,
  { has, deprecated }: CodePlace,
  list: string,
  path: string,
  now: Date | undefined,
  findings: Finding[],
): void {
  if (has !== undefined && !has(code)) findings.push(finding('unlisted-code', path, { list }));
  if (deprecated === undefined || !Object.hasOwn(deprecated, code)) return;
  findings.push(deprecationFinding('code', path, deprecated[code] as Deprecation, now, { list }));
}
