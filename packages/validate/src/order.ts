import type { Finding } from '@ctdx/model';

/** Puts findings in the order of the record: by path, entries by number, then by code and rule; each one once. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  if (findings.length < 2) return [...findings];
  const keyed = findings.map((found) => ({ found, segments: found.path.split('/') }));
  keyed.sort((a, b) => byPath(a.segments, b.segments) || byName(nameOf(a.found), nameOf(b.found)));
  return keyed
    .map(({ found }) => found)
    .filter((found, at, all) => {
      const before = all[at - 1];
      return before === undefined || before.path !== found.path || nameOf(before) !== nameOf(found);
    });
}

function byPath(a: readonly string[], b: readonly string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const [left, right] = [a[at] as string, b[at] as string];
    if (left === right) continue;
    const difference = Number(left) - Number(right);
    return Number.isNaN(difference) ? byName(left, right) : difference;
  }
  return a.length - b.length;
}

const byName = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const nameOf = ({ code, rule = '' }: Finding): string => `${code} ${rule}`;
