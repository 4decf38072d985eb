import { constant, simd } from '../../ir/expressions';
import type { Expression } from '../../ir/nodes';
import { isIntegerScalar, type ScalarType, scalarSize } from '../../ir/scalarType';
import { convertLanes } from './convertLanes';
import { vectorize } from './expression';
import { guardIndexWithin, indexLanes, isLoopIndex } from './indexLanes';
import { type Lanes, mapLanes, splat, vectorCount } from './lanes';
import { type Block, holdIn, type LoopContext } from './loopContext';
import { binaryLanes, shiftLanes } from './operators';

/**
 * A product in 64 bits of numbers that 32 bits hold, for which there is an instruction, or by a constant that is the sum or
 * difference of two powers of two; undefined of others.
 */
export function wideProduct(
  left: Expression,
  right: Expression,
  context: LoopContext,
  block: Block,
): Lanes | undefined {
  const { type } = left;
  if (type !== 'i64' && type !== 'u64') return undefined;
  const half = [left, right].some((one) => one.op === 'convert' && one.value.type === 'u32') ? 'u32' : 'i32';
  if (![left, right].every((one) => fitsHalf(one, half, context)))
    return right.op === 'const' ? shifted(left, BigInt(right.value), context, block) : undefined;
  const hold = holdIn(context, block.code);
  const [a, b] = [left, right].map((one) => mapLanes(asHalf(one, half, context, block), hold));
  const name = half === 'i32' ? 's' : 'u';
  const vectors = a!.vectors.flatMap((vector, i) =>
    ['low', 'high']
      .slice(0, context.lanes <= 2 ? 1 : 2)
      .map((part) => simd(`i64x2.extmul_${part}_i32x4_${name}`, [vector, b!.vectors[i]!])),
  );
  return { type, width: 8, vectors };
}

function shifted(value: Expression, factor: bigint, context: LoopContext, block: Block): Lanes | undefined {
  const parts = powersOf(factor);
  if (!parts) return undefined;
  const held = mapLanes(vectorize(value, context, block), holdIn(context, block.code));
  const [first, second] = parts.map(({ power }) =>
    power === 0n ? held : shiftLanes('shl', held, constant('i32', Number(power))),
  );
  if (!second) return first;
  return binaryLanes(parts[1]!.negative ? 'sub' : 'add', first!, second, holdIn(context, block.code));
}

/** The factor as one or two powers of two, the first one positive. */
function powersOf(factor: bigint): { readonly power: bigint; readonly negative: boolean }[] | undefined {
  const logOf = (value: bigint) => BigInt(value.toString(2).length - 1);
  if (factor <= 0n || factor >= 1n << 62n) return undefined;
  const top = logOf(factor);
  const rest = factor - (1n << top);
  if (rest === 0n) return [{ power: top, negative: false }];
  const missing = (2n << top) - factor;
  if (1n << logOf(rest) === rest) return [top, logOf(rest)].map((power) => ({ power, negative: false }));
  if (1n << logOf(missing) !== missing) return undefined;
  return [
    { power: top + 1n, negative: false },
    { power: logOf(missing), negative: true },
  ];
}

function fitsHalf(one: Expression, half: 'i32' | 'u32', context: LoopContext): boolean {
  if (one.op === 'const') {
    const value = BigInt(one.value);
    return value === (half === 'i32' ? BigInt.asIntN(32, value) : BigInt.asUintN(32, value));
  }
  if (isLoopIndex(one, context)) return half === 'i32' && one.type === 'i64';
  if (one.op !== 'convert') return false;
  const { type } = one.value;
  // Unsigned ones fit where they are smaller; signed ones never fit unsigned ones, nor do they keep their value there.
  if (type === 'bool') return true;
  if (!isIntegerScalar(type) || scalarSize(type) > 4) return false;
  return half === 'i32' ? type !== 'u32' && (type[0] === 'u' || one.type === 'i64') : type[0] === 'u';
}

function asHalf(one: Expression, half: ScalarType, context: LoopContext, block: Block): Lanes {
  if (one.op === 'const') {
    const vector = splat(constant(half, Number(one.value)));
    const count = vectorCount(context.lanes, 4);
    return { type: half, width: 4, vectors: Array<Expression>(count).fill(vector) };
  }
  if (isLoopIndex(one, context)) {
    guardIndexWithin(1n << 31n, context);
    return indexLanes(half, context, block);
  }
  const { value } = one as Expression & { op: 'convert' };
  const hold = holdIn(context, block.code);
  return convertLanes(vectorize(value, context, block), half, context.lanes, hold);
}
