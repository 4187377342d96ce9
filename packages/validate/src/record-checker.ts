import {
  type Checked,
  type Finding,
  type LevelOf,
  newestVersion,
  type RecordOf,
  type RecordType,
  type Valid,
} from '@ctdx/model';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { type CodePlace, codeFindings } from './code-places.js';
import { InvalidRecordError } from './invalid-record-error.js';
import { type CheckLimits, defaultLimits } from './limits.js';
import { isNewer, misfit, read, versionFindings } from './misfit.js';
import { inOrder } from './order.js';
import type { CompiledProfile } from './profile.js';
import { nationalCodes, profileFindings } from './profile-findings.js';
import type { RuleSet } from './rule.js';
import { isPristine } from './runtime.js';
import type { ShapeValidator } from './shape.js';
import { standardSchema } from './standard-schema.js';
import { finding, toFinding } from './to-finding.js';

/** What a check may be told besides the record. */
export interface CheckOptions {
  /** National profile that the record must keep too: `profile` of `@ctdx/validate/profiles/bb`, or what `ctdx compile` wrote. */
  readonly profile?: CompiledProfile;
  /** Limits other than the usual ones. */
  readonly limits?: Partial<CheckLimits>;
  /** The day of the check, for what is to be gone by a date. @defaultValue the clock's */
  readonly now?: Date;
}

/** Looks at records of one type and level. */
export interface RecordChecker<T> {
  readonly type: RecordType;
  readonly level: string;
  /** Says everything that is wrong with `input`, whatever it is. Never throws for bad data. */
  check(input: unknown, options?: CheckOptions): Checked<T>;
  /** Returns a valid record or throws {@link InvalidRecordError}. */
  parse(input: unknown, options?: CheckOptions): Valid<T>;
  /** The same check for libraries that speak Standard Schema. */
  readonly schema: StandardSchemaV1<unknown, Valid<T>>;
}

/** The generated parts of one type and level. */
export interface RecordParts {
  readonly type: RecordType;
  readonly level: string;
  readonly shape: ShapeValidator;
  readonly rules: RuleSet;
  readonly codes: readonly CodePlace[];
  /** For a parcel: the parts of the records that it may carry. */
  readonly inside?: readonly RecordParts[];
}

/** Joins the generated parts of one type and level into its checker. */
export function recordChecker<T extends RecordType, L extends LevelOf<T>>(
  parts: RecordParts & { readonly type: T; readonly level: L },
): RecordChecker<RecordOf<T, L>> {
  type Record = RecordOf<T, L>;
  const check = (input: unknown, options: CheckOptions = {}): Checked<Record> => {
    const limit = options.limits?.findings ?? defaultLimits.findings;
    const all = inOrder(findingsOf(input, parts, options));
    const findings = all.length > limit ? all.slice(0, limit) : all;
    const complete = findings.length === all.length;
    return all.some(({ severity }) => severity === 'error')
      ? { ok: false, findings, complete }
      : { ok: true, value: input as Valid<Record>, findings, complete };
  };
  const parse = (input: unknown, options?: CheckOptions): Valid<Record> => {
    const checked = check(input, options);
    if (!checked.ok) throw new InvalidRecordError(checked.findings);
    return checked.value;
  };
  return { type: parts.type, level: parts.level, check, parse, schema: standardSchema(check) };
}

function findingsOf(input: unknown, parts: RecordParts, options: CheckOptions): Finding[] {
  if (!isPristine()) return [finding('not-plain', '')];
  try {
    const shape = parts.shape(input) ? [] : shapeFindings(input, parts, parts.shape.errors ?? []);
    if (shape.some(({ severity }) => severity === 'error')) return shape;
    return [...shape, ...meaning(input, parts, options, '')];
  } catch {
    return [finding('unreadable', '')]; // a getter or a proxy threw; its message may hold data
  }
}

/** Cross-field rules, code lists and profile: asked only of what has the right shape. */
function meaning(
  record: unknown,
  { type, level, rules, codes, inside }: RecordParts,
  options: CheckOptions,
  prefix: string,
): Finding[] {
  const { profile, now } = options;
  let found = [...versionFindings(record), ...codeFindings(record, codes, now)];
  if (profile !== undefined) {
    found = nationalCodes(record, level, profile, found);
    found.push(...profileFindings(record, type, level, profile));
  }
  const findings: Finding[] = found.map((one) => below(prefix, one));
  const view = rules.view(record);
  for (const { id, severity, path, holds } of rules.rules) {
    if (!holds(view)) findings.push({ code: 'rule', severity, path: prefix + path, rule: id });
  }
  if (inside !== undefined) {
    recordsOf(record).forEach((one, index) => {
      const own = inside.find(({ type }) => type === read(one, 'type'));
      if (own !== undefined) findings.push(...meaning(one, own, options, `/records/${index}`));
    });
  }
  return findings;
}

function shapeFindings(input: unknown, parts: RecordParts, errors: NonNullable<ShapeValidator['errors']>) {
  const wrong = misfit(input, [parts.type], parts.level);
  if (wrong !== undefined) return [wrong];

  const misfits = new Map<string, Finding>();
  if (parts.inside !== undefined) {
    const types = parts.inside.map(({ type }) => type);
    recordsOf(input).forEach((one, index) => {
      const found = misfit(one, types, parts.level);
      if (found !== undefined) misfits.set(`/records/${index}`, below(`/records/${index}`, found));
    });
  }
  const findings = errors
    .filter(({ instancePath }) => !misfits.has(rootOf(instancePath)))
    .map(toFinding)
    .filter((found) => found !== undefined)
    .map((found) => asNewer(found, input, parts));
  return [...misfits.values(), ...findings];
}

/** A property that we do not know may be right in a newer minor version; only at `identified` it is carried. */
function asNewer(found: Finding, input: unknown, { level }: RecordParts): Finding {
  if (found.code !== 'unknown-property' && found.code !== 'unknown-code') return found;
  const root = rootOf(found.path);
  const record = root === '' ? input : recordsOf(input)[Number(root.slice('/records/'.length))];
  if (!isNewer(record) || (found.code === 'unknown-code' && level !== 'identified')) return found;
  const code = found.code === 'unknown-code' ? 'newer-code' : 'newer-field';
  const severity = level === 'identified' ? 'warning' : 'error';
  return { code, severity, path: found.path, facts: { newest: newestVersion } };
}

function recordsOf(input: unknown): readonly unknown[] {
  const records = read(input, 'records');
  return Array.isArray(records) ? records : [];
}

/** Pointer to the record of a parcel that a path leads into; empty for the record or parcel itself. */
function rootOf(path: string): string {
  return /^\/records\/\d+(?=\/|$)/.exec(path)?.[0] ?? '';
}

function below(prefix: string, found: Finding): Finding {
  return prefix === '' ? found : { ...found, path: prefix + found.path };
}
