import type { BoundFunction } from '../bind/boundModule';
import { explicitSignatures } from '../infer/specialize/explicitSignatures';
import { parseLayout } from '../lower/entry/gufuncLayout';

/** Why the layout string of a `@guvectorize` function does not fit its parameters or signatures. */
export function layoutMismatch(fn: BoundFunction, numba: string): string | undefined {
  const text = fn.decorator?.layout;
  if (text === undefined) return 'there is no layout string, such as "(n),()->(n)"';
  let dimensions: readonly (readonly string[])[];
  try {
    const layout = parseLayout(text);
    dimensions = [...layout.inputs, ...layout.outputs];
  } catch {
    return `'${text}' is not of the form "(n),()->(n)"`;
  }
  const parameters = fn.node.params.length;
  if (dimensions.length !== parameters) {
    return `'${text}' describes ${dimensions.length} arguments, the function has ${parameters}`;
  }
  for (const { args, text: signature } of explicitSignatures(fn, numba)) {
    if (args.length !== dimensions.length)
      return `${signature} has ${args.length} arguments, '${text}' ${dimensions.length}`;
    const wrong = args.findIndex(
      (type, i) => type.kind === 'array' && dimensions[i]!.length > 0 && type.ndim !== dimensions[i]!.length,
    );
    if (wrong >= 0)
      return `argument ${wrong + 1} of ${signature} does not have the ${dimensions[wrong]!.length} dimensions of '${text}'`;
  }
  return undefined;
}
