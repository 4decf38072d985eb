import { i64 } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, int64, type NumbaType, uint32, unicode } from '../../types/numbaType';

/** The type of a string's code points as an array. */
export const codesType = { ...arrayOf(uint32, 1), readonly: false };

export function isText(type: NumbaType | undefined): boolean {
  return type?.kind === 'unicode' || (type?.kind === 'literal' && type.literal === 'str');
}

/** A string's code points as an array over the same memory. */
export function codesOf(lowering: Lowering, text: Value): Value {
  const [meminfo, data, length] = text.parts as readonly [Expression, Expression, Expression];
  return lowering.arrayView(codesType, { meminfo, data, shape: [length], strides: [i64(4)] });
}

/** The string over the memory of an array of code points. */
export function textOf(lowering: Lowering, codes: Value): Value {
  return {
    type: unicode,
    parts: [lowering.arrayMeminfo(codes), lowering.arrayData(codes), lowering.arrayShape(codes)[0]!],
  };
}

export function textLength(text: Value): Expression {
  return text.parts[2]!;
}

export function textConstant(lowering: Lowering, value: string): Value {
  return lowering.constant({ kind: 'str', value }, unicode);
}

export function intConstant(lowering: Lowering, value: bigint): Value {
  return lowering.constant({ kind: 'int', value }, int64);
}
