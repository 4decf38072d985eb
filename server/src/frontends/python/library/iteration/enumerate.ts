import { add, i64 } from '@jitsight/shared/ir/expressions';
import { int64, type NumbaType, tupleOf } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Cursor, LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { tupleValue } from '../tuple/elements';
import { cursorOf, iterate, itemType } from './dispatch';
import { sourcesOf } from './sources';

/** `enumerate(xs)`, `enumerate(xs, start)`; Numba does not take `start` as a keyword. */
const construct: LibraryFunction = {
  name: 'builtins.enumerate',
  type(call) {
    const [source, start] = call.args;
    if (!source || call.args.length > 2) return mismatch('takes an iterable and a start');
    const item = itemType(source, call.context);
    if (!item) return mismatch('the argument is not iterable', 0);
    if (start && unliteral(start).kind !== 'int') return mismatch('the start must be an integer', 1);
    const from = unliteral(source);
    const result: NumbaType = {
      kind: 'iterable',
      name: 'enumerate',
      item: tupleOf([int64, item]),
      source: [from, int64],
    };
    return typed(result, { args: start ? [from, int64] : [from] });
  },
  lower: (call) => ({
    type: call.result,
    parts: [...call.args[0]!.parts, ...(call.args[1]?.parts ?? [i64(0)])],
  }),
};

const iteration: LibraryFunction = {
  name: 'iter iterable',
  type(call) {
    const type = call.args[0];
    return type?.kind === 'iterable' && type.name === 'enumerate' ? typed(type.item) : mismatch();
  },
  iterate(call, lowering, body) {
    const { ir } = lowering;
    const [source, start] = sourcesOf(lowering, call.args[0]!);
    const count = ir.local('i64', 'count');
    ir.set(count, start!.parts[0]!);
    iterate(lowering, source!, (item, steps) => {
      const { index } = steps;
      const number = { type: int64, parts: [ir.hold(index ? add(count, index) : count, 'number')] };
      if (!index) ir.set(count, add(count, i64(1)));
      body(tupleValue([number, item]), steps);
    });
  },
  cursor(call, lowering): Cursor {
    const { ir } = lowering;
    const [source, start] = sourcesOf(lowering, call.args[0]!);
    const inner = cursorOf(lowering, source!);
    const count = ir.local('i64', 'count');
    ir.set(count, start!.parts[0]!);
    return {
      next(exhausted) {
        const item = inner.next(exhausted);
        const number = { type: int64, parts: [ir.hold(count, 'number')] };
        ir.set(count, add(count, i64(1)));
        return tupleValue([number, item]);
      },
    };
  },
};

export const enumerateEntries: readonly LibraryFunction[] = [construct, iteration];
