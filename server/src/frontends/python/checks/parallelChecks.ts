import { iterationConflicts } from '../advice/iterationDependence';
import { walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';
import type { For } from '../parse/ast';

/** prange used where it has no effect, or where its iterations depend on each other. */
export function checkPrange(fn: BoundFunction): readonly Problem[] {
  const { decorator } = fn;
  if (!decorator || (decorator.kind !== 'jit' && decorator.kind !== 'njit')) return [];
  const loops = prangeLoops(fn);
  if (loops.length === 0) return [];
  if (decorator.options.get('parallel')?.constant !== true) {
    if (decorator.options.has('parallel')) return [];
    return loops.map((loop) => ({ kind: 'prange-without-parallel', range: loop.iter.range, function: fn }));
  }
  return loops.flatMap((loop) =>
    iterationConflicts(loop).map(
      ({ range, subject, reason }): Problem => ({
        kind: 'prange-race',
        range,
        function: fn,
        subject,
        reason,
      }),
    ),
  );
}

/** `parallel=True` without a prange loop or an operation on whole arrays. */
export function checkParallelism(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  const option = fn.decorator?.options.get('parallel');
  if (option?.constant !== true || !typed.compiles || fn.decorator?.kind === 'vectorize') return [];
  if (prangeLoops(fn).length > 0 || hasArrayOperation(typed)) return [];
  return [{ kind: 'parallel-without-parallelism', range: option.range, function: fn }];
}

/** The `for` loops of a function over `prange`. */
export function prangeLoops(fn: BoundFunction): readonly For[] {
  return walkAll(fn.node.body).filter((node): node is For => {
    if (node.kind !== 'For' || node.iter.kind !== 'Call') return false;
    return /^numba(\.misc\.special)?\.prange$/.test(fn.module.qualifiedName(node.iter.func) ?? '');
  });
}

/** Operators on arrays, and calls that make an array or take one. */
function hasArrayOperation(typed: TypedFunction): boolean {
  for (const [expression, type] of typed.types) {
    if (expression.kind === 'BinOp' || expression.kind === 'Compare') {
      if (type.kind === 'array') return true;
    } else if (expression.kind === 'Call') {
      if (type.kind === 'array') return true;
      if (expression.args.some((one) => typed.types.get(one)?.kind === 'array')) return true;
      const receiver =
        expression.func.kind === 'Attribute' ? typed.types.get(expression.func.value) : undefined;
      if (receiver?.kind === 'array') return true;
    }
  }
  return false;
}
