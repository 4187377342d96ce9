import type { Finding } from '@ctdx/model';
import { finding } from './to-finding.js';

/** A place in a record that holds a code worth a warning: of an open list, or of a list with deprecated codes. */
export interface CodePlace {
  /** Names of properties from the record down; `*` for every entry of an array. */
  readonly path: readonly string[];
  readonly list: string;
  /** Whether the list holds a code. Absent for a closed list: there the shape has said it. */
  readonly has?: (code: string) => boolean;
  /** Deprecated codes and what replaces them. */
  readonly deprecated?: Readonly<Record<string, string>>;
}

/** Warnings about the codes of a record of the right shape. */
export function codeFindings(record: unknown, places: readonly CodePlace[]): Finding[] {
  const findings: Finding[] = [];
  for (const place of places) visit(record, place, 0, '', findings);
  return findings;
}

function visit(value: unknown, place: CodePlace, at: number, path: string, findings: Finding[]): void {
  if (value === undefined) return;
  const name = place.path[at];
  if (name === undefined) {
    report(value as string, place, path, findings);
  } else if (name === '*') {
    const entries = value as readonly unknown[];
    for (let index = 0; index < entries.length; index += 1) {
      visit(entries[index], place, at + 1, `${path}/${index}`, findings);
    }
  } else {
    visit((value as Record<string, unknown>)[name], place, at + 1, `${path}/${name}`, findings);
  }
}

function report(code: string, { list, has, deprecated }: CodePlace, path: string, findings: Finding[]): void {
  if (has !== undefined && !has(code)) findings.push(finding('unlisted-code', path, { list }));
  if (deprecated === undefined || !Object.hasOwn(deprecated, code)) return;
  const replacedBy = deprecated[code];
  findings.push(finding('deprecated-code', path, replacedBy ? { list, replacedBy } : { list }));
}
