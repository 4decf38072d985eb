import { walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';
import type { AstNode, Expression } from '../parse/ast';
import { unliteral } from '../types/unliteral';

/** Floats made text of: Numba writes `<object type:float64>` for them, from 0.57 on. */
export function checkText(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  if (!typed.compiles) return [];
  return walkAll(fn.node.body)
    .flatMap((node) => madeText(node, fn))
    .flatMap((value): Problem[] => {
      const type = typed.types.get(value);
      const plain = type && unliteral(type);
      if (plain?.kind !== 'float' && plain?.kind !== 'complex') return [];
      return [{ kind: 'float-to-text', range: value.range, function: fn, type: plain }];
    });
}

function madeText(node: AstNode, { module }: BoundFunction): readonly Expression[] {
  if (node.kind === 'JoinedStr')
    return node.values.flatMap((one) => (typeof one === 'string' ? [] : [one.value]));
  if (node.kind !== 'Call' || node.args.length !== 1) return [];
  return /^builtins\.(str|repr)$/.test(module.qualifiedName(node.func) ?? '') ? node.args : [];
}
