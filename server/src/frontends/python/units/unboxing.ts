import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';

type Refusal = Pick<Extract<Problem, { kind: 'unsupported-argument' }>, 'reason' | 'numbaSays'>;

/** The function as refused where Numba cannot make the wrapper that takes its arguments out of Python objects. */
export function withUnboxing(
  typed: TypedFunction,
  fn: BoundFunction,
  args: readonly NumbaType[],
): TypedFunction {
  const refused = typed.compiles ? args.map(refusal).find((one) => one !== undefined) : undefined;
  if (refused === undefined) return typed;
  return {
    ...typed,
    compiles: false,
    problems: [
      ...typed.problems,
      {
        kind: 'unsupported-argument',
        callee: fn.node.name,
        types: args,
        ...refused,
        range: fn.node.nameRange,
        function: fn,
      },
    ],
  };
}

/** An argument type that Numba types and cannot unbox: an error of the call, without a line of the function. */
function refusal(type: NumbaType): Refusal | undefined {
  const isReflected = (each: NumbaType) => (each.kind === 'list' || each.kind === 'set') && each.reflected;
  if (!isReflected(type) || !('element' in type)) return undefined;
  if (isReflected(type.element)) {
    return {
      reason:
        'what is in a list inside a list cannot be written back, so pass a NumPy array, or a typed list of typed lists',
      numbaSays: {
        class: 'TypeError',
        text: `cannot reflect element of reflected container: ${typeName(type)}`,
      },
    };
  }
  if (type.kind === 'set' && type.element.kind === 'unicode')
    return { reason: 'a set of strings cannot be passed' };
  return undefined;
}
