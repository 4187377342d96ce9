import { supportedVersions } from '@ctdx/model';
import type { Agency } from '../configuration.js';
import type { Context } from '../context.js';
import { Refusal } from '../problems.js';
import { isSame } from './agreement.js';
import type { TravelLevel } from './checker.js';
import type { Parcel } from './parcel.js';

const travelLevels: readonly string[] = ['pseudonymized', 'aggregate'] satisfies TravelLevel[];

/**
 * Opens a parcel: its level may travel, its version is read here, its envelope is valid and its sender is the caller.
 * @throws {Refusal}
 */
export function accepts(
  value: unknown,
  caller: Agency,
  context: Context,
): { parcel: Parcel; level: TravelLevel } {
  const level = member(member(value, 'handling'), 'level');
  const version = member(value, 'schemaVersion');
  if (typeof level === 'string' && !travelLevels.includes(level)) throw new Refusal('level-refused');
  if (typeof version === 'string' && !supportedVersions.includes(version))
    throw new Refusal('version-refused');
  const records = member(value, 'records');
  if (Array.isArray(records) && records.length > context.limits.records) {
    throw new Refusal('too-many-records', { limit: context.limits.records });
  }
  // An envelope without a level is checked at one of them, so that the finding says what is missing.
  const at = (typeof level === 'string' ? level : 'pseudonymized') as TravelLevel;
  const checked = context.checker.envelope(value, at);
  if (!checked.ok) throw new Refusal('parcel-invalid', { findings: checked.findings });
  const parcel = value as Parcel;
  // Sealed content can't be judged here, and a receipt that is silent about it would look like an acceptance.
  if (member(value, 'sealed') !== undefined) {
    throw new Refusal('parcel-invalid', {
      findings: [{ code: 'unknown-property', severity: 'error', path: '/sealed' }],
    });
  }
  if (!isSame(parcel.sender, caller)) throw new Refusal('sender-mismatch');
  return { parcel, level: at };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
