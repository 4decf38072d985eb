import type { BoundFunction } from '../../bind/boundModule';
import type { Call, Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { addProblem, type Inference, lineOf, report } from '../inference';
import { inferFunction, type InferenceOptions, type InferenceTarget } from '../inferFunction';
import type { BoundArgument, TypedFunction } from '../typedFunction';
import { walkBody } from '../children';
import type { Argument } from './argument';
import { callee } from './givenArguments';
import { type CapturedValues, closureOptions, closureTarget, capturesOf, recursionOf } from './targets';
import { bindToParameters } from './userArguments';

/** Calls an inner function or lambda, typed in place for these arguments. */
export function callClosure(
  inf: Inference,
  node: Call,
  closure: (NumbaType & { kind: 'closure' })['node'],
  given: readonly Argument[],
): NumbaType | undefined {
  if (closure.kind === 'FunctionDef' && [...walkBody(closure.body)].some((one) => one.kind === 'Yield')) {
    return report(inf, 'ir', closure.nameRange, {
      kind: 'unsupported-syntax',
      construct: "An inner function with 'yield'",
      reason: 'the use of yield in a closure is unsupported',
    });
  }
  // Inlined, `*args` is bound to a single argument.
  if (closure.params.some((param) => param.kind === 'varPositional')) {
    inf.round.guessed = true;
    return undefined;
  }
  const keywords = given.flatMap((arg) => arg.keyword ?? []);
  const bound = bindToParameters(
    closure.params,
    given.filter((arg) => arg.keyword === undefined),
  );
  if (typeof bound === 'string') {
    const reason =
      keywords.length > 0
        ? 'Numba inlines inner functions, which can be called with positional arguments only'
        : bound;
    return report(inf, 'ir', node, { kind: 'wrong-arguments', callee: callee(inf, node), reason });
  }
  for (const keyword of keywords) {
    const fact = { kind: 'ignored-keyword', callee: callee(inf, node), keyword } as const;
    addProblem(inf, 'warning', { ...fact, range: node.range, assumed: false, compilesAnyway: true });
  }
  const captured = allCaptures(inf, closure, node.func, given);
  if (!captured) return undefined;
  const target = closureTarget(inf, closure);
  const options = closureOptions(inf, closure, captured);
  return callTarget(inf, node, target, bound, options, captured.args);
}

/** What a closure captures, and what the closures do that it is handed. */
function allCaptures(
  inf: Inference,
  closure: (NumbaType & { kind: 'closure' })['node'],
  use: Expression,
  given: readonly Argument[],
): CapturedValues | undefined {
  const own = capturesOf(inf, closure, use);
  if (!own) return undefined;
  const types = new Map(own.types);
  const args = [...own.args];
  for (const { type, source } of given) {
    if (type.kind !== 'closure' || source.kind !== 'expression') continue;
    const handed = capturesOf(inf, type.node, source.expression);
    if (!handed) return undefined;
    for (const [i, [symbol, each]] of [...handed.types].entries()) {
      if (types.has(symbol)) continue;
      types.set(symbol, each);
      args.push(handed.args[i]!);
    }
  }
  return { types, args };
}

/** Calls a specialisation for the bound arguments and notes it at the call. */
export function callTarget(
  inf: Inference,
  node: Call,
  target: InferenceTarget,
  bound: { readonly args: readonly BoundArgument[]; readonly types: readonly (NumbaType | undefined)[] },
  options: InferenceOptions,
  captures: readonly BoundArgument[] = [],
): NumbaType | undefined {
  const recursion = recursionOf(inf, target, bound.types, options);
  const args = [...bound.args, ...captures];
  switch (recursion.kind) {
    case 'skip':
      return undefined;
    case 'runaway':
      return report(inf, 'typing', node, { kind: 'runaway-recursion', subject: callee(inf, node) });
    case 'typed':
      inf.round.resolutions.set(node, {
        kind: 'typed',
        target: recursion.target,
        args,
        result: recursion.type,
      });
      return recursion.type;
    case 'none': {
      const typed = inferFunction(target, bound.types, inf.context, options);
      return finishCall(inf, node, typed, args);
    }
  }
}

export function finishCall(
  inf: Inference,
  node: Call,
  typed: TypedFunction,
  args: readonly BoundArgument[],
): NumbaType | undefined {
  if (typed.guessed) inf.round.guessed = true;
  if (!typed.compiles) return reportCallee(inf, node, typed);
  inf.round.resolutions.set(node, { kind: 'typed', target: typed, args, result: typed.returnType });
  return typed.returnType.kind === 'undefined' ? undefined : typed.returnType;
}

/** A failure inside a called function is the caller's failure, at the call; what is inlined stays where it is. */
export function reportCallee(inf: Inference, node: Call, typed: TypedFunction): undefined {
  const first = typed.problems.find((problem) => !problem.compilesAnyway);
  if (!first) return undefined;
  const inlined =
    typed.module === inf.module &&
    typed.node !== inf.node &&
    (isInside(inf, typed) || isInlinedAlways(typed));
  addProblem(
    inf,
    'typing',
    {
      ...first,
      ...(!inlined && { numbaLine: lineOf(inf, node.range.start) }),
      related: [
        ...(first.related ?? []),
        { range: node.range, role: 'called', subject: inf.module.file.slice(node.func.range) },
      ],
    },
    inf.round.reached.get(node),
  );
  return undefined;
}

function isInlinedAlways({ function: fn }: TypedFunction): boolean {
  return fn?.decorator?.options.get('inline')?.constant === 'always';
}

function isInside(inf: Inference, typed: TypedFunction): boolean {
  const { start, end } = inf.node.range;
  return start <= typed.node.range.start && typed.node.range.end <= end;
}

/** A function of the user's that Numba would meet as a Python object. */
export function reportUndecorated(inf: Inference, node: Call, fn: BoundFunction): undefined {
  return report(
    inf,
    'globals',
    node.func,
    { kind: 'undecorated-callee', subject: callee(inf, node), callee: fn },
    fn.module === inf.module
      ? { related: [{ range: fn.node.nameRange, role: 'defined', subject: fn.qualifiedName }] }
      : {},
  );
}
