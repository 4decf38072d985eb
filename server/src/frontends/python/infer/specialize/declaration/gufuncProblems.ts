import type { BoundFunction } from '../../../bind/boundModule';
import { typeName } from '../../../types/typeName';
import type { NumbaType } from '../../../types/numbaType';
import { walkBody } from '../../children';
import type { Problem } from '../../problem';
import { explicitSignatures } from '../explicitSignatures';
import { parseLayout } from './gufuncLayout';

/** A gufunc's layout string against its parameters and signatures, and its body, which must return nothing. */
export function gufuncProblems(fn: BoundFunction, numba: string): Problem[] {
  const decorator = fn.decorator!;
  if (decorator.kind !== 'guvectorize') return [];
  const layoutProblems = decorator.layout === undefined ? [] : checkLayout(fn, decorator.layout, numba);
  const returned = walkBody(fn.node.body).flatMap((node): Problem[] =>
    node.kind === 'Return' && node.value && !isNone(node.value)
      ? [{ range: node.range, function: fn, kind: 'gufunc-return' }]
      : [],
  );
  return [...layoutProblems, ...returned];
}

const isNone = (node: { readonly kind: string }): boolean =>
  node.kind === 'Constant' && (node as { value?: { type?: string } }).value?.type === 'None';

function checkLayout(fn: BoundFunction, text: string, numba: string): Problem[] {
  const problem = (reason: string): Problem[] => [
    { range: fn.decorator!.range, function: fn, kind: 'gufunc-layout', reason },
  ];
  const layout = parseLayout(text);
  if (typeof layout === 'string') return problem(layout);
  const shapes = [...layout.inputs, ...layout.outputs];
  const { params } = fn.node;
  if (params.length !== shapes.length) {
    return problem(`${text} has ${shapes.length} arguments, ${fn.node.name} takes ${params.length}`);
  }
  const known = new Set(layout.inputs.flat());
  const undefinedNames = layout.outputs.flat().filter((name) => !known.has(name));
  if (undefinedNames.length > 0) return problem(`undefined output symbols: ${undefinedNames.join(', ')}`);
  return explicitSignatures(fn, numba).flatMap(({ args }) => {
    const wrong = shapes.findIndex((dims, i) => args[i] && !fits(args[i], dims, i >= layout.inputs.length));
    if (wrong < 0) return [];
    const wanted = shapes[wrong]!.length;
    const expected = wanted === 0 ? 'a scalar' : `an array of ${wanted} dimension${wanted > 1 ? 's' : ''}`;
    return problem(
      `argument '${params[wrong]!.name}' is ${expected} in ${text}, its type is ${typeName(args[wrong]!)}`,
    );
  });
}

/** An output of no dimensions is written through an array of one element. */
function fits(type: NumbaType, dims: readonly string[], isOutput: boolean): boolean {
  if (type.kind !== 'array') return dims.length === 0;
  return (
    type.ndim === dims.length ||
    (dims.length === 0 && isOutput && type.ndim === 1) ||
    (dims.length === 0 && !isOutput)
  );
}
