import type { Checked } from '@ctdx/model';
import { check as checkReleased } from '@ctdx/validate/parcel-aggregate';
import { check as checkParcel } from '@ctdx/validate/parcel-pseudonymized';
import { CtdxClientError } from './client-error.js';

/** Checks by level. The identified level is not among them: nothing here could let it pass. */
const checks: Readonly<Record<string, (parcel: unknown) => Checked<unknown>>> = {
  pseudonymized: (parcel) => checkParcel(parcel),
  aggregate: (parcel) => checkReleased(parcel),
};

/**
 * Refuses a parcel that must not leave, before a byte does: at another level, or not valid. Types say the same,
 * but types are gone at run time.
 * @throws {CtdxClientError} `not-sendable` with the findings
 */
export function insistSendable(parcel: unknown): void {
  const level = levelOf(parcel);
  const check = Object.hasOwn(checks, level) ? checks[level] : undefined;
  if (check === undefined) {
    const expected = Object.keys(checks).join(' or ');
    const finding = {
      code: 'level',
      severity: 'error',
      path: '/handling/level',
      facts: { expected },
    } as const;
    throw new CtdxClientError('not-sendable', { findings: [finding] });
  }
  const checked = check(parcel);
  if (!checked.ok) throw new CtdxClientError('not-sendable', { findings: checked.findings });
}

function levelOf(parcel: unknown): string {
  if (typeof parcel !== 'object' || parcel === null || !('handling' in parcel)) return '';
  const { handling } = parcel;
  if (typeof handling !== 'object' || handling === null || !('level' in handling)) return '';
  return typeof handling.level === 'string' ? handling.level : '';
}
