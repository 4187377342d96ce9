import { markRelease, type Release, type ReleaseContent, type ReleasePlan } from '@ctdx/model';
import { audit } from './audit.js';
import { auditor } from './suppression/auditor.js';
import { type Rule, ruleOf } from './suppression/rule.js';
import { criterion } from './suppression/spread.js';
import { decideTables } from './tables/decide.js';
import { personsOf, type Row } from './tables/persons.js';
import { preparePlan } from './tables/plan.js';

/** Version of the algorithm: an attacker is assumed to know it, and an audit needs the same one. */
export const releaseVersion = '1';

/** What a release says about itself, and how far it protects. */
export interface ReleaseOptions extends Partial<Rule> {
  /** True when the persons are invented. */
  readonly synthetic: boolean;
  /** How far one person in several agencies' records was found to be one. @defaultValue 'unknown' */
  readonly deduplicated?: ReleaseContent['deduplicated'];
}

/**
 * Releases the fixed set of tables of a plan: suppresses, pools or refuses each, audits them together, and marks the
 * result. What comes out is all that may be published about these rows.
 *
 * @throws {TypeError} for a plan that can't be audited exactly.
 * @throws {RangeError} for a row or an option out of bounds. Neither message holds a value.
 * @example release({ dimensions: [], tables: [{ id: 'total', dimensions: [] }] }, rows, { synthetic: true })
 */
export function release(plan: ReleasePlan, rows: Iterable<Row>, options: ReleaseOptions): Release {
  const rule = ruleOf(options);
  const prepared = preparePlan(plan);
  const dimensions = [...prepared.dimensions.values()];
  const persons = personsOf(rows, dimensions);
  if (plan.bases !== undefined && persons.some((person) => person.status === undefined)) {
    throw new RangeError('A row has no status, and the plan names status bases.');
  }
  const counting = plan.bases?.length === 1 ? persons.filter(inBasis(plan.bases[0])) : persons;
  const content: ReleaseContent = {
    level: 'aggregate',
    synthetic: options.synthetic,
    deduplicated: options.deduplicated ?? 'unknown',
    protection: { method: 'suppression', version: releaseVersion, minimum: rule.minimum, zeros: rule.zeros },
    plan,
    tables: decideTables(plan, prepared, counting, auditor(rule)),
    audit: { criterion, worlds: 0, hidden: 0 },
  };
  const report = audit(content);
  if (!report.safe) throw new Error('The audit refused what was decided: nothing is released.');
  return markRelease({ ...content, audit: { criterion, worlds: report.worlds, hidden: report.hidden } });
}

const inBasis =
  (basis: string | undefined) =>
  (person: { readonly status: Row['status'] }): boolean =>
    basis === 'identifiedOrPresumed' || person.status === basis;
