import { binary, constant, convert, simd } from '../../ir/expressions';
import type { BinaryExpression, Expression } from '../../ir/nodes';
import { isUnsignedScalar, type ScalarType, scalarSize } from '../../ir/scalarType';
import { addGuard } from './access';
import { convertLanes, resizeMask } from './convertLanes';
import { isVarying, scalarForm, vectorize } from './expression';
import { indexAsFloat, isLoopIndex } from './indexLanes';
import { type Hold, type Lanes, mapLanes, Refusal, resize, splat, zipLanes } from './lanes';
import { type Block, holdIn, hoist, isInvariant, type LoopContext } from './loopContext';
import { binaryLanes, shiftLanes, unaryLanes } from './operators';
import { bailOut } from './statements';
import { isNear, nearToDouble, nearToInteger } from './wideConversion';

type Division = BinaryExpression & { readonly op: 'div' | 'rem' | 'floordiv' | 'floormod' };

/**
 * Integer division and remainder, rounded down as Python does. Wasm has none on vectors, so floats divide: the quotient of
 * integers below 2**51 that is no integer is further from one than it is rounded. What is larger is left to the scalar loop.
 */
export function divideIntegers(expression: Division, context: LoopContext, block: Block): Lanes {
  const { left, right, type, op } = expression;
  const rounding =
    op === 'floordiv' || op === 'floormod' || isNeverNegative(left, type, context) ? 'floor' : 'trunc';
  const isQuotient = op === 'floordiv' || op === 'div';
  const shifted = rounding === 'floor' && byPowerOfTwo(isQuotient, expression, context, block);
  if (shifted) return shifted;
  const float = scalarSize(type) <= 2 ? 'f32' : 'f64';
  const hold = holdIn(context, block.code);
  const dividend = mapLanes(asFloat(left, float, context, block), hold);
  const [quotient, divisor] = isVarying(context, right)
    ? byEach(dividend, right, rounding, context, block)
    : byOne(dividend, right, rounding, context, block);
  if (isQuotient) return toInteger(quotient, type, context.lanes, hold);
  const taken = binaryLanes('mul', mapLanes(quotient, hold), divisor, hold);
  return toInteger(binaryLanes('sub', dividend, taken, hold), type, context.lanes, hold);
}

type Rounding = 'floor' | 'trunc';

/** Without signs, truncating rounds down. */
function isNeverNegative(value: Expression, type: ScalarType, context: LoopContext): boolean {
  if (isUnsignedScalar(type)) return true;
  if (!isLoopIndex(value, context)) return value.op === 'convert' && isUnsignedScalar(value.value.type);
  const { start } = context.facts.loop;
  addGuard(context, { op: 'ge', type: 'bool', left: start, right: constant(start.type, 0) });
  return true;
}

function byPowerOfTwo(
  isQuotient: boolean,
  { left, right, type }: Division,
  context: LoopContext,
  block: Block,
): Lanes | undefined {
  const amount = right.op === 'const' ? BigInt(right.value) : 0n;
  if (amount <= 0n || (amount & (amount - 1n)) !== 0n) return undefined;
  const value = vectorize(left, context, block);
  if (isQuotient) return shiftLanes('shr', value, constant('i32', amount.toString(2).length - 1));
  const mask = splat(constant(type, amount - 1n));
  return mapLanes(value, (vector) => simd('v128.and', [vector, mask]));
}

/** By what the loop leaves alone: half a step away from it keeps the product with the reciprocal off the integers. */
function byOne(
  dividend: Lanes,
  right: Expression,
  rounding: Rounding,
  context: LoopContext,
  block: Block,
): [Lanes, Lanes] {
  const float = dividend.type as 'f32' | 'f64';
  const hold = holdIn(context, block.code);
  const scalar = scalarForm(right, context, block);
  const fixed = isInvariant(context, scalar);
  if (!fixed) return quotientOf(dividend, spread(convert(scalar, float), dividend, hold), rounding, hold);
  if (scalarSize(right.type) === 8) guardNear(scalar, context);
  const divisor = convert(scalar, float);
  const [middle, reciprocal] = constantParts(divisor, float) ?? [
    binary('copysign', constant(float, 0.5), divisor),
    binary('div', constant(float, 1), divisor),
  ];
  const spreadHoisted = (value: Expression) =>
    mapLanes(dividend, () => (value.op === 'const' ? splat(value) : hoist(context, splat(value))));
  const half =
    rounding === 'floor'
      ? spreadHoisted(middle)
      : binaryLanes('copysign', spreadHoisted(constant(float, 0.5)), dividend, hold);
  const moved = binaryLanes('add', dividend, half, hold);
  const product = binaryLanes('mul', moved, spreadHoisted(reciprocal), hold);
  return [unaryLanes(rounding, product), spreadHoisted(divisor)];
}

function constantParts(divisor: Expression, float: 'f32' | 'f64'): [Expression, Expression] | undefined {
  if (divisor.op !== 'const') return undefined;
  const value = Number(divisor.value);
  const reciprocal = float === 'f32' ? Math.fround(1 / value) : 1 / value;
  return [constant(float, value < 0 ? -0.5 : 0.5), constant(float, reciprocal)];
}

function byEach(
  dividend: Lanes,
  right: Expression,
  rounding: Rounding,
  context: LoopContext,
  block: Block,
): [Lanes, Lanes] {
  const hold = holdIn(context, block.code);
  const divisor = mapLanes(asFloat(right, dividend.type as 'f32' | 'f64', context, block), hold);
  return quotientOf(dividend, divisor, rounding, hold);
}

function quotientOf(dividend: Lanes, divisor: Lanes, rounding: Rounding, hold: Hold): [Lanes, Lanes] {
  return [unaryLanes(rounding, binaryLanes('div', dividend, divisor, hold)), divisor];
}

function spread(scalar: Expression, like: Lanes, hold: Hold): Lanes {
  const vector = hold(splat(scalar));
  return mapLanes(like, () => vector);
}

/** What all iterations divide by is asked once. */
function guardNear(divisor: Expression, context: LoopContext): void {
  if (divisor.op === 'const') {
    const value = BigInt(divisor.value);
    if (value > limit || value < -limit)
      throw new Refusal('no vector form of a division by so large a number');
    return;
  }
  const near = binary('add', convert(divisor, 'i64'), constant('i64', limit));
  const condition: Expression = {
    op: 'lt',
    type: 'bool',
    left: convert(near, 'u64'),
    right: constant('u64', 2n * limit),
  };
  context.guards.push(condition);
}

const limit = 1n << 50n;

/** An integer as the float that it divides as; 64 bits of it are asked whether they are few enough. */
function asFloat(value: Expression, float: 'f32' | 'f64', context: LoopContext, block: Block): Lanes {
  if (isLoopIndex(value, context)) return indexAsFloat(float, context, block);
  const hold = holdIn(context, block.code);
  const inner = value.op === 'convert' && isExact(value.value.type, value.type) ? value.value : value;
  const lanes = vectorize(inner, context, block);
  if (scalarSize(inner.type) < 8) return convertLanes(lanes, float, context.lanes, hold);
  const held = mapLanes(lanes, hold);
  const far = mapLanes(held, (vector) => simd('v128.not', [isNear(vector, inner.type)]));
  const mask = block.mask && resizeMask(block.mask.lanes, 8, context.lanes, hold);
  const relevant = mask ? zipLanes(far, mask, (a, b) => simd('v128.and', [a, b])) : far;
  bailOut({ ...relevant, type: 'bool' }, context, block);
  return { ...held, type: 'f64', vectors: held.vectors.map(nearToDouble) };
}

/** Whether an integer keeps its value in the other type. */
function isExact(from: ScalarType, to: ScalarType): boolean {
  if (from === 'bool' || from[0] === 'f' || from === 'ptr' || from === 'v128') return false;
  return scalarSize(from) < scalarSize(to) && (isUnsignedScalar(from) || !isUnsignedScalar(to));
}

function toInteger(value: Lanes, type: ScalarType, lanes: number, hold: Hold): Lanes {
  if (value.type === 'f64') return nearToInteger(value, type, lanes, hold);
  const anchor = splat(constant('f32', 1.5 * 2 ** 23));
  const vectors = value.vectors.map((vector) => simd('f32x4.add', [vector, anchor]));
  return resize({ type: 'i32', width: 4, vectors }, scalarSize(type), type, lanes, hold);
}
