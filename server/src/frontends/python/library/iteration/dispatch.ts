import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import type { Cursor, LibraryFunction, LoopSteps, TypingContext } from '../libraryFunction';
import { loweringContext } from '../operate';
import { lookup } from '../registry';

/** How values of one type are iterated over. */
export interface Iterator {
  readonly entry: LibraryFunction;
  readonly item: NumbaType;
  readonly data?: unknown;
}

/** The `iter KIND` entry for a type; undefined where it is not iterable. */
export function iteratorOf(type: NumbaType, context: TypingContext): Iterator | undefined {
  const kind = type.kind === 'literal' && type.literal === 'str' ? 'unicode' : type.kind;
  for (const entry of lookup(`iter ${kind}`, context.numba)) {
    const outcome = entry.type({ args: [type], context });
    if (outcome.kind === 'typed') return { entry, item: outcome.result, data: outcome.data };
  }
  return undefined;
}

/** The type of the items, or undefined where the type is not iterable. */
export function itemType(type: NumbaType | undefined, context: TypingContext): NumbaType | undefined {
  return type && iteratorOf(type, context)?.item;
}

/** Emits a loop over `iterable` with `body` in it; `iterator` is what typing found, where it needed to type a callable. */
export function iterate(
  lowering: Lowering,
  iterable: Value,
  body: (item: Value, steps: LoopSteps) => void,
  iterator?: Iterator,
): void {
  const found = iterator ?? iteratorOf(iterable.type, loweringContext(lowering));
  if (!found) {
    lowering.notLowered(`iterating over ${iterable.type.kind} is not compiled yet`);
    return;
  }
  const call = { args: [iterable], argTypes: [iterable.type], result: found.item, data: found.data };
  if (found.entry.iterate) {
    found.entry.iterate(call, lowering, body);
    return;
  }
  const cursor = cursorOf(lowering, iterable);
  lowering.ir.loop((label) => {
    const item = cursor.next(() => lowering.ir.break(label));
    body(item, { next: label, done: label });
  });
}

/** State for stepping through `iterable` one item at a time. */
export function cursorOf(lowering: Lowering, iterable: Value): Cursor {
  const found = iteratorOf(iterable.type, loweringContext(lowering));
  if (!found?.entry.cursor) {
    return lowering.notLowered(`stepping through ${iterable.type.kind} is not compiled yet`);
  }
  return found.entry.cursor(
    { args: [iterable], argTypes: [iterable.type], result: found.item, data: found.data },
    lowering,
  );
}
