import { add, binary, i64, sub, wrapIndex } from '../../src/ir/expressions';
import type { Expression } from '../../src/ir/nodes';
import { isFloatScalar } from '../../src/ir/scalarType';

/** Elements of the arrays that random loops read and write. */
export const loopTypes = ['f64', 'i64', 'i32', 'u8', 'f32', 'i16', 'u32', 'u64', 'i8', 'u16'] as const;
export type LoopType = (typeof loopTypes)[number];
export const integerTypes = loopTypes.filter((type) => !isFloatScalar(type));

/** How many each of them has. */
export const arrayLength = 160;

export interface ArrayParts {
  readonly type: LoopType;
  readonly data: Expression;
}

interface Indices {
  readonly random: () => number;
  /** From 8 to below 100, and that of an inner loop, below 5. */
  readonly indices: readonly Expression[];
  /** Between -8 and 8. */
  readonly k: Expression;
}

/** A place near the loops' indices, at a distance from them that is only known when it runs, or the same in all iterations. */
export function randomIndex({ random, indices: [index, inner], k }: Indices): Expression {
  const roll = random();
  if (inner && roll < 0.7) return add(index!, binary('mul', inner, i64(pick(random, [1, 9]))));
  if (roll < 0.3) return add(index!, i64(pick(random, [-1, 1, 2, -3, 8])));
  if (roll < 0.45) return add(index!, k);
  if (roll < 0.5) return add(k, i64(10));
  return index!;
}

/** A place that counts from the end where it is negative: it grows or falls with the loop, by one or more at a time. */
export function wrappingIndex({ random, indices, k }: Indices): Expression {
  const index = indices[0]!;
  const forms = [
    () => index,
    () => sub(index, i64(pick(random, [1, 9, 40, 120]))),
    () => add(index, k),
    () => sub(k, index),
    () => sub(add(k, i64(pick(random, [90, 99, 120]))), index),
    () => sub(binary('mul', index, i64(2)), add(k, i64(pick(random, [60, 100])))),
    () => sub(i64(pick(random, [98, 100, 150])), index),
    () => sub(i64(150), binary('mul', index, i64(3))),
  ];
  return wrapIndex(pick(random, forms)(), i64(arrayLength));
}

export function pick<T>(random: () => number, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)]!;
}
