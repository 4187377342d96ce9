import type { Finding } from '@ctdx/model';
import { finding } from './to-finding.js';

/** The newest version of the standard that this package knows. */
export const newestVersion = '1.0';

const knownVersion = /^1\.(0|[1-9][0-9]{0,2})$/;

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
  if (typeof version === 'string' && !knownVersion.test(version)) {
    return finding('version', '/schemaVersion', { newest: newestVersion });
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
  return typeof version === 'string' && knownVersion.test(version) && version !== newestVersion;
}

/** An own property of a plain value; undefined for anything else. */
export function read(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
