import { literalInt, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unifyPair } from '../../types/unify';
import { unliteral } from '../../types/unliteral';
import { iterate, itemType } from '../iteration/dispatch';
import type { LibraryFunction, TypingContext, TypingOutcome } from '../libraryFunction';
import { operate, resultOf } from '../operate';
import { mismatch, params, typed } from '../outcome';
import { elementsOf } from '../tuple/elements';
import { flatten } from '@jitsight/shared/ir/valueType';

/** `sum(iterable)`, `sum(iterable, start)`: repeated `+`, whose type grows with what is added. */
export const sum: LibraryFunction = {
  name: 'builtins.sum',
  params: params('iterable start?'),
  type(call) {
    const [iterable, start] = call.args;
    if (!iterable) return mismatch();
    const first = start ?? literalInt(0n);
    const args = [unliteral(iterable), start && unliteral(start)];
    if (iterable.kind === 'tuple') return sumOfTuple(iterable.elements, first, args, call.context);
    if (!['list', 'typedList', 'array', 'range'].includes(iterable.kind)) {
      return mismatch('sums lists, tuples, arrays and ranges', 0);
    }
    const item = itemType(iterable, call.context);
    const result = item && settledSum(unliteral(first), unliteral(item), call.context);
    return result ? typed(result, { args }) : mismatch('the items cannot be added', 0);
  },
  lower(call, lowering) {
    const { ir } = lowering;
    const iterable = lowering.hold(call.args[0]!);
    const zero = lowering.constant({ kind: 'int', value: 0n }, unliteral(literalInt(0n)));
    const first = call.args[1] ?? zero;
    if (iterable.type.kind === 'tuple') {
      const total = elementsOf(lowering, iterable).reduce(
        (sum, element) => operate(lowering, 'operator.add', [sum, element]),
        first,
      );
      return lowering.cast(total, call.result);
    }
    const scalars = flatten(lowering.valueTypeOf(call.result));
    const total = scalars.map((scalar) => ir.local(scalar, 'total'));
    const assign = (value: typeof first) => {
      const next = lowering.hold(lowering.cast(value, call.result));
      total.forEach((local, i) => {
        ir.set(local, next.parts[i]!);
      });
    };
    assign(first);
    const current = { type: call.result, parts: total };
    iterate(lowering, iterable, (item) => assign(operate(lowering, 'operator.add', [current, item])));
    return current;
  },
};

function sumOfTuple(
  elements: readonly NumbaType[],
  start: NumbaType,
  args: readonly (NumbaType | undefined)[],
  context: TypingContext,
): TypingOutcome {
  let total: NumbaType | undefined = unliteral(start);
  for (const element of elements) {
    total = total && resultOf('operator.add', [total, unliteral(element)], context);
  }
  return total ? typed(total, { args }) : mismatch('the elements cannot be added', 0);
}

// The variable that is added to in a loop has one type: that of the start and of every sum.
function settledSum(start: NumbaType, item: NumbaType, context: TypingContext): NumbaType | undefined {
  let total = start;
  for (let i = 0; i < 4; i++) {
    const next = resultOf('operator.add', [total, item], context);
    const both = next && unifyPair(total, next);
    if (!both) return undefined;
    if (typesEqual(both, total)) return total;
    total = both;
  }
  return undefined;
}
