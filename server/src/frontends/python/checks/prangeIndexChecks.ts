import { walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';
import type { AstNode, Expression, For, Name, Subscript } from '../parse/ast';
import { unliteral } from '../types/unliteral';
import { prangeLoops } from './parallelChecks';

/**
 * What goes wrong because a parallel `prange` that starts at 0 counts without sign (uint64): `-i` is a number near
 * 2**64, and `i if c else n - i` has no common integer type, so that it becomes a float.
 */
export function checkPrangeIndex(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  if (!typed.options.parallel) return [];
  return prangeLoops(fn)
    .filter(startsAtZero)
    .flatMap((loop) =>
      loop.target.kind === 'Name'
        ? [...negated(loop, loop.target, fn, typed), ...mixed(loop, loop.target, fn, typed)]
        : [],
    );
}

function startsAtZero({ iter }: For): boolean {
  if (iter.kind !== 'Call') return false;
  const [start] = iter.args;
  if (iter.args.length === 1) return true;
  return start?.kind === 'Constant' && start.value.type === 'int' && start.value.value === 0n;
}

function negated(loop: For, index: Name, fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  return subscriptsIn(loop.body).flatMap(({ value, index: at }): Problem[] => {
    if (typed.types.get(value)?.kind !== 'array') return [];
    const elements = at.kind === 'Tuple' ? at.elements : [at];
    return elements
      .filter((one) => one.kind === 'UnaryOp' && one.op === '-' && isIndex(one.operand, index))
      .map((one) => ({
        kind: 'negative-prange-index' as const,
        range: one.range,
        function: fn,
        subject: fn.module.file.slice(value.range),
      }));
  });
}

/** A conditional expression with the bare index on one side and a signed integer on the other, used as an index. */
function mixed(loop: For, index: Name, fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  const assigned = walkAll(loop.body).flatMap((node): string[] =>
    node.kind === 'Assign' && node.targets[0]?.kind === 'Name' && isMixed(node.value, index, typed)
      ? [node.targets[0].id]
      : [],
  );
  return subscriptsIn(loop.body).flatMap(({ range, value, index: at }): Problem[] => {
    const type = typed.types.get(value);
    const isFloat = (at.kind === 'Name' && assigned.includes(at.id)) || isMixed(at, index, typed);
    if (!isFloat || type?.kind !== 'array') return [];
    return [
      {
        kind: 'unsigned-prange-index',
        range,
        function: fn,
        subject: fn.module.file.slice(at.range),
        index: index.id,
        type,
        related: [{ range: loop.target.range, role: 'defined', subject: index.id }],
      },
    ];
  });
}

function isMixed(expression: Expression, index: Name, typed: TypedFunction): boolean {
  if (expression.kind !== 'IfExp') return false;
  const sides = [expression.body, expression.orelse];
  const other = sides.find((one) => !isIndex(one, index));
  const type = other && typed.types.get(other);
  return sides.some((one) => isIndex(one, index)) && !!type && isSigned(type);
}

function isSigned(type: Parameters<typeof unliteral>[0]): boolean {
  const plain = unliteral(type);
  return plain.kind === 'int' && plain.signed;
}

function isIndex(expression: Expression, index: Name): boolean {
  return expression.kind === 'Name' && expression.id === index.id;
}

function subscriptsIn(body: readonly AstNode[]): readonly Subscript[] {
  return walkAll(body).filter((node): node is Subscript => node.kind === 'Subscript');
}
