import type { Statement } from '../../ir/nodes';
import { isFloatScalar } from '../../ir/scalarType';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import { Refusal } from './lanes';
import type { LoopContext } from './loopContext';

/** V8 makes a vector product of 64 bits from so many instructions, where the scalar one is a single one. */
const costOfWideProduct = 10;

/**
 * Refuses what vectors would make slower: many products in 64 bits, and integers of 64 bits in a loop that each lane leaves
 * at a time of its own, where two lanes are no match for the rounds that they wait for each other.
 */
export function checkWorth(code: readonly Statement[], { facts, lanes, widest }: LoopContext): void {
  if (widest === 8 && facts.loop.body.some((one) => one.op === 'loop' && isQuick(one.body)))
    throw new Refusal('its iterations leave a loop of 64-bit integers at different times');
  if (facts.reductions.size > 0) return;
  let products = 0;
  let others = countStores(code);
  forEachExpression(code, (one) => {
    if (one.op === 'simd' && one.instruction === 'i64x2.mul') products++;
    else if (one.op === 'simd' || (one.op === 'load' && one.type === 'v128')) others++;
  });
  if (products === 0) return;
  // The loop's own counting comes once for each scalar iteration.
  let scalar = countStores(facts.loop.body) + 1;
  forEachExpression(facts.loop.body, (one) => {
    if (one.op !== 'local' && one.op !== 'const' && one.op !== 'convert') scalar++;
  });
  if (costOfWideProduct * products + others >= scalar * lanes)
    throw new Refusal('products of 64-bit integers are as fast one by one');
}

const divisions: ReadonlySet<string> = new Set(['div', 'rem', 'floordiv', 'floormod']);

/** Neither floats nor divisions, which take a processor long one by one. */
function isQuick(body: readonly Statement[]): boolean {
  let slow = false;
  forEachExpression(body, (one) => {
    slow ||= isFloatScalar(one.type) && one.op !== 'local' && one.op !== 'const';
    slow ||= divisions.has(one.op) && 'right' in one && one.right.op !== 'const';
  });
  return !slow;
}

function countStores(code: readonly Statement[]): number {
  let count = 0;
  forEachStatement(code, (one) => {
    if (one.op === 'store') count++;
  });
  return count;
}

/** Work besides the sum, for which vectors pay: functions of the math library, or conditions that cannot be foreseen. */
export function isWorthOrdering(body: readonly Statement[]): boolean {
  let worth =
    body.every((one) => one.op !== 'for' && one.op !== 'loop') && body.some((one) => one.op === 'if');
  forEachExpression(body, (one) => {
    worth ||= one.op === 'math';
  });
  return worth;
}
