import type { Advice } from '../../frontend';
import type { BoundFunction } from '../bind/boundModule';
import { usePrange } from '../fixes/usePrange';
import { wrapInVectorize } from '../fixes/wrapInVectorize';
import type { For } from '../parse/ast';
import type { RuleContext } from '../rules/rule';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { elementwiseMeta, hotLoopMeta, independentIterationsMeta } from './adviceMetas';
import { isElementwise } from './elementwise';
import { compileWithCallees, describeLoop, hotLoops, undecoratedCallees } from './hotLoops';
import type { TypedOutline } from '../infer/typedFunction';
import { iterationConflicts } from './iterationDependence';
import { loopToFunction } from './loopToFunction';
import { estimateLoops, type LoopWork } from './work';
import { walkAll } from './childNodes';

/** Advice per function; module-level loops under undefined. */
export type AdviceByFunction = ReadonlyMap<BoundFunction | undefined, readonly Advice[]>;

/** Least operations in a run for parallel threads to pay, by the start of a parallel region and its threads. */
const leastParallelWork = 5e4;

/**
 * Where compiling would help, ranked by estimated work. `typedOf` gives a function typed as if it were jitted;
 * nothing is advised that would not compile.
 */
export function advise(
  context: RuleContext,
  typedOf: (fn: BoundFunction) => TypedOutline | undefined,
): AdviceByFunction {
  const advice = new Map<BoundFunction | undefined, Advice[]>();
  const add = (fn: BoundFunction | undefined, one: Advice) =>
    advice.set(fn, [...(advice.get(fn) ?? []), one]);
  const loops = estimateLoops(context.module);
  for (const loop of hotLoops(loops)) {
    const one = loop.owner
      ? functionLoopAdvice(loop, loop.owner, context, typedOf)
      : moduleLoopAdvice(loop, context);
    if (one) add(loop.owner, one);
  }
  for (const fn of context.module.functions) {
    const elementwise = elementwiseAdvice(fn, context, typedOf);
    if (elementwise) add(fn, elementwise);
    for (const one of parallelAdvice(fn, loops, context, typedOf)) add(fn, one);
  }
  return advice;
}

type Scored = LoopWork & { readonly score: number };

function functionLoopAdvice(
  loop: Scored,
  fn: BoundFunction,
  context: RuleContext,
  typedOf: (fn: BoundFunction) => TypedOutline | undefined,
): Advice | undefined {
  if (fn.inClass || fn.node.isAsync || fn.otherDecorators.length > 0 || !typedOf(fn)?.compiles)
    return undefined;
  return {
    code: hotLoopMeta.code,
    range: headerRange(loop),
    score: loop.score,
    message: `Hot loop: ${describeLoop(loop)}. '${fn.node.name}' compiles under @njit.`,
    fixes: [compileWithCallees(fn, undecoratedCallees(fn), context)],
  };
}

function moduleLoopAdvice(loop: Scored, context: RuleContext): Advice | undefined {
  const fix = loopToFunction(loop.loop, context);
  if (!fix) return undefined;
  return {
    code: hotLoopMeta.code,
    range: headerRange(loop),
    score: loop.score,
    message: `Hot loop at module level: ${describeLoop(loop)}. Numba compiles functions, so it has to move into one.`,
    fixes: [fix],
  };
}

function headerRange({ loop }: LoopWork) {
  return { start: loop.range.start, end: loop.kind === 'For' ? loop.iter.range.end : loop.test.range.end };
}

/** An elementwise function that is called with arrays: one compiled loop instead of a temporary per operator. */
function elementwiseAdvice(
  fn: BoundFunction,
  context: RuleContext,
  typedOf: (fn: BoundFunction) => TypedOutline | undefined,
): Advice | undefined {
  if (fn.decorator || fn.inClass || fn.otherDecorators.length > 0 || !isElementwise(fn)) return undefined;
  const typed = typedOf(fn);
  if (!typed?.compiles || typed.returnType.kind !== 'array') return undefined;
  if (typed.params.every((one) => one.origin.kind === 'assumed' || one.origin.kind === 'use'))
    return undefined;
  const signature = {
    parameters: typed.params.map((one) => elementName(one.type)),
    result: elementName(typed.returnType),
  };
  return {
    code: elementwiseMeta.code,
    range: fn.node.nameRange,
    score: 0.5,
    message: `'${fn.node.name}' works element by element on ${typeName(typed.returnType)}: @vectorize makes it one compiled loop without temporaries.`,
    fixes: [wrapInVectorize(fn, signature, context), compileWithCallees(fn, undecoratedCallees(fn), context)],
  };
}

function elementName(type: NumbaType): string {
  return typeName(type.kind === 'array' ? type.dtype : type);
}

/** Serial loops of compiled functions whose iterations may run in any order, outermost only. */
function parallelAdvice(
  fn: BoundFunction,
  loops: readonly LoopWork[],
  context: RuleContext,
  typedOf: (fn: BoundFunction) => TypedOutline | undefined,
): readonly Advice[] {
  const kind = fn.decorator?.kind;
  if ((kind !== 'jit' && kind !== 'njit') || !typedOf(fn)?.compiles || usesPrange(fn)) return [];
  return loops.flatMap((work): Advice[] => {
    const { loop, owner } = work;
    if (owner !== fn || loop.kind !== 'For' || work.potential < leastParallelWork || !isRange(loop, fn))
      return [];
    if (iterationConflicts(loop).length > 0 || drawsRandomNumbers(loop, fn)) return [];
    const fix = usePrange(loop, fn, context);
    if (!fix) return [];
    return [
      {
        code: independentIterationsMeta.code,
        range: headerRange(work),
        score: 0.3,
        message: `The iterations of this loop do not depend on each other: prange with parallel=True can run them on several cores.`,
        fixes: [fix],
      },
    ];
  });
}

/** Every thread has a generator of its own: in parallel the same seed gives other numbers. */
function drawsRandomNumbers(loop: For, fn: BoundFunction): boolean {
  return walkAll(loop.body).some(
    (node) => node.kind === 'Call' && /^(numpy\.)?random\./.test(fn.module.qualifiedName(node.func) ?? ''),
  );
}

function isRange(loop: For, fn: BoundFunction): boolean {
  return (
    loop.iter.kind === 'Call' &&
    fn.module.qualifiedName(loop.iter.func) === 'builtins.range' &&
    loop.iter.args.length < 3
  );
}

function usesPrange(fn: BoundFunction): boolean {
  return walkAll(fn.node.body).some(
    (node) => node.kind === 'Call' && /\.prange$/.test(fn.module.qualifiedName(node.func) ?? ''),
  );
}
