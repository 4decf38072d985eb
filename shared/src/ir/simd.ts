import type { ScalarType } from './scalarType';

/**
 * The SIMD instructions of Wasm under their own names (`f64x2.add`), as data: what they take and give. The lane shape is
 * part of the instruction, never of the type: a `v128` is sixteen bytes.
 */
export interface SimdSignature {
  readonly operands: readonly ScalarType[];
  readonly result: ScalarType;
  /** How many lane numbers the instruction carries itself, and below what each must be. */
  readonly immediates: number;
  readonly lanes: number;
}

export type LaneShape = 'i8x16' | 'i16x8' | 'i32x4' | 'i64x2' | 'f32x4' | 'f64x2';

/** What vector loads may do besides filling all sixteen bytes: repeat a scalar, zero the rest, or widen. */
export const vectorLoads = {
  load8_splat: 1,
  load16_splat: 2,
  load32_splat: 4,
  load64_splat: 8,
  load32_zero: 4,
  load64_zero: 8,
  load8x8_s: 8,
  load8x8_u: 8,
  load16x4_s: 8,
  load16x4_u: 8,
  load32x2_s: 8,
  load32x2_u: 8,
} as const;

export type VectorLoad = keyof typeof vectorLoads;

/** Scalars that splat into a shape and come out of its lanes. */
export const laneScalar = {
  i8x16: 'i32',
  i16x8: 'i32',
  i32x4: 'i32',
  i64x2: 'i64',
  f32x4: 'f32',
  f64x2: 'f64',
} as const satisfies Record<LaneShape, ScalarType>;

const vector = 'v128' as const;

function* allInstructions(): Generator<[string, SimdSignature]> {
  const plain = (operands: number, result: ScalarType = vector): SimdSignature => ({
    operands: Array<ScalarType>(operands).fill(vector),
    result,
    immediates: 0,
    lanes: 0,
  });
  for (const [shape, scalar] of Object.entries(laneScalar)) {
    const lanes = Number(shape.split('x')[1]);
    const narrow = lanes > 4;
    yield [`${shape}.splat`, { operands: [scalar], result: vector, immediates: 0, lanes: 0 }];
    for (const suffix of narrow ? ['_s', '_u'] : [''])
      yield [`${shape}.extract_lane${suffix}`, { operands: [vector], result: scalar, immediates: 1, lanes }];
    yield [`${shape}.replace_lane`, { operands: [vector, scalar], result: vector, immediates: 1, lanes }];
    for (const name of unaryNames[shape]!) yield [`${shape}.${name}`, plain(1)];
    for (const name of binaryNames[shape]!) yield [`${shape}.${name}`, plain(2)];
    if (shape[0] === 'f') continue;
    for (const name of ['shl', 'shr_s', 'shr_u'])
      yield [`${shape}.${name}`, { ...plain(2), operands: [vector, 'i32'] }];
    yield [`${shape}.all_true`, plain(1, 'i32')];
    yield [`${shape}.bitmask`, plain(1, 'i32')];
  }
  for (const name of ['and', 'or', 'xor', 'andnot']) yield [`v128.${name}`, plain(2)];
  yield ['v128.not', plain(1)];
  yield ['v128.bitselect', plain(3)];
  yield ['v128.any_true', plain(1, 'i32')];
  yield ['i8x16.swizzle', plain(2)];
  yield ['i8x16.shuffle', { ...plain(2), immediates: 16, lanes: 32 }];
}

const floatUnary = ['abs', 'neg', 'sqrt', 'ceil', 'floor', 'trunc', 'nearest'];
const floatBinary = 'add sub mul div min max pmin pmax eq ne lt gt le ge'.split(' ');
const signed = ['lt_s', 'gt_s', 'le_s', 'ge_s'];
const unsigned = ['lt_u', 'gt_u', 'le_u', 'ge_u'];
const extremes = ['min_s', 'min_u', 'max_s', 'max_u'];
const common = ['add', 'sub', 'eq', 'ne', ...signed];
const extend = (from: string) =>
  ['low', 'high'].flatMap((half) => [`extend_${half}_${from}_s`, `extend_${half}_${from}_u`]);

const unaryNames: Readonly<Record<string, readonly string[]>> = {
  i8x16: ['abs', 'neg', 'popcnt'],
  i16x8: ['abs', 'neg', ...extend('i8x16'), 'extadd_pairwise_i8x16_s', 'extadd_pairwise_i8x16_u'],
  i32x4: [
    ...['abs', 'neg', ...extend('i16x8'), 'extadd_pairwise_i16x8_s', 'extadd_pairwise_i16x8_u'],
    ...['trunc_sat_f32x4_s', 'trunc_sat_f32x4_u', 'trunc_sat_f64x2_s_zero', 'trunc_sat_f64x2_u_zero'],
  ],
  i64x2: ['abs', 'neg', ...extend('i32x4')],
  f32x4: [...floatUnary, 'convert_i32x4_s', 'convert_i32x4_u', 'demote_f64x2_zero'],
  f64x2: [...floatUnary, 'convert_low_i32x4_s', 'convert_low_i32x4_u', 'promote_low_f32x4'],
};

const binaryNames: Readonly<Record<string, readonly string[]>> = {
  i8x16: [...common, ...unsigned, ...extremes, 'narrow_i16x8_s', 'narrow_i16x8_u'],
  i16x8: [...common, ...unsigned, ...extremes, 'mul', 'narrow_i32x4_s', 'narrow_i32x4_u'],
  i32x4: [...common, ...unsigned, ...extremes, 'mul'],
  i64x2: [
    ...common,
    'mul',
    ...['extmul_low_i32x4_s', 'extmul_high_i32x4_s', 'extmul_low_i32x4_u', 'extmul_high_i32x4_u'],
  ],
  f32x4: floatBinary,
  f64x2: floatBinary,
};

/** Every instruction there is, by name. */
export const simdInstructions: ReadonlyMap<string, SimdSignature> = new Map(allInstructions());
