import { bool, constant, simd } from '../../ir/expressions';
import type { Expression, Statement } from '../../ir/nodes';
import { isIntegerScalar, isUnsignedScalar, type ScalarType, scalarSize } from '../../ir/scalarType';
import { forEachStatement } from '../../ir/walk';
import { binaryLanes } from './operators';
import { type Hold, integerShape, type Lanes, mapLanes } from './lanes';
import type { LoopContext } from './loopContext';
import { type Reduction, updateOperand } from './reduction';

/**
 * The operands of sums in 64 bits that add up bytes, 16-bit numbers or conditions only, by the sum's local: many of them
 * are added in few bits first.
 */
export function wideSumsOf(
  body: readonly Statement[],
  reductions: ReadonlyMap<string, Reduction>,
): ReadonlyMap<string, readonly Expression[]> {
  const sums = new Map<string, Expression[]>();
  for (const [local, { op, type }] of reductions)
    if ((op === 'add' || op === 'sub') && (type === 'i64' || type === 'u64')) sums.set(local, []);
  forEachStatement(body, (one) => {
    const operands = one.op === 'set' ? sums.get(one.local) : undefined;
    if (one.op !== 'set' || !operands) return;
    const operand = updateOperand(one.local, one.value);
    if (operand && summandOf(operand)) operands.push(operand);
    else sums.delete(one.local);
  });
  return sums;
}

/** What is added in few bits: a byte, a 16-bit number, a condition, or the condition that always holds where 1 is added. */
export function summandOf(operand: Expression): Expression | undefined {
  if (operand.op === 'const') return BigInt(operand.value) === 1n ? bool(true) : undefined;
  if (operand.op !== 'convert') return undefined;
  const { type } = operand.value;
  const isSmall = type === 'bool' || (isIntegerScalar(type) && scalarSize(type) <= 2);
  return isSmall ? operand.value : undefined;
}

/** Two vectors, which hold the sum of a wide sum's lanes; `sum` is all ones where a condition holds. */
export function widenSum(sum: Lanes, context: LoopContext, hold: Hold): Lanes {
  const type: ScalarType = sum.type === 'bool' ? maskType(sum.width) : sum.type;
  let lanes = wholeVectors({ ...sum, type }, context);
  // Ones fit side by side until the end; numbers need the next width at once.
  if (sum.type === 'bool') lanes = oneVector(lanes, hold);
  while (lanes.width < 4) {
    const to = integerShape(lanes.width * 2);
    const sign = isUnsignedScalar(lanes.type) ? 'u' : 's';
    const pairs = lanes.vectors.map((vector) =>
      simd(`${to}.extadd_pairwise_${integerShape(lanes.width)}_${sign}`, [vector]),
    );
    lanes = oneVector({ type: maskType(lanes.width * 2), width: lanes.width * 2, vectors: pairs }, hold);
  }
  if (lanes.width === 8) return lanes;
  const all = hold(lanes.vectors[0]!);
  const halves = ['low', 'high'].map((half) => simd(`i64x2.extend_${half}_i32x4_s`, [all]));
  return { type: 'i64', width: 8, vectors: halves };
}

const maskTypes: Readonly<Record<number, ScalarType>> = { 1: 'i8', 2: 'i16', 4: 'i32', 8: 'i64' };
const maskType = (width: number): ScalarType => maskTypes[width]!;

/** Zero where a vector that is not full holds anything. */
function wholeVectors(lanes: Lanes, context: LoopContext): Lanes {
  const used = context.lanes * lanes.width;
  if (used >= 16) return lanes;
  const zeros = simd('i64x2.splat', [constant('i64', 0)]);
  const bytes = Array.from({ length: 16 }, (_, i) => (i < used ? i : 16));
  return mapLanes(lanes, (vector) => simd('i8x16.shuffle', [vector, zeros], bytes));
}

function oneVector(lanes: Lanes, hold: Hold): Lanes {
  const one = (vector: Expression): Lanes => ({ ...lanes, vectors: [vector] });
  return lanes.vectors.map(one).reduce((a, b) => mapLanes(binaryLanes('add', a, b, hold), hold));
}
