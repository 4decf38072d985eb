import { add, call, convert, i64, mul } from '@jitsight/shared/ir/expressions';
import type { Address, Expression } from '@jitsight/shared/ir/nodes';
import type { ArrayType } from '../types/numbaType';
import { allocationHelper } from './arrayAllocation';
import type { FunctionLowering } from './functionLowering';
import type { Lowering, Value } from './lowering';
import { itemSize, loadAt, storeAt } from './memory';

type ArrayValue = Value & { readonly type: ArrayType };

/** The value as an array; anything else is a bug of the caller's typing. */
export function asArray(value: Value): ArrayValue {
  if (value.type.kind !== 'array') throw new Error(`expected an array, got ${value.type.kind}`);
  return value as ArrayValue;
}

export function isArray(value: Value): boolean {
  return value.type.kind === 'array';
}

export function arrayMeminfo(array: Value): Expression {
  return array.parts[0]!;
}

export function arrayData(array: Value): Expression {
  return array.parts[1]!;
}

export function arrayShape(array: Value): readonly Expression[] {
  return array.parts.slice(2, 2 + asArray(array).type.ndim);
}

export function arrayStrides(array: Value): readonly Expression[] {
  return array.parts.slice(2 + asArray(array).type.ndim);
}

export function arraySize(array: Value): Expression {
  return product(arrayShape(array));
}

export function product(extents: readonly Expression[]): Expression {
  return extents.length === 0 ? i64(1) : extents.reduce((a, b) => mul(a, b));
}

/** A new array that the statement owns until something keeps it. */
export function newArray(lowering: FunctionLowering, type: ArrayType, shape: readonly Expression[]): Value {
  const size = itemSize(type.dtype);
  const extents = shape.map((extent) => lowering.holdPart(extent, 'extent'));
  const helper = allocationHelper(lowering.module, type.ndim);
  const block = lowering.holdPart(call(helper, 'ptr', ...extents, i64(size)), 'array');
  const strides = contiguousStrides(lowering, extents, size, type.layout === 'F');
  return lowering.temporary({ type, parts: [block, block, ...extents, ...strides] });
}

function contiguousStrides(
  lowering: FunctionLowering,
  shape: readonly Expression[],
  size: number,
  fortran: boolean,
): Expression[] {
  const strides: Expression[] = Array(shape.length).fill(i64(size));
  const order = shape.map((_, axis) => (fortran ? axis : shape.length - 1 - axis));
  for (let k = 1; k < order.length; k++) {
    const inner = order[k - 1]!;
    strides[order[k]!] = lowering.holdPart(mul(strides[inner]!, shape[inner]!), 'stride');
  }
  return strides;
}

/**
 * Where an element lies. The contiguous axis of a C- or F-ordered array is the address's index with a constant scale;
 * the other axes go into the base, where they are invariant in the innermost loop.
 */
export function elementAddress(array: Value, indices: readonly Expression[]): Address {
  const { type } = asArray(array);
  const data = arrayData(array);
  if (indices.length === 0) return { base: data };
  const strides = arrayStrides(array);
  const unit = type.layout === 'C' ? type.ndim - 1 : type.layout === 'F' ? 0 : -1;
  const strided = indices.flatMap((index, axis) => (axis === unit ? [] : [mul(index, strides[axis]!)]));
  if (unit < 0) return { base: data, index: strided.reduce(add), scale: 1 };
  const base = strided.length > 0 ? add(data, convert(strided.reduce(add), 'ptr')) : data;
  return { base, index: indices[unit]!, scale: itemSize(type.dtype) };
}

export function loadElement(lowering: Lowering, array: Value, indices: readonly Expression[]): Value {
  return loadAt(lowering, asArray(array).type.dtype, elementAddress(array, indices));
}

export function storeElement(
  lowering: Lowering,
  array: Value,
  indices: readonly Expression[],
  value: Value,
): void {
  const stored = lowering.cast(value, asArray(array).type.dtype);
  storeAt(lowering, elementAddress(array, indices), stored);
}

export function forEachIndex(
  lowering: FunctionLowering,
  shape: readonly Expression[],
  body: (indices: readonly Expression[]) => void,
): void {
  const extents = shape.map((extent) => lowering.holdPart(extent, 'extent'));
  const nest = (indices: readonly Expression[]): void => {
    const stop = extents[indices.length];
    if (stop) lowering.ir.for({ start: i64(0), stop }, (index) => nest([...indices, index]));
    else body(indices);
  };
  nest([]);
}

/** An array value over memory that something else owns. */
export function arrayView(
  type: ArrayType,
  parts: {
    meminfo: Expression;
    data: Expression;
    shape: readonly Expression[];
    strides: readonly Expression[];
  },
): Value {
  return { type, parts: [parts.meminfo, parts.data, ...parts.shape, ...parts.strides] };
}
