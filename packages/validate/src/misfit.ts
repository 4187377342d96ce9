import { type Finding, newestVersion, supportedVersions, versionStanding } from '@ctdx/model';
import { finding } from './to-finding.js';

/** The supported versions, as a finding tells them. */
const supported = supportedVersions.join(' or ');

/**
 * Looks whether a record is of another type, version or level than it is checked as. Then that is the one thing to say:
 * measured against the wrong schema, everything else would look wrong too.
 */
export function misfit(record: unknown, types: readonly string[], level: string): Finding | undefined {
  const type = read(record, 'type');
  if (typeof type === 'string' && !types.includes(type)) {
    return finding('record-type', '/type', { expected: types.join(' or ') });
  }
  const version = read(record, 'schemaVersion');
  if (typeof version === 'string' && versionStanding(version) === 'foreign') {
    return finding('version', '/schemaVersion', { newest: newestVersion, supported });
  }
  const declared = read(read(record, 'handling'), 'level');
  if (typeof declared === 'string' && declared !== level) {
    return finding('level', '/handling/level', { expected: level });
  }
  return undefined;
}

/** True when a record declares a minor version that is newer than ours. */
export function isNewer(record: unknown): boolean {
  const version = read(record, 'schemaVersion');
  return typeof version === 'string' && versionStanding(version) === 'newer';
}

/** A warning about a record of the right shape in a minor so old that receivers need no longer take it. */
export function versionFindings(record: unknown): Finding[] {
  const version = read(record, 'schemaVersion');
  if (typeof version !== 'string' || versionStanding(version) !== 'retired') return [];
  return [finding('retired-version', '/schemaVersion', { supported })];
}

/** An own property of a plain value; undefined for anything else. */
export function read(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
