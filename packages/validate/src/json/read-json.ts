import type { Finding } from '@ctdx/model';
import type { CheckLimits } from '../limits.js';
import { finding, maskPath } from '../to-finding.js';
import { duplicateKeys } from './duplicate-keys.js';
import { countMembers, scan } from './scan.js';

/** A parsed value, or the findings that say why there is none. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Parses JSON text within limits and refuses what two readers could read in two ways. Never throws for bad text. */
export function readJson(text: string, limits: Pick<CheckLimits, 'bytes' | 'depth'>): Parsed {
  if (isLarger(text, limits.bytes)) return refuse(finding('limit-bytes', '', { limit: limits.bytes }));
  const scanned = scan(text, limits.depth);
  if (scanned.depth > limits.depth) return refuse(finding('limit-depth', '', { limit: limits.depth }));
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return refuse(finding('json', '')); // the message of the parser quotes the text
  }
  if (scanned.members === countMembers(value)) return { ok: true, value };
  return { ok: false, findings: duplicateKeys(text).map((path) => finding('duplicate-key', maskPath(path))) };
}

function refuse(found: Finding): Parsed {
  return { ok: false, findings: [found] };
}

/** One UTF-16 unit is one to three bytes of UTF-8, so most texts need no counting. */
function isLarger(text: string, limit: number): boolean {
  if (text.length * 3 <= limit) return false;
  return text.length > limit || new TextEncoder().encode(text).length > limit;
}
