import type { Expression as IrExpression } from '@jitsight/shared/ir/nodes';
import { readsLocals } from '../effects';
import { walk } from '../../infer/children';
import type { Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import type { LoopSteps } from '../../library/libraryFunction';
import { type Body, inLoop } from '../body';
import { lowerExpression } from '../expressions/lowerExpression';
import { isSuspended } from '../generators';
import type { Value } from '../lowering';

/** The loop over an iterable, as the library steps through it. `node` is the For or the comprehension's clause. */
export function iterateOver(
  body: Body,
  node: object,
  iterable: Expression,
  target: Expression,
  emitBody: (item: Value, steps: LoopSteps) => void,
): void {
  const { lowering, typed } = body;
  const emitPass = (item: Value, steps: LoopSteps): void => inLoop(body, () => emitBody(item, steps));
  const iteration = typed.iterations.get(node);
  if (!iteration) body.lowering.notLowered('this loop is not compiled yet');
  refuseSpent(body, iterable, iteration.source);
  const source = ownCopy(body, lowering.cast(lowerExpression(body, iterable), iteration.source));
  const call = {
    args: [source],
    argTypes: [iteration.source],
    result: iteration.item,
    data: iteration.data,
    parallel: isParallel(body, iterable) || undefined,
    hint: target.kind === 'Name' ? target.id : undefined,
  };
  const { function: entry } = iteration;
  if (entry.iterate) {
    entry.iterate(call, lowering, emitPass);
  } else if (entry.cursor) {
    const cursor = entry.cursor(call, lowering);
    lowering.ir.loop((label) => {
      const item = cursor.next(() => lowering.ir.break(label));
      emitPass(item, { next: label, done: label });
    });
  } else {
    lowering.notLowered(`${entry.name} is not compiled yet`);
  }
}

const spentOnce = new Set(['zip', 'enumerate', 'ndenumerate', 'ndindex', 'nditer']);

/** An iterator under a name remembers how far it has come, which these do only within one loop. */
function refuseSpent(body: Body, iterable: Expression, source: NumbaType): void {
  if (iterable.kind !== 'Name' || source.kind !== 'iterable' || !spentOnce.has(source.name)) return;
  const { node } = body.typed;
  const uses = walk(node).filter((each) => each.kind === 'Name' && each.id === iterable.id);
  // It is assigned, and looped over.
  if (uses.length <= 2 && body.loopDepth === 0) return;
  body.lowering.notLowered(`${source.name}() kept in a variable and used again is not compiled yet`);
}

function isParallel(body: Body, iterable: Expression): boolean {
  const resolution = body.typed.resolutions.get(iterable);
  return (
    body.typed.options.parallel &&
    resolution?.kind === 'library' &&
    resolution.function.name === 'numba.prange'
  );
}

/**
 * The iterable in locals that the loop's body cannot change. A parameter or variable that nothing else shares its locals
 * with keeps its own, so that accesses through it and through the loop are seen to be the same array's.
 */
function ownCopy(body: Body, value: Value): Value {
  if (isSuspended(value)) return value;
  const changing = body.variables.reassigned();
  const isSteady = (part: IrExpression) =>
    part.op === 'const' || (part.op === 'local' && !readsLocals(part, changing));
  if (value.parts.every(isSteady)) return value;
  const { lowering } = body;
  const parts = value.parts.map((part) => (isSteady(part) ? part : lowering.ir.hold(part)));
  const copy = { type: value.type, parts };
  // The body may assign the variable anew, which gives up the reference it had.
  const readsVariable = value.parts.some((part) => readsLocals(part, changing));
  if (!readsVariable) return copy;
  lowering.retain(copy);
  return lowering.temporary(copy);
}
