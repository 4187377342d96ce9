import { parse } from '@bufbuild/cel';
import type { Expr, Expr_Call, Expr_Select } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import { type Macro, macroOf } from './macros.js';
import { type Operator, operators } from './operators.js';
import type { ValueType } from './value-type.js';

/**
 * Compiles a rule to a JavaScript expression over `record`. Refuses what it cannot prove to mean the same as in CEL:
 * above all, a property may be read only where the schema requires it or a `has()` before it guards it. So no
 * evaluation has an error, and the one difference between `&&` in CEL (which absorbs errors from either side) and in
 * JavaScript never shows.
 * @throws {RuleError} naming the construct that is outside the subset.
 */
export function compileRule(
  expression: string,
  record: ValueType,
  language: 'typescript' | 'javascript' = 'typescript',
): string {
  const scope: Scope = {
    names: new Map([['record', { code: 'record', type: record }]]),
    present: new Set(),
    language,
  };
  const compiled = compile(parse(expression).expr, scope);
  if (compiled.type.kind !== 'bool')
    throw new RuleError(`the rule is a ${compiled.type.kind}, not a truth value`, 'type');
  return compiled.code;
}

/** A construct that the subset of CEL leaves out. */
export class RuleError extends Error {
  /** What kind of construct it is, without a word of the expression. */
  readonly reason: 'name' | 'absent' | 'type' | 'subset';

  constructor(message: string, reason: RuleError['reason'] = 'subset') {
    super(message);
    this.reason = reason;
  }
}

/** A compiled part: its code and type, and which optional properties its being true or false proves present. */
export interface Compiled {
  readonly code: string;
  readonly type: ValueType;
  /** The property chain, where it is one. */
  readonly path?: string;
  readonly whenTrue?: ReadonlySet<string>;
  readonly whenFalse?: ReadonlySet<string>;
}

interface Scope {
  readonly names: ReadonlyMap<string, { readonly code: string; readonly type: ValueType }>;
  readonly present: ReadonlySet<string>;
  readonly language: 'typescript' | 'javascript';
}

const nothing: ReadonlySet<string> = new Set();
const either = (a: ReadonlySet<string> = nothing, b: ReadonlySet<string> = nothing) => new Set([...a, ...b]);
const both = (a: ReadonlySet<string> = nothing, b: ReadonlySet<string> = nothing) =>
  new Set([...a].filter((path) => b.has(path)));
const knowing = (scope: Scope, facts: ReadonlySet<string> = nothing): Scope => ({
  ...scope,
  present: either(scope.present, facts),
});

function compile(expression: Expr | undefined, scope: Scope): Compiled {
  const kind = expression?.exprKind;
  switch (kind?.case) {
    case 'constExpr':
      return literal(kind.value.constantKind);
    case 'identExpr': {
      const name = scope.names.get(kind.value.name);
      if (name === undefined) throw new RuleError(`${kind.value.name} is not defined`, 'name');
      return { ...name, path: name.code };
    }
    case 'selectExpr':
      return select(kind.value, scope);
    case 'listExpr':
      return list(kind.value.elements, scope);
    case 'callExpr':
      return call(kind.value, scope);
    case 'comprehensionExpr': {
      const macro = macroOf(kind.value);
      if (macro === undefined)
        throw new RuleError('only all, exists, exists_one and filter are in the subset');
      return loop(macro, scope);
    }
    default:
      throw new RuleError(`${kind?.case ?? 'nothing'} is not in the subset`);
  }
}

function literal(constant: { case?: string | undefined; value?: unknown }): Compiled {
  switch (constant.case) {
    case 'boolValue':
      return { code: String(constant.value), type: { kind: 'bool' } };
    case 'int64Value':
      return { code: String(constant.value), type: { kind: 'int' } };
    case 'doubleValue':
      return { code: String(constant.value), type: { kind: 'double' } };
    case 'stringValue':
      return { code: JSON.stringify(constant.value), type: { kind: 'string' } };
    default:
      throw new RuleError(`a literal ${constant.case} is not in the subset`);
  }
}

function select({ operand, field, testOnly }: Expr_Select, scope: Scope): Compiled {
  const object = compile(operand, scope);
  if (object.type.kind !== 'object') {
    throw new RuleError(`.${field} is read from a ${object.type.kind}`, 'type');
  }
  const property = object.type.properties.get(field);
  if (property === undefined) {
    throw new RuleError(`no level of the record has ${object.path}.${field}`, 'name');
  }
  if (field in Object.prototype)
    throw new RuleError(`${field} is a property of every JavaScript object`, 'name');
  const path = `${object.path}.${field}`;
  const code = `${object.code}.${field}`;
  if (testOnly) {
    return { code: `(${code} !== undefined)`, type: { kind: 'bool' }, whenTrue: new Set([path]) };
  }
  if (!property.required && !scope.present.has(path)) {
    throw new RuleError(`${path} may be absent here: guard it with has()`, 'absent');
  }
  return { code, type: property.type, path };
}

function list(elements: readonly Expr[], scope: Scope): Compiled {
  const items = elements.map((element) => compile(element, scope));
  const [first] = items;
  if (first === undefined) throw new RuleError('an empty list is not in the subset');
  if (items.some((item) => item.type.kind !== first.type.kind))
    throw new RuleError('a list mixes types', 'type');
  return { code: `[${items.map(({ code }) => code).join(', ')}]`, type: { kind: 'list', item: first.type } };
}

function loop({ name, range, variable, body }: Macro, scope: Scope): Compiled {
  const over = compile(range, scope);
  if (over.type.kind !== 'list') throw new RuleError(`.${name}() needs a list`, 'type');
  const code = `${variable}${scope.names.size}`; // every scope is one name larger, so no name hides another
  const names = new Map(scope.names).set(variable, { code, type: over.type.item });
  const inner = compile(body, { ...scope, names });
  if (inner.type.kind !== 'bool') throw new RuleError(`.${name}() needs a condition`, 'type');
  const parameter = scope.language === 'typescript' ? `${code}: any` : code;
  const test = `(${parameter}) => ${inner.code}`;
  const bool: ValueType = { kind: 'bool' };
  switch (name) {
    case 'all':
      return { code: `${over.code}.every(${test})`, type: bool };
    case 'exists':
      return { code: `${over.code}.some(${test})`, type: bool };
    case 'exists_one':
      return { code: `(${over.code}.filter(${test}).length === 1)`, type: bool };
    default:
      return { code: `${over.code}.filter(${test})`, type: over.type };
  }
}

function call({ function: name, target, args }: Expr_Call, scope: Scope): Compiled {
  const [a, b, c] = args;
  if (name === '!_') {
    const not = truth(compile(a, scope), name);
    return { ...not, code: `!(${not.code})`, ...facts(not.whenFalse, not.whenTrue) };
  }
  if (name === '_&&_') {
    const left = truth(compile(a, scope), name);
    const right = truth(compile(b, knowing(scope, left.whenTrue)), name);
    return {
      code: `(${left.code} && ${right.code})`,
      type: { kind: 'bool' },
      ...facts(
        either(left.whenTrue, right.whenTrue),
        both(left.whenFalse, either(left.whenTrue, right.whenFalse)),
      ),
    };
  }
  if (name === '_||_') {
    const left = truth(compile(a, scope), name);
    const right = truth(compile(b, knowing(scope, left.whenFalse)), name);
    return {
      code: `(${left.code} || ${right.code})`,
      type: { kind: 'bool' },
      ...facts(
        both(left.whenTrue, either(left.whenFalse, right.whenTrue)),
        either(left.whenFalse, right.whenFalse),
      ),
    };
  }
  if (name === '_?_:_') {
    const test = truth(compile(a, scope), name);
    const yes = compile(b, knowing(scope, test.whenTrue));
    const no = compile(c, knowing(scope, test.whenFalse));
    if (yes.type.kind !== no.type.kind) throw new RuleError('the two sides of ?: differ in type', 'type');
    return { code: `(${test.code} ? ${yes.code} : ${no.code})`, type: yes.type };
  }
  const operator: Operator | undefined = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) throw new RuleError(`${name} is not in the subset`);
  const operands = (target === undefined ? args : [target, ...args]).map((operand) =>
    compile(operand, scope),
  );
  const result = operator(...operands);
  if (result === undefined) {
    throw new RuleError(
      `${name} does not take (${operands.map(({ type }) => type.kind).join(', ')})`,
      'type',
    );
  }
  return result;
}

function truth(compiled: Compiled, name: string): Compiled {
  if (compiled.type.kind !== 'bool') throw new RuleError(`${name} needs truth values`, 'type');
  return compiled;
}

function facts(whenTrue: ReadonlySet<string> = nothing, whenFalse: ReadonlySet<string> = nothing) {
  return { whenTrue, whenFalse };
}
