import {
  type Finding,
  type FindingCode,
  type FindingFacts,
  newestVersion,
  supportedVersions,
} from '@ctdx/model';
import { type AgencyRef, type Clause, nameOf } from '../configuration.js';
import type { Context } from '../context.js';
import { isSame } from './agreement.js';
import type { TravelLevel } from './checker.js';
import type { Item, Parcel } from './parcel.js';
import { isDigested, isSigned, recordBytes } from './signature.js';

/** A record that is fit to be held, with the bytes that were signed. */
export interface Fit {
  readonly item: Item;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly findings: readonly Finding[];
  readonly complete: boolean;
}

/** What one look at a record says. */
export type Judgement =
  | { readonly fit: Fit }
  | { readonly rejected: readonly Finding[]; readonly complete: boolean };

/** What the records of one parcel are judged by. */
export interface Measure {
  readonly parcel: Parcel;
  readonly clause: Clause;
  readonly level: TravelLevel;
}

/**
 * Judges one record of a parcel: the standard first, then what its agreement grants, then its origin.
 * A record that is not valid is looked at no further, because the later questions need its parts.
 */
export async function judge(value: unknown, measure: Measure, context: Context): Promise<Judgement> {
  const checked = context.checker.record(value, measure.level);
  if (!checked.ok) return { rejected: checked.findings, complete: checked.complete };
  const item = value as Item;
  const granted = [
    ...judgeVersion(item),
    ...judgeTrial(item, context),
    ...judgeGrant(item, measure, context),
    ...judgeCodes(checked.findings, measure),
  ];
  if (granted.length > 0) return cut(granted, context.limits.findings);
  const bytes = recordBytes(item);
  const origin = await judgeOrigin(item, bytes, measure.parcel, context);
  if (origin.length > 0) return { rejected: origin, complete: true };
  return { fit: { item, bytes, findings: checked.findings, complete: checked.complete } };
}

/** A newer minor is refused below the identified level: fields that nobody here knows may hold a name. */
function judgeVersion({ schemaVersion }: Item): Finding[] {
  if (supportedVersions.includes(schemaVersion)) return [];
  return [
    error('version', '/schemaVersion', { newest: newestVersion, supported: supportedVersions.join(' or ') }),
  ];
}

/** A trial node takes invented records only; any other takes none. */
function judgeTrial(item: Item, { trial }: Context): Finding[] {
  const synthetic = item.provenance?.synthetic === true;
  if (synthetic === trial) return [];
  return [error(trial ? 'synthetic-only' : 'synthetic-refused', '/provenance/synthetic')];
}

function judgeGrant(item: Item, { parcel, clause }: Measure, { filters }: Context): Finding[] {
  const grant = { clause: clause.clause };
  const findings: Finding[] = [];
  if (!clause.records.some((type) => type === item.type)) findings.push(error('not-granted', '/type', grant));
  if (!item.handling.purposes.includes(parcel.purpose)) findings.push(error('purpose', '/handling/purposes'));
  if (!isSame(item.source, parcel.sender) && !clause.onward) findings.push(error('onward', '/source', grant));
  const refused = filters.get(clause)?.(item) ?? ['']; // a clause without a filter grants nothing
  // A number that stands for an entry stays: it is a place, and nobody typed it.
  return [...findings, ...refused.map((path) => error('not-granted', path, grant))];
}

/** An open list takes any code, and a code that no list has could spell a name: it needs a clause that allows it. */
function judgeCodes(findings: readonly Finding[], { clause }: Measure): Finding[] {
  if (clause.unlistedCodes === true) return [];
  return findings
    .filter(({ code }) => code === 'unlisted-code')
    .map((found) => ({ ...found, severity: 'error' }));
}

async function judgeOrigin(
  item: Item,
  bytes: Uint8Array<ArrayBuffer>,
  parcel: Parcel,
  { keys }: Context,
): Promise<Finding[]> {
  const source: AgencyRef = item.source;
  if (!keys.has(nameOf(source))) return [error('unknown-source', '/source')];
  const findings: Finding[] = [];
  const digest = parcel.digests?.find((one) => isAbout(one, item));
  if (digest === undefined || !(await isDigested(bytes, digest))) findings.push(error('digest', ''));
  const signature = parcel.signatures?.find((one) => isAbout(one, item));
  if (signature === undefined || !(await isSigned(bytes, signature, source, keys)))
    findings.push(error('signature', ''));
  return findings;
}

/** True when a digest or a signature is about this revision. */
export function isAbout(one: { record: string; revision: number }, { id, revision }: Item): boolean {
  return one.record === id && one.revision === revision;
}

function error<C extends FindingCode>(code: C, path: string, facts?: FindingFacts[C]): Finding {
  return facts === undefined ? { code, severity: 'error', path } : { code, severity: 'error', path, facts };
}

function cut(findings: readonly Finding[], limit: number): Judgement {
  return { rejected: findings.slice(0, limit), complete: findings.length <= limit };
}
