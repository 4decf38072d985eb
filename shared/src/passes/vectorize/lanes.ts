import { constant, convert, simd } from '../../ir/expressions';
import type { Expression } from '../../ir/nodes';
import { isFloatScalar, isUnsignedScalar, type ScalarType, scalarSize } from '../../ir/scalarType';
import type { LaneShape } from '../../ir/simd';

/**
 * One scalar of the loop for each of the iterations that run together, spread over as many vectors as they need; where
 * they fill less than one, the rest of it holds anything. A bool is a mask, all ones or all zeros in lanes of `width`.
 */
export interface Lanes {
  readonly type: ScalarType;
  /** Bytes of a lane. */
  readonly width: number;
  readonly vectors: readonly Expression[];
}

/** Makes a value readable any number of times. */
export type Hold = (vector: Expression) => Expression;

/** Why a loop stays as it is, for its remark. No error, whose stack would cost more than the look at the loop. */
export class Refusal {
  constructor(readonly message: string) {}
}

/** The shape in which a type's lanes compute. */
export function shapeOf(type: ScalarType): LaneShape {
  if (isFloatScalar(type)) return type === 'f64' ? 'f64x2' : 'f32x4';
  return integerShape(scalarSize(type));
}

export function integerShape(width: number): LaneShape {
  if (width === 1) return 'i8x16';
  if (width === 2) return 'i16x8';
  return width === 4 ? 'i32x4' : 'i64x2';
}

/** Vectors that hold so many lanes. */
export function vectorCount(lanes: number, width: number): number {
  return Math.max(1, (lanes * width) / 16);
}

export function mapLanes(value: Lanes, change: (vector: Expression) => Expression): Lanes {
  return { ...value, vectors: value.vectors.map(change) };
}

export function zipLanes(a: Lanes, b: Lanes, join: (a: Expression, b: Expression) => Expression): Lanes {
  return { ...a, vectors: a.vectors.map((vector, i) => join(vector, b.vectors[i]!)) };
}

/** The same scalar in all lanes. */
export function splat(scalar: Expression): Expression {
  if (scalar.type === 'bool')
    return simd('i8x16.splat', [{ op: 'neg', type: 'i32', value: convert(scalar, 'i32') }]);
  const shape = shapeOf(scalar.type);
  if (isFloatScalar(scalar.type)) return simd(`${shape}.splat`, [scalar]);
  return simd(`${shape}.splat`, [asLaneScalar(scalar)]);
}

/** An integer as the i32 or i64 that goes into a lane. */
export function asLaneScalar(scalar: Expression): Expression {
  const wanted = scalarSize(scalar.type) === 8 ? 'i64' : 'i32';
  if (scalar.op === 'const') {
    const value = BigInt(scalar.value);
    return constant(wanted, wanted === 'i64' ? value : Number(BigInt.asIntN(32, value)));
  }
  return convert(scalar, wanted);
}

/** Lane `lane` as a scalar of the value's type. */
export function extractLane(value: Lanes, lane: number): Expression {
  const perVector = 16 / value.width;
  const vector = value.vectors[Math.floor(lane / perVector)]!;
  const at = lane % perVector;
  const { type } = value;
  if (isFloatScalar(type)) return simd(`${shapeOf(type)}.extract_lane`, [vector], [at]);
  const shape = integerShape(value.width);
  const suffix = value.width < 4 ? (isUnsignedScalar(type) && type !== 'bool' ? '_u' : '_s') : '';
  const scalar = simd(`${shape}.extract_lane${suffix}`, [vector], [at]);
  return convert(scalar, type);
}

/** Lanes of another width: integers wrap or extend by their sign, masks stay masks. */
export function resize(value: Lanes, width: number, type: ScalarType, lanes: number, hold: Hold): Lanes {
  let { vectors, width: current } = value;
  const sign = value.type === 'bool' || !isUnsignedScalar(value.type) ? 's' : 'u';
  for (; current < width; current *= 2) {
    const from = integerShape(current);
    const to = integerShape(current * 2);
    const full = lanes * current >= 16;
    vectors = vectors.flatMap((vector) => {
      const source = full ? hold(vector) : vector;
      const low = simd(`${to}.extend_low_${from}_${sign}`, [source]);
      return lanes * current * 2 <= 16 ? [low] : [low, simd(`${to}.extend_high_${from}_${sign}`, [source])];
    });
  }
  for (; current > width; current /= 2) vectors = narrowed(vectors, current, hold);
  return { type, width, vectors };
}

/** Takes the lower half of every lane. */
function narrowed(vectors: readonly Expression[], width: number, hold: Hold): Expression[] {
  const half = width / 2;
  const picks = Array.from({ length: 16 }, (_, i) => Math.floor(i / half) * width + (i % half));
  const result: Expression[] = [];
  for (let i = 0; i < vectors.length; i += 2) {
    const first = hold(vectors[i]!);
    result.push(hold(simd('i8x16.shuffle', [first, vectors[i + 1] ?? first], picks)));
  }
  return result;
}

/** Joins the lower eight bytes of neighbours. */
export function joinHalves(halves: readonly Expression[], hold: Hold): Expression[] {
  const picks = Array.from({ length: 16 }, (_, i) => (i < 8 ? i : i + 8));
  const result: Expression[] = [];
  for (let i = 0; i < halves.length; i += 2) {
    const second = halves[i + 1];
    result.push(second ? hold(simd('i8x16.shuffle', [halves[i]!, second], picks)) : halves[i]!);
  }
  return result;
}

/** The upper eight bytes of a vector in its lower ones. */
export function upperHalf(vector: Expression): Expression {
  const picks = Array.from({ length: 16 }, (_, i) => (i + 8) % 16);
  return simd('i8x16.shuffle', [vector, vector], picks);
}
