import type { Finding } from '@ctdx/model';
import { read } from './misfit.js';
import type { CompiledProfile, ProfileBound, ProfileCheck } from './profile.js';
import { finding } from './to-finding.js';

/** What the statements of a profile say of a record of the right shape. */
export function checkFindings(
  record: unknown,
  type: string,
  level: string,
  { id, checks }: CompiledProfile,
): Finding[] {
  const findings: Finding[] = [];
  for (const check of checks) {
    if (check.record !== type || !check.levels.includes(level)) continue;
    walk(record, check, 0, '', id, findings);
  }
  return findings;
}

/** Goes down a path; from the last segment but one a statement looks at the object that holds its property. */
function walk(
  value: unknown,
  check: ProfileCheck,
  at: number,
  path: string,
  profile: string,
  findings: Finding[],
): void {
  const segment = check.path[at];
  if (segment === undefined) {
    look(value, check, path, profile, findings);
    return;
  }
  if (segment === '*') {
    if (!Array.isArray(value)) return;
    value.forEach((entry, index) => {
      walk(entry, check, at + 1, `${path}/${index}`, profile, findings);
    });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const next = read(value, segment);
  if (at === check.path.length - 1 && next === undefined) {
    if (check.kind === 'require')
      findings.push(finding('profile-required', `${path}/${segment}`, { profile, property: segment }));
    return;
  }
  if (next !== undefined) walk(next, check, at + 1, `${path}/${segment}`, profile, findings);
}

function look(value: unknown, check: ProfileCheck, path: string, profile: string, findings: Finding[]): void {
  if (check.kind === 'forbid') findings.push(finding('profile-forbidden', path, { profile }));
  else if (check.kind === 'codes') {
    const places: (readonly [string, unknown])[] = Array.isArray(value)
      ? value.map((entry, index) => [`${path}/${index}`, entry] as const)
      : [[path, value]];
    for (const [place, code] of places) {
      const allowed =
        (check.allow === undefined || check.allow.includes(code as string)) &&
        check.except?.includes(code as string) !== true;
      if (!allowed) findings.push(finding('profile-code', place, { profile }));
    }
  } else if (check.kind === 'bound' && !within[check.bound](value as never, check.limit as never)) {
    const { bound, limit } = check;
    const place = bound === 'precision' ? `${path}/precision` : path;
    findings.push(finding('profile-bound', place, { profile, bound, limit: String(limit) }));
  }
}

/** Precisions of a date, the coarsest first. */
const precisions = ['year', 'month', 'day'];

/** Whether a value of the right shape keeps a bound. Texts are counted in characters, as JSON Schema counts them. */
const within: { readonly [B in ProfileBound]: (value: never, limit: never) => boolean } = {
  maximum: (value: number, limit: number) => value <= limit,
  minimum: (value: number, limit: number) => value >= limit,
  maxLength: (value: string, limit: number) => [...value].length <= limit,
  minLength: (value: string, limit: number) => [...value].length >= limit,
  maxItems: (value: readonly unknown[], limit: number) => value.length <= limit,
  minItems: (value: readonly unknown[], limit: number) => value.length >= limit,
  precision: (value: { readonly precision: string }, limit: string) =>
    precisions.indexOf(value.precision) <= precisions.indexOf(limit),
};
