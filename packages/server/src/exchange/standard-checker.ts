import type { Checker } from './checker.js';

const member = (value: unknown, name: string): unknown => (value as Record<string, unknown> | null)?.[name];
export function standardChecker(_limit: number): Checker {
  const yes = (ok: boolean) => ({
    ok,
    findings: ok ? [] : [{ code: 'type', severity: 'error', path: '' } as const],
    complete: true,
  });
  return {
    envelope: (parcel) => yes(typeof member(parcel, 'sender') === 'object'),
    record: (record) =>
      yes(typeof member(record, 'id') === 'string' && member(record, 'handling') !== undefined),
  };
}
