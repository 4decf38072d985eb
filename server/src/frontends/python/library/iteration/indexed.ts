import { add, ge, i64 } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import type { Cursor, IterationCall, LibraryFunction, LoopSteps, TypingContext } from '../libraryFunction';
import { mismatch, typed } from '../outcome';

/** Something iterated over by position: arrays, lists, tuples, strings. */
export interface Indexed {
  readonly kind: NumbaType['kind'];
  /** Undefined where such a type is not iterable. */
  item(type: NumbaType, context: TypingContext): NumbaType | undefined;
  readonly reason?: string;
  /** Number of items, i64. */
  length(lowering: Lowering, source: Value): Expression;
  /** The item at a position that is in range. */
  at(lowering: Lowering, source: Value, index: Expression, item: NumbaType): Value;
  /** The loop's body may change the length, so it is asked before every step. */
  readonly growing?: boolean;
}

/** The `iter KIND` entry of what is iterated over by position. */
export function indexedIteration(indexed: Indexed): LibraryFunction {
  return {
    name: `iter ${indexed.kind}`,
    indexed,
    type(call) {
      const type = call.args[0];
      const item = type && indexed.item(type, call.context);
      return item ? typed(item) : mismatch(indexed.reason);
    },
    iterate: (call, lowering, body) => {
      if (indexed.growing) return stepThrough(cursor(indexed, call, lowering), lowering, body);
      const source = lowering.hold(call.args[0]!);
      const stop = indexed.length(lowering, source);
      lowering.ir.for({ start: i64(0), stop, parallel: call.parallel }, (index, label) => {
        const item = lowering.hold(indexed.at(lowering, source, index, call.result), call.hint);
        body(item, { next: label, done: label, index });
      });
    },
    cursor: (call, lowering) => cursor(indexed, call, lowering),
  };
}

/** A loop that asks a cursor for each item. */
export function stepThrough(
  cursor: Cursor,
  lowering: Lowering,
  body: (item: Value, steps: LoopSteps) => void,
): void {
  lowering.ir.loop((label) => {
    const item = cursor.next(() => lowering.ir.break(label));
    body(item, { next: label, done: label });
  });
}

function cursor(indexed: Indexed, call: IterationCall, lowering: Lowering): Cursor {
  const { ir } = lowering;
  const source = lowering.hold(call.args[0]!);
  const position = ir.local('i64', 'position');
  ir.set(position, i64(0));
  const fixed = indexed.growing ? undefined : ir.hold(indexed.length(lowering, source), 'length');
  return {
    next(exhausted) {
      const length = fixed ?? indexed.length(lowering, source);
      ir.if(ge(position, length), exhausted);
      const item = lowering.hold(indexed.at(lowering, source, position, call.result), call.hint);
      ir.set(position, add(position, i64(1)));
      return item;
    },
  };
}
