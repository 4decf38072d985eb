import type { BoundFunction } from '../bind/boundModule';
import type { TypedFunction } from '../infer/typedFunction';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';

/** The function as refused where Numba cannot make the wrapper that takes its arguments out of Python objects. */
export function withUnboxing(
  typed: TypedFunction,
  fn: BoundFunction,
  args: readonly NumbaType[],
): TypedFunction {
  const reason = typed.compiles ? args.map(refusal).find((one) => one !== undefined) : undefined;
  if (reason === undefined) return typed;
  return {
    ...typed,
    compiles: false,
    problems: [
      ...typed.problems,
      {
        kind: 'unsupported-argument',
        callee: fn.node.name,
        types: args,
        reason,
        range: fn.node.nameRange,
        function: fn,
      },
    ],
  };
}

/** Numba's words for an argument type that it cannot unbox. */
function refusal(type: NumbaType): string | undefined {
  const isReflected = (each: NumbaType) => (each.kind === 'list' || each.kind === 'set') && each.reflected;
  if (!isReflected(type) || !('element' in type)) return undefined;
  if (isReflected(type.element)) {
    return `a list inside a list cannot be written back; use numba.typed.List or an array. Numba: cannot reflect element of reflected container: ${typeName(type)}`;
  }
  if (type.kind === 'set' && type.element.kind === 'unicode') return 'a set of strings cannot be passed';
  return undefined;
}
