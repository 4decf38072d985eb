import type { BoundFunction } from '../bind/boundModule';
import type { TypedVariants } from './functionUnit';
import type { AnalysisSession } from './session';

/** The specialisations that compiled code asked of an `@overload`: implementations inside it that were typed. */
export function overloadVariants(fn: BoundFunction, { context }: AnalysisSession): TypedVariants {
  const { start, end } = fn.node.range;
  const implementations = [...context.memo]
    .filter(([node]) => node !== fn.node && start <= node.range.start && node.range.end <= end)
    .flatMap(([, byTypes]) => [...byTypes.values()])
    .filter((typed) => typed.module === fn.module);
  return {
    fn,
    units: implementations.map((typed) => ({ typed, args: typed.params.map((one) => one.type) })),
    problems: [],
    given: [],
  };
}
