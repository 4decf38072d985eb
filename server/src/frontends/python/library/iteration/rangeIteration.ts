import { add, and, constant, ge, gt, le, lt, or } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Value } from '../../lower/lowering';
import { mismatch, typed } from '../outcome';
import type { LibraryFunction } from '../libraryFunction';

/** `for i in range(...)`: the IR's counted loop. */
export const rangeIteration: LibraryFunction = {
  name: 'iter range',
  type(call) {
    const type = call.args[0];
    return type?.kind === 'range' ? typed(type.item) : mismatch();
  },
  iterate(call, lowering, body) {
    const [start, stop, step] = call.args[0]!.parts;
    const bounds = { start: start!, stop: stop!, step: step!, parallel: call.parallel, hint: call.hint };
    lowering.ir.for(bounds, (index, label) => {
      body({ type: call.result, parts: [index] }, { next: label, done: label });
    });
  },
  cursor(call, lowering) {
    const { ir } = lowering;
    const [start, stop, step] = lowering.hold(call.args[0]!).parts;
    const position = ir.local(start!.type, call.hint ?? 'position');
    ir.set(position, start!);
    return {
      next(exhausted) {
        ir.if(isPast(position, stop!, step!), exhausted);
        const item: Value = { type: call.result, parts: [ir.hold(position, call.hint)] };
        ir.set(position, add(position, step!));
        return item;
      },
    };
  },
};

/** Whether a range that has come to `position` is at its end. */
export function isPast(position: Expression, stop: Expression, step: Expression): Expression {
  const zero = constant(step.type, 0);
  if (step.op === 'const') return step.value > 0 ? ge(position, stop) : le(position, stop);
  return or(and(gt(step, zero), ge(position, stop)), and(lt(step, zero), le(position, stop)));
}
