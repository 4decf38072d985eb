import { walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';
import { unliteral } from '../types/unliteral';
import { isNegativeConstant } from './integerChecks';

/** `n ** -1` of integers, which compiles to 0. */
export function checkIntegerPower(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  return [...typed.types.keys()].flatMap((node): Problem[] => {
    if (node.kind !== 'BinOp' || node.op !== '**' || !isNegativeConstant(node.right)) return [];
    const base = typed.types.get(node.left);
    return base && unliteral(base).kind === 'int'
      ? [{ kind: 'integer-negative-power', range: node.range, function: fn }]
      : [];
  });
}

/** Module variables that compiled code reads and that some other code assigns again. */
export function checkFrozenGlobals(fn: BoundFunction): readonly Problem[] {
  if (!fn.decorator) return [];
  const reported = new Set<string>();
  return walkAll(fn.node.body).flatMap((node): Problem[] => {
    if (node.kind !== 'Name' || reported.has(node.id)) return [];
    const meaning = fn.module.resolve(node);
    if (meaning.kind !== 'global') return [];
    const changes = meaning.symbol.bindings.filter(
      (one) => (one.kind === 'assignment' || one.kind === 'other') && one.range.start > fn.node.range.end,
    );
    const before = meaning.symbol.bindings.some((one) => one.range.start < fn.node.range.start);
    if (!before || changes.length === 0) return [];
    reported.add(node.id);
    const related = changes.map(({ range }) => ({ range, role: 'assigned' as const, subject: node.id }));
    return [{ kind: 'frozen-global', range: node.range, function: fn, subject: node.id, related }];
  });
}
