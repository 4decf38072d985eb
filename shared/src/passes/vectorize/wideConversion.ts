import { constant, convert, simd } from '../../ir/expressions';
import type { Expression, LocalExpression, Statement } from '../../ir/nodes';
import { isUnsignedScalar, type ScalarType, scalarSize } from '../../ir/scalarType';
import { convertLanes, resizeMask } from './convertLanes';
import { type Hold, type Lanes, mapLanes, resize } from './lanes';
import { type Block, holdIn, type LoopContext } from './loopContext';

/** Whether 64-bit integers and floats become each other, for which Wasm has no vector instruction. */
export function isWideConversion(from: ScalarType, to: ScalarType): boolean {
  if (from === 'f32' || from === 'f64') return to === 'u32' || to === 'i64' || to === 'u64';
  return to === 'f32' && (from === 'i64' || from === 'u64');
}

/**
 * Conversion between floats and 64-bit integers, with the scalar's result in every bit. Below 2**51 an integer is read off
 * the sum with 1.5 * 2**52, whose last place is one; only where a lane is beyond does the code that holds for all run.
 */
export function convertWide(value: Lanes, to: ScalarType, context: LoopContext, block: Block): Lanes {
  return value.type === 'i64' || value.type === 'u64'
    ? integerToSingle(value, context, block)
    : floatToInteger(value, to, context, block);
}

function floatToInteger(value: Lanes, to: ScalarType, context: LoopContext, block: Block): Lanes {
  const { lanes } = context;
  const hold = holdIn(context, block.code);
  const held = mapLanes(convertLanes(value, 'f64', lanes, hold), hold);
  const near = held.vectors.map((vector) =>
    simd('f64x2.lt', [simd('f64x2.abs', [vector]), doubles(2 ** 51)]),
  );
  const bits = mapLanes(held, (vector) => simd('f64x2.add', [simd('f64x2.trunc', [vector]), anchor]));
  const exact = to === 'u64' ? toUnsigned : toSigned;
  const finish = (wide: Lanes, code: Statement[], anchored: boolean): Lanes => {
    if (to === 'u32') return resize({ ...wide, type: 'i64' }, 4, to, lanes, holdIn(context, code));
    const vectors = anchored
      ? wide.vectors.map((vector) => simd('i64x2.sub', [vector, anchorBits]))
      : wide.vectors;
    return { type: to, width: 8, vectors };
  };
  const fast = finish(bits, block.code, true);
  return unlessFar(fast, near, context, block, (code) =>
    finish(
      mapLanes(held, (vector) => exact(vector, holdIn(context, code))),
      code,
      false,
    ),
  );
}

function integerToSingle(value: Lanes, context: LoopContext, block: Block): Lanes {
  const { lanes } = context;
  const hold = holdIn(context, block.code);
  const held = mapLanes(value, hold);
  const near = held.vectors.map((vector) => isNear(vector, value.type));
  const doubled: Lanes = { ...held, type: 'f64', vectors: held.vectors.map(nearToDouble) };
  return unlessFar(convertLanes(doubled, 'f32', lanes, hold), near, context, block, (code) => {
    const inside = holdIn(context, code);
    const odd = mapLanes(held, (vector) => inside(roundToOdd(vector, value.type, inside)));
    return convertLanes(convertLanes(odd, 'f64', lanes, inside), 'f32', lanes, inside);
  });
}

/** `fast`, or what `exact` makes in a branch of its own where a lane that runs is not `near`. */
function unlessFar(
  fast: Lanes,
  near: readonly Expression[],
  context: LoopContext,
  block: Block,
  exact: (code: Statement[]) => Lanes,
): Lanes {
  const hold = holdIn(context, block.code);
  const result = mapLanes(fast, () => context.fresh.make('v128', 'wide'));
  const assign = (code: Statement[], lanes: Lanes): void => {
    for (const [i, value] of lanes.vectors.entries())
      code.push({ op: 'set', local: (result.vectors[i] as LocalExpression).name, value });
  };
  assign(block.code, fast);
  const far = simd('v128.not', [near.reduce((a, b) => simd('v128.and', [a, b]))]);
  const mask = block.mask && resizeMask(block.mask.lanes, 8, context.lanes, hold);
  const relevant = mask
    ? simd('v128.and', [far, mask.vectors.reduce((a, b) => simd('v128.or', [a, b]))])
    : far;
  const branch: Statement[] = [];
  assign(branch, exact(branch));
  const condition = convert(simd('v128.any_true', [relevant]), 'bool');
  block.code.push({ op: 'if', condition, whenTrue: branch, whenFalse: [] });
  return result;
}

const doubles = (value: number) => simd('f64x2.splat', [constant('f64', value)]);
const words = (value: bigint) => simd('i64x2.splat', [constant('i64', value)]);
const anchor = doubles(1.5 * 2 ** 52);
const anchorBits = words(0x4338000000000000n);
const lowest = words(-(1n << 63n));
/** The lower halves of two vectors' 64-bit lanes, in turn. */
const lowWords = [0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27];

/** Whether an integer is below 2**50 in magnitude. */
export function isNear(vector: Expression, type: ScalarType): Expression {
  const moved = isUnsignedScalar(type) ? vector : simd('i64x2.add', [vector, words(1n << 50n)]);
  const top = simd('i64x2.shr_u', [moved, constant('i32', isUnsignedScalar(type) ? 50 : 51)]);
  return simd('i64x2.eq', [top, words(0n)]);
}

/** The double of an integer that `isNear`. */
export function nearToDouble(vector: Expression): Expression {
  return simd('f64x2.sub', [simd('i64x2.add', [vector, anchorBits]), anchor]);
}

/** The integer, of at most 64 bits, that a double below 2**51 in magnitude is. */
export function nearToInteger(value: Lanes, to: ScalarType, lanes: number, hold: Hold): Lanes {
  const bits = value.vectors.map((vector) => simd('f64x2.add', [vector, anchor]));
  if (scalarSize(to) < 8)
    return resize({ type: 'i64', width: 8, vectors: bits }, scalarSize(to), to, lanes, hold);
  const vectors = bits.map((vector) => simd('i64x2.sub', [vector, anchorBits]));
  return { type: to, width: 8, vectors };
}

/** The upper and the lower 32 bits of the whole number, each read off a sum; the lowest integer for what is out of range. */
function toSigned(vector: Expression, hold: Hold): Expression {
  const inRange = simd('f64x2.lt', [simd('f64x2.abs', [vector]), doubles(2 ** 63)]);
  return simd('v128.bitselect', [wrapped(vector, hold), lowest, inRange]);
}

/** Too large a number gives 0, too small a one or NaN 2**63. */
function toUnsigned(vector: Expression, hold: Hold): Expression {
  const bits = simd('v128.and', [wrapped(vector, hold), simd('f64x2.lt', [vector, doubles(2 ** 64)])]);
  return simd('v128.bitselect', [bits, lowest, simd('f64x2.ge', [vector, doubles(-(2 ** 63))])]);
}

function wrapped(vector: Expression, hold: Hold): Expression {
  const whole = hold(simd('f64x2.trunc', [vector]));
  const high = hold(simd('f64x2.floor', [simd('f64x2.mul', [whole, doubles(2 ** -32)])]));
  const low = simd('f64x2.sub', [whole, simd('f64x2.mul', [high, doubles(2 ** 32)])]);
  const parts = [simd('f64x2.add', [low, doubles(2 ** 52)]), simd('f64x2.add', [high, anchor])];
  return simd('i8x16.shuffle', parts, lowWords);
}

/**
 * Integers that doubles do not hold are brought to odd multiples of 2**11, so that rounding to double, which is exact then,
 * and to single rounds once.
 */
function roundToOdd(vector: Expression, type: ScalarType, hold: Hold): Expression {
  const lowBits = simd('i64x2.add', [simd('v128.and', [vector, words(0x7ffn)]), words(0x7ffn)]);
  const odd = simd('v128.and', [simd('v128.or', [vector, lowBits]), words(-0x800n)]);
  const sign = hold(simd('i64x2.shr_s', [vector, constant('i32', 63)]));
  const size = isUnsignedScalar(type) ? vector : simd('v128.xor', [vector, sign]);
  const top = simd('i64x2.shr_u', [size, constant('i32', 53)]);
  return simd('v128.bitselect', [vector, odd, simd('i64x2.eq', [top, words(0n)])]);
}
