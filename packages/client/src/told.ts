import { type Finding, findingSeverities } from '@ctdx/model';
import type { Problem } from '@ctdx/model/api';
import { standardPath } from '@ctdx/validate';
import type { ClientErrorFacts } from './client-error.js';

// A node may be anybody's program, and errors end in logs: of its answer, only what has the form of a fact is repeated.

const reasons: readonly NonNullable<Problem['reason']>[] = [
  'unknown',
  'not-in-force',
  'sender',
  'recipient',
  'purpose',
  'level',
];
const clausePattern = /^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/;
const requestPattern = /^[A-Za-z0-9_-]{1,32}$/;
const rulePattern = /^[a-z]+(\.[a-z]+(-[a-z]+)*)+$/;
/** Names of the standard are words of letters; a few facts list them with `or`, or are versions or days. */
const factPattern =
  /^(?!.{121})([A-Za-z]+(-[A-Za-z]+)*( or [A-Za-z]+(-[A-Za-z]+)*)*|\d\.\d{1,3}( or \d\.\d{1,3})*|\d{4}-\d{2}-\d{2})$/;
const severities: readonly unknown[] = ['error', 'warning', 'information'] satisfies Finding['severity'][];
/** As many as a node that keeps the contract tells. */
const mostFindings = 1000;

/** What may be repeated of a problem. */
export function toldFacts({ reason, clause, limit, findings, request }: Problem): ClientErrorFacts {
  return {
    ...(typeof request === 'string' && requestPattern.test(request) ? { request } : {}),
    ...(reasons.includes(reason as never) ? { reason } : {}),
    ...(typeof clause === 'string' && clausePattern.test(clause) ? { clause } : {}),
    ...(Number.isInteger(limit) ? { limit } : {}),
    ...(Array.isArray(findings) ? { findings: findings.slice(0, mostFindings).flatMap(toldFinding) } : {}),
  } as ClientErrorFacts;
}

/** A finding without anything that the standard does not know; none where its code is unknown. */
function toldFinding(given: unknown): Finding[] {
  if (typeof given !== 'object' || given === null) return [];
  const { code, severity, path, rule, facts } = given as Partial<Record<keyof Finding, unknown>>;
  if (typeof code !== 'string' || !Object.hasOwn(findingSeverities, code)) return [];
  if (!severities.includes(severity) || typeof path !== 'string') return [];
  const told = typeof facts === 'object' && facts !== null ? Object.entries(facts).filter(isFact) : [];
  return [
    {
      code,
      severity,
      path: standardPath(path),
      ...(typeof rule === 'string' && rulePattern.test(rule) ? { rule } : {}),
      ...(told.length === 0 ? {} : { facts: Object.fromEntries(told) }),
    } as Finding,
  ];
}

function isFact([name, value]: [string, unknown]): boolean {
  if (!/^[a-zA-Z]{1,32}$/.test(name)) return false;
  return typeof value === 'number' || (typeof value === 'string' && factPattern.test(value));
}
