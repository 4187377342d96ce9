import type { Compiled } from './compile.js';
import type { ValueType } from './value-type.js';

/** Makes the code of a call, or says by undefined that it does not take these types. */
export type Operator = (...operands: readonly Compiled[]) => Compiled | undefined;

const bool: ValueType = { kind: 'bool' };

/** Functions and operators of the subset: only where CEL and JavaScript say the same. */
export const operators: Readonly<Record<string, Operator>> = {
  '_==_': compare('===', ['bool', 'string', 'int', 'double']),
  '_!=_': compare('!==', ['bool', 'string', 'int', 'double']),
  // Not on texts: CEL orders them by code point and JavaScript by UTF-16 unit.
  '_<_': compare('<', ['int', 'double']),
  '_<=_': compare('<=', ['int', 'double']),
  '_>_': compare('>', ['int', 'double']),
  '_>=_': compare('>=', ['int', 'double']),
  // The bounds of the schemas keep sums far below 2^53, where both count exactly.
  '_+_': arithmetic('+'),
  '_-_': arithmetic('-'),
  '@in': (item, list) =>
    item !== undefined &&
    list?.type.kind === 'list' &&
    list.type.item.kind === item.type.kind &&
    isScalar(item)
      ? { code: `${list.code}.includes(${item.code})`, type: bool }
      : undefined,
  // Not on texts: CEL counts code points.
  size: (list) =>
    list?.type.kind === 'list' ? { code: `${list.code}.length`, type: { kind: 'int' } } : undefined,
  startsWith: onTexts('startsWith'),
  endsWith: onTexts('endsWith'),
  before: (a, b) =>
    isDate(a) && isDate(b) ? { code: `before(${a?.code}, ${b?.code})`, type: bool } : undefined,
  consistent: (date) =>
    date?.type.kind === 'object' && isDate(date)
      ? { code: `consistent(${date.code})`, type: bool }
      : undefined,
};

function compare(operator: string, kinds: readonly string[]): Operator {
  return (a, b) =>
    a !== undefined && b !== undefined && a.type.kind === b.type.kind && kinds.includes(a.type.kind)
      ? { code: `(${a.code} ${operator} ${b.code})`, type: bool }
      : undefined;
}

function arithmetic(operator: string): Operator {
  return (a, b) =>
    a?.type.kind === 'int' && b?.type.kind === 'int'
      ? { code: `(${a.code} ${operator} ${b.code})`, type: { kind: 'int' } }
      : undefined;
}

function onTexts(method: string): Operator {
  return (a, b) =>
    a?.type.kind === 'string' && b?.type.kind === 'string'
      ? { code: `${a.code}.${method}(${b.code})`, type: bool }
      : undefined;
}

function isScalar({ type }: Compiled): boolean {
  return type.kind === 'string' || type.kind === 'int' || type.kind === 'bool';
}

/** A partial date as an object, or a date as text. */
function isDate(operand: Compiled | undefined): boolean {
  if (operand?.type.kind === 'string') return true;
  return operand?.type.kind === 'object' && operand.type.properties.get('precision')?.required === true;
}
