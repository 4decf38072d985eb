import { walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import { parseLayout } from '../lower/entry/gufuncLayout';

/** `out = value` in a `@guvectorize` kernel: the name is given to something else, and the caller's array stays as it was. */
export function checkGufuncOutput(fn: BoundFunction): readonly Problem[] {
  const text = fn.decorator?.kind === 'guvectorize' ? fn.decorator.layout : undefined;
  if (text === undefined) return [];
  let outputs: number;
  try {
    outputs = parseLayout(text).outputs.length;
  } catch {
    return [];
  }
  const names = fn.node.params.slice(fn.node.params.length - outputs).map((one) => one.name);
  return walkAll(fn.node.body).flatMap((node): Problem[] => {
    if (node.kind !== 'Assign') return [];
    const [target] = node.targets;
    if (target?.kind !== 'Name' || !names.includes(target.id)) return [];
    return [{ kind: 'gufunc-output-rebound', range: target.range, function: fn, subject: target.id }];
  });
}
