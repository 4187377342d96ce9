import type { Checked, LevelOf, RecordOf, RecordType } from '@ctdx/model';
import { checkerOf, type RecordKind } from './check.js';
import { readJson } from './json/read-json.js';
import { defaultLimits } from './limits.js';
import type { CheckOptions } from './record-checker.js';

/**
 * Checks the JSON text of one record: within limits on size and depth, without properties given twice.
 * @throws {TypeError} when no record of that type exists at that level.
 * @example checkJson(await response.text(), { type: 'case', level: 'pseudonymized' })
 */
export function checkJson<T extends RecordType, L extends LevelOf<T>>(
  text: string,
  options: RecordKind<T, L> & CheckOptions,
): Checked<RecordOf<T, L>> {
  const checker = checkerOf(options);
  const parsed = readJson(text, { ...defaultLimits, ...options.limits });
  if (!parsed.ok) return { ok: false, findings: parsed.findings, complete: true };
  return checker.check(parsed.value, options);
}
