import { constant, simd } from '../../ir/expressions';
import type { Expression } from '../../ir/nodes';
import { isFloatScalar, isUnsignedScalar, type ScalarType, scalarSize } from '../../ir/scalarType';
import {
  type Hold,
  joinHalves,
  type Lanes,
  mapLanes,
  Refusal,
  resize,
  shapeOf,
  splat,
  upperHalf,
} from './lanes';

/** `ConvertExpression` on lanes, with the same result in every bit. */
export function convertLanes(value: Lanes, to: ScalarType, lanes: number, hold: Hold): Lanes {
  const from = value.type;
  if (from === to) return value;
  if (from === 'bool') return fromMask(value, to, lanes, hold);
  if (to === 'bool') return toMask(value);
  if (isFloatScalar(from)) {
    if (isFloatScalar(to)) return floatToFloat(value, to, lanes, hold);
    return floatToInteger(value, from, to, lanes, hold);
  }
  if (isFloatScalar(to)) return integerToFloat(value, to, lanes, hold);
  return resize(value, scalarSize(to), to, lanes, hold);
}

function fromMask(mask: Lanes, to: ScalarType, lanes: number, hold: Hold): Lanes {
  const sized = resize(mask, scalarSize(to), to, lanes, hold);
  const one = splat(constant(to, 1));
  return mapLanes(sized, (vector) => simd('v128.and', [vector, one]));
}

function toMask(value: Lanes): Lanes {
  const shape = shapeOf(value.type);
  const zero = splat(constant(value.type, 0));
  const vectors = value.vectors.map((vector) => simd(`${shape}.ne`, [vector, zero]));
  return { type: 'bool', width: value.width, vectors };
}

function floatToFloat(value: Lanes, to: 'f32' | 'f64', lanes: number, hold: Hold): Lanes {
  if (to === 'f64') {
    const vectors = value.vectors.flatMap((vector) => {
      const held = hold(vector);
      const low = simd('f64x2.promote_low_f32x4', [held]);
      return lanes <= 2 ? [low] : [low, simd('f64x2.promote_low_f32x4', [upperHalf(held)])];
    });
    return { type: to, width: 8, vectors };
  }
  const halves = value.vectors.map((vector) => simd('f32x4.demote_f64x2_zero', [vector]));
  return { type: to, width: 4, vectors: joinHalves(halves, hold) };
}

function integerToFloat(value: Lanes, to: 'f32' | 'f64', lanes: number, hold: Hold): Lanes {
  const sign = isUnsignedScalar(value.type) ? 'u' : 's';
  if (value.width === 8) {
    if (to === 'f32') throw new Refusal('no vector form of a conversion from 64-bit integers to float32');
    return mapLanes({ ...value, type: 'f64' }, (vector) => wideToDouble(hold(vector), sign === 's'));
  }
  const source = resize(value, 4, sign === 'u' ? 'u32' : 'i32', lanes, hold);
  if (to === 'f32')
    return {
      type: to,
      width: 4,
      vectors: source.vectors.map((vector) => simd(`f32x4.convert_i32x4_${sign}`, [vector])),
    };
  const vectors = source.vectors.flatMap((vector) => {
    const held = hold(vector);
    const low = simd(`f64x2.convert_low_i32x4_${sign}`, [held]);
    return lanes <= 2 ? [low] : [low, simd(`f64x2.convert_low_i32x4_${sign}`, [upperHalf(held)])];
  });
  return { type: to, width: 8, vectors };
}

/**
 * 64-bit integers to doubles, rounded once: the upper and the lower 32 bits are put into the significands of 2**84 and
 * 2**52, whose difference and sum are taken.
 */
function wideToDouble(vector: Expression, signed: boolean): Expression {
  const words = (value: bigint) => simd('i64x2.splat', [constant('i64', value)]);
  const doubles = (value: number) => simd('f64x2.splat', [constant('f64', value)]);
  const highBias = signed ? 0x4530000080000000n : 0x4530000000000000n;
  const high = simd('v128.xor', [simd('i64x2.shr_u', [vector, constant('i32', 32)]), words(highBias)]);
  const low = simd('v128.or', [simd('v128.and', [vector, words(0xffffffffn)]), words(0x4330000000000000n)]);
  const bias = 2 ** 84 + 2 ** 52 + (signed ? 2 ** 63 : 0);
  return simd('f64x2.add', [simd('f64x2.sub', [high, doubles(bias)]), low]);
}

/** Out of range and NaN give the minimum of i32, as `ConvertExpression` says. */
function floatToInteger(value: Lanes, from: 'f32' | 'f64', to: ScalarType, lanes: number, hold: Hold): Lanes {
  if (to === 'u32' || scalarSize(to) === 8)
    throw new Refusal(`no vector form of a conversion from ${from} to ${to}`);
  const held = mapLanes(value, hold);
  const limit = splat(constant(from, 2 ** 31));
  const inRange = held.vectors.map((vector) => simd(`${shapeOf(from)}.lt`, [vector, limit]));
  const mask = resize({ type: 'bool', width: value.width, vectors: inRange }, 4, 'bool', lanes, hold);
  const truncated =
    from === 'f32'
      ? held.vectors.map((vector) => simd('i32x4.trunc_sat_f32x4_s', [vector]))
      : joinHalves(
          held.vectors.map((vector) => simd('i32x4.trunc_sat_f64x2_s_zero', [vector])),
          hold,
        );
  const minimum = splat(constant('i32', -(2 ** 31)));
  const vectors = truncated.map((vector, i) => simd('v128.bitselect', [vector, minimum, mask.vectors[i]!]));
  return resize({ type: 'i32', width: 4, vectors }, scalarSize(to), to, lanes, hold);
}

/** `reinterpret` between types of one size. */
export function reinterpretLanes(value: Lanes, to: ScalarType): Lanes {
  return { ...value, type: to };
}

/** A mask in lanes of another width. */
export function resizeMask(mask: Lanes, width: number, lanes: number, hold: Hold): Lanes {
  return mask.width === width ? mask : resize(mask, width, 'bool', lanes, hold);
}
