import type { Finding, FindingCode, Severity } from '@ctdx/model';

/** How many findings there are, by severity and by code (rules by their id). */
export interface Summary {
  readonly total: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Only the codes that occur, the most frequent first, then by name. */
  readonly byCode: readonly { readonly code: FindingCode; readonly rule?: string; readonly count: number }[];
}

/** Counts findings. The result holds no data of a record and may be shown to anyone. */
export function summarize(findings: Iterable<Finding>): Summary {
  const bySeverity = { error: 0, warning: 0, information: 0 };
  const counts = new Map<string, { code: FindingCode; rule?: string; count: number }>();
  let total = 0;
  for (const { code, rule, severity } of findings) {
    total += 1;
    bySeverity[severity] += 1;
    const key = rule === undefined ? code : `${code} ${rule}`;
    const entry = counts.get(key) ?? { code, ...(rule === undefined ? {} : { rule }), count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  const byCode = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  return { total, bySeverity, byCode: byCode.map(([, entry]) => entry) };
}
