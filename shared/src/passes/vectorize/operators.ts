import { constant, simd } from '../../ir/expressions';
import type { BinaryOperator, CompareOperator, Expression, UnaryOperator } from '../../ir/nodes';
import { isFloatScalar, isUnsignedScalar } from '../../ir/scalarType';
import { type Hold, integerShape, type Lanes, mapLanes, Refusal, shapeOf, splat, zipLanes } from './lanes';

/** An operator with one operand on lanes, with the scalar's result in every bit. */
export function unaryLanes(op: UnaryOperator, value: Lanes): Lanes {
  const { type } = value;
  if (op === 'not') return mapLanes(value, (vector) => simd('v128.not', [vector]));
  if (isFloatScalar(type)) return mapLanes(value, (vector) => simd(`${shapeOf(type)}.${op}`, [vector]));
  if (op === 'abs' && isUnsignedScalar(type)) return value;
  if (op !== 'neg' && op !== 'abs') throw new Refusal(`no vector form of ${op}`);
  return mapLanes(value, (vector) => simd(`${shapeOf(type)}.${op}`, [vector]));
}

/** A comparison of lanes of one type: a mask as wide as they are. */
export function compareLanes(op: CompareOperator, a: Lanes, b: Lanes): Lanes {
  const mask = { type: 'bool', width: a.width } as const;
  const both = (join: (a: Expression, b: Expression) => Expression) => ({
    ...mask,
    vectors: zipLanes(a, b, join).vectors,
  });
  if (a.type === 'bool') return compareMasks(op, a, b);
  const shape = shapeOf(a.type);
  if (isFloatScalar(a.type) || op === 'eq' || op === 'ne')
    return both((x, y) => simd(`${shape}.${op}`, [x, y]));
  if (!isUnsignedScalar(a.type)) return both((x, y) => simd(`${shape}.${op}_s`, [x, y]));
  if (a.width < 8) return both((x, y) => simd(`${shape}.${op}_u`, [x, y]));
  const sign = splat(constant('i64', -(1n << 63n)));
  const flip = (x: Expression) => simd('v128.xor', [x, sign]);
  return both((x, y) => simd(`i64x2.${op}_s`, [flip(x), flip(y)]));
}

function compareMasks(op: CompareOperator, a: Lanes, b: Lanes): Lanes {
  const different = zipLanes(a, b, (x, y) => simd('v128.xor', [x, y]));
  if (op === 'ne') return different;
  if (op === 'eq') return unaryLanes('not', different);
  throw new Refusal('no vector form of an ordering of booleans');
}

/** `mask ? a : b`, the mask as wide as the values. */
export function selectLanes(mask: Lanes, a: Lanes, b: Lanes): Lanes {
  return {
    ...a,
    vectors: a.vectors.map((vector, i) => simd('v128.bitselect', [vector, b.vectors[i]!, mask.vectors[i]!])),
  };
}

const direct: ReadonlySet<BinaryOperator> = new Set(['add', 'sub', 'mul', 'div', 'min', 'max']);

/** An operator with two operands of one type on lanes; shifts and divisions by one scalar are in `shiftLanes`. */
export function binaryLanes(op: BinaryOperator, a: Lanes, b: Lanes, hold: Hold): Lanes {
  const { type } = a;
  if (op === 'and' || op === 'or' || op === 'xor') {
    return zipLanes(a, b, (x, y) => simd(`v128.${op}`, [x, y]));
  }
  if (type === 'bool') throw new Refusal(`no vector form of ${op} of booleans`);
  const shape = shapeOf(type);
  if (isFloatScalar(type)) {
    if (op === 'copysign') return copysignLanes(a, b);
    if (!direct.has(op)) throw new Refusal(`no vector form of ${op} of ${type}`);
    return zipLanes(a, b, (x, y) => simd(`${shape}.${op}`, [x, y]));
  }
  if (op === 'min' || op === 'max') return extremeLanes(op, a, b, hold);
  if (op === 'mul' && a.width === 1) throw new Refusal(`no vector form of a product of ${type}`);
  if (op !== 'add' && op !== 'sub' && op !== 'mul') throw new Refusal(`no vector form of ${op} of ${type}`);
  return zipLanes(a, b, (x, y) => simd(`${shape}.${op}`, [x, y]));
}

function copysignLanes(a: Lanes, b: Lanes): Lanes {
  const sign = splat(constant(a.type, -0));
  return zipLanes(a, b, (x, y) => simd('v128.bitselect', [y, x, sign]));
}

function extremeLanes(op: 'min' | 'max', a: Lanes, b: Lanes, hold: Hold): Lanes {
  if (a.width < 8) {
    const sign = isUnsignedScalar(a.type) ? 'u' : 's';
    return zipLanes(a, b, (x, y) => simd(`${shapeOf(a.type)}.${op}_${sign}`, [x, y]));
  }
  const one = mapLanes(a, hold);
  const other = mapLanes(b, hold);
  return selectLanes(compareLanes(op === 'min' ? 'lt' : 'gt', one, other), one, other);
}

/** A shift of all lanes by one count; counts are taken modulo the width, as Wasm does. */
export function shiftLanes(op: 'shl' | 'shr', value: Lanes, count: Expression): Lanes {
  const sign = isUnsignedScalar(value.type) ? 'u' : 's';
  const name = op === 'shl' ? 'shl' : `shr_${sign}`;
  return mapLanes(value, (vector) => simd(`${integerShape(value.width)}.${name}`, [vector, count]));
}
