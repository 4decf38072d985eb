import type { Fix } from '../../../diagnostics/fix';
import type { BoundFunction } from '../bind/boundModule';
import { parseLayout } from '../lower/entry/gufuncLayout';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { nodeAt } from './findNode';
import { insert, quickFix, replace } from './quickFix';

/** `out = value` becomes `out[0] = value`, or `out[:] = value` for an output that is an array. */
export function storeIntoOutput({
  function: fn,
  subject,
  range,
}: ProblemOf<'gufunc-output-rebound'>): readonly Fix[] {
  const store = fn && elementStore(fn, subject);
  if (!store) return [];
  return quickFix('store-into-output', `Store into the output: ${store} = ...`, () => [
    insert(range.end, store.slice(subject.length)),
  ]);
}

/** `return value` becomes a store into the last argument. */
export function returnToOutput(
  problem: ProblemOf<'gufunc-return'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const fn = problem.function;
  const output = fn?.node.params.at(-1)?.name;
  const value = nodeAt(module, problem.range, 'Return')?.value;
  const store = fn && output && elementStore(fn, output);
  if (!store || !value) return [];
  return quickFix('return-to-output', `Store into the output: ${store} = ...`, () => [
    replace(problem.range, `${store} = ${file.slice(value.range)}`),
  ]);
}

function elementStore(fn: BoundFunction, output: string): string | undefined {
  const layout = fn.decorator?.layout;
  if (layout === undefined) return undefined;
  try {
    const { inputs, outputs } = parseLayout(layout);
    const dimensions = [...inputs, ...outputs][fn.node.params.findIndex((one) => one.name === output)];
    return dimensions && `${output}[${dimensions.length === 0 ? '0' : dimensions.map(() => ':').join(', ')}]`;
  } catch {
    return undefined;
  }
}
