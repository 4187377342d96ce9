import type { Expr, Expr_Comprehension } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';

/** A macro as it was written; the parser has unrolled it into a loop. */
export interface Macro {
  readonly name: 'all' | 'exists' | 'exists_one' | 'filter';
  readonly range: Expr;
  readonly variable: string;
  readonly body: Expr;
}

/** Finds the macro behind a loop, or undefined when it is one that the subset does not have. */
export function macroOf(loop: Expr_Comprehension): Macro | undefined {
  const step = call(loop.loopStep);
  const range = loop.iterRange;
  if (step === undefined || range === undefined || loop.iterVar2 !== '') return undefined;
  const found = (name: Macro['name'], body: Expr | undefined): Macro | undefined =>
    body === undefined ? undefined : { name, range, variable: loop.iterVar, body };

  const start = constant(loop.accuInit);
  if (start?.case === 'boolValue' && step.function === '_&&_') return found('all', step.args[1]);
  if (start?.case === 'boolValue' && step.function === '_||_') return found('exists', step.args[1]);
  if (step.function !== '_?_:_') return undefined;
  if (start?.case === 'int64Value') return found('exists_one', step.args[0]);
  // `filter` adds the variable itself; `map` with a condition adds something else and is not in the subset.
  const added = call(step.args[1])?.args[1]?.exprKind;
  const element = added?.case === 'listExpr' ? added.value.elements[0]?.exprKind : undefined;
  if (element?.case !== 'identExpr' || element.value.name !== loop.iterVar) return undefined;
  return found('filter', step.args[0]);
}

function call(expression: Expr | undefined) {
  return expression?.exprKind.case === 'callExpr' ? expression.exprKind.value : undefined;
}

function constant(expression: Expr | undefined) {
  return expression?.exprKind.case === 'constExpr' ? expression.exprKind.value.constantKind : undefined;
}
