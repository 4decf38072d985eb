import type { FunctionDef, Match, Return, Statement, With } from '../../parse/ast';
import { none } from '../../types/numbaType';
import { inferCondition } from '../expressions/conditions';
import { inferExpression } from '../expressions/expression';
import { type Inference, report } from '../inference';
import { assignTarget } from './targets';

type InferBody = (inf: Inference, body: readonly Statement[]) => void;

export function inferReturn(inf: Inference, node: Return): void {
  const type = node.value ? inferExpression(inf, node.value) : none;
  if (!type) return;
  if (type.kind === 'function' || type.kind === 'dispatcher' || type.kind === 'closure') {
    report(inf, 'returns', node, {
      kind: 'unsupported-syntax',
      construct: 'Returning a function',
      reason: 'a function object cannot leave compiled code',
    });
    return;
  }
  inf.round.returns.push({ node, type });
}

/** An inner function is typed where it is called; its defaults are evaluated here. */
export function inferInnerFunction(inf: Inference, node: FunctionDef): void {
  for (const param of node.params) if (param.default) inferExpression(inf, param.default);
  for (const decorator of node.decorators) {
    report(inf, 'globals', decorator, {
      kind: 'untyped-global',
      subject: inf.module.file.slice(decorator.range),
      what: 'a decorator of an inner function',
    });
  }
}

/** Numba leaves compiled code only for `with objmode(...)` and sets the thread count with `parallel_chunksize`. */
export function inferWith(inf: Inference, node: With, inferBody: InferBody): void {
  for (const { context, target } of node.items) {
    const callee = context.kind === 'Call' ? context.func : context;
    const name = inf.module.qualifiedName(callee);
    const known = name !== undefined && /^numba\.(.*\.)?(objmode|parallel_chunksize)$/.test(name);
    if (target || !known) {
      report(inf, target ? 'bytecode' : 'ir', context, {
        kind: 'unsupported-syntax',
        construct: target ? "'with ... as ...'" : "'with'",
        reason: 'only objmode and parallel_chunksize are context managers in compiled code',
      });
    } else if (name.endsWith('objmode')) {
      if (context.kind === 'Call') assignObjmodeVariables(inf, context.keywords);
      return;
    }
    if (target) assignTarget(inf, target, undefined);
  }
  inferBody(inf, node.body);
}

function assignObjmodeVariables(inf: Inference, _keywords: readonly { name?: string }[]): void {
  inf.round.guessed = true;
}

export function inferMatch(inf: Inference, node: Match, inferBody: InferBody): void {
  inferExpression(inf, node.subject);
  for (const clause of node.cases) {
    if (clause.guard) inferCondition(inf, clause.guard, clause.guard);
    inferBody(inf, clause.body);
  }
}
