import { type Checked, type RecordType, recordTypes } from '@ctdx/model';
import { checkerOf } from './check.js';
import { read } from './misfit.js';
import type { CheckOptions } from './record-checker.js';
import { finding } from './to-finding.js';

/** What a record is to be checked as, where the caller says so; else what the record itself declares. */
export interface ExpectedKind {
  readonly type?: RecordType;
  readonly level?: string;
}

/**
 * Checks a record as what it declares to be, except where `options` expect a type or level. For tools that take any
 * record; whoever needs a certain level says so with `check`, because a record can declare anything.
 */
export function checkDeclared(input: unknown, options: ExpectedKind & CheckOptions = {}): Checked<unknown> {
  const type = options.type ?? declaredType(input);
  if (type === undefined) return refuse(input, 'type');
  const levels: readonly string[] = recordTypes[type];
  const declared = options.level ?? read(read(input, 'handling'), 'level');
  const level = levels.find((known) => known === declared);
  if (level === undefined) return refuse(input, 'level', levels);
  return checkerOf({ type, level: level as never }).check(input, options);
}

const types = Object.keys(recordTypes) as RecordType[];

function declaredType(input: unknown): RecordType | undefined {
  const declared = read(input, 'type');
  return types.find((type) => type === declared);
}

function refuse(input: unknown, what: 'type' | 'level', levels: readonly string[] = []): Checked<unknown> {
  const isRecord = typeof input === 'object' && input !== null && !Array.isArray(input);
  const path = what === 'type' ? '/type' : '/handling/level';
  const holder = what === 'type' ? input : read(input, 'handling');
  const found = !isRecord
    ? finding('type', '', { expected: 'object' })
    : read(holder, what) === undefined
      ? finding('missing', path, { property: what })
      : what === 'type'
        ? finding('record-type', path, { expected: types.join(' or ') })
        : finding('level', path, { expected: levels.join(' or ') });
  return { ok: false, findings: [found], complete: true };
}
