import type { Finding } from '@ctdx/model';
import { finding } from './to-finding.js';

/**
 * A property on the way to a code that may be worth a warning, or that code itself: of an open list, or of a list with
 * deprecated codes.
 */
export interface CodePlace {
  /** Name of the property; `*` for every entry of an array. */
  readonly name: string;
  readonly inside?: readonly CodePlace[];
  readonly list?: string;
  /** Whether the list holds a code. Absent for a closed list: there the shape has said it. */
  readonly has?: (code: string) => boolean;
  /** Deprecated codes and what replaces them. */
  readonly deprecated?: Readonly<Record<string, string>>;
}

/** Warnings about the codes of a record of the right shape. */
export function codeFindings(record: unknown, places: readonly CodePlace[]): Finding[] {
  const findings: Finding[] = [];
  for (const place of places) {
    visit((record as Record<string, unknown>)[place.name], place, `/${place.name}`, findings);
  }
  return findings;
}

function visit(value: unknown, place: CodePlace, path: string, findings: Finding[]): void {
  if (value === undefined) return;
  if (place.list !== undefined) report(value as string, place, place.list, path, findings);
  if (place.inside === undefined) return;
  for (const one of place.inside) {
    if (one.name === '*') {
      (value as readonly unknown[]).forEach((entry, at) => {
        visit(entry, one, `${path}/${at}`, findings);
      });
    } else visit((value as Record<string, unknown>)[one.name], one, `${path}/${one.name}`, findings);
  }
}

function report(code: string, place: CodePlace, list: string, path: string, findings: Finding[]): void {
  const { has, deprecated } = place;
  if (has !== undefined && !has(code)) findings.push(finding('unlisted-code', path, { list }));
  if (deprecated === undefined || !Object.hasOwn(deprecated, code)) return;
  const replacedBy = deprecated[code];
  findings.push(finding('deprecated-code', path, replacedBy ? { list, replacedBy } : { list }));
}
