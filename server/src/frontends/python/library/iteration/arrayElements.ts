import { add, binary, convert, ge, i64, mul } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { memoryLayout } from '@jitsight/shared/ir/valueType';
import type { Lowering, Value } from '../../lower/lowering';
import type { ArrayType } from '../../types/numbaType';
import type { Cursor, LoopSteps } from '../libraryFunction';

/** `C`: last axis fastest. `memory`: as the array lies, which for layout F is first axis fastest: nditer's order. */
export type ElementOrder = 'C' | 'memory';

type AtIndices<T> = (indices: readonly Expression[]) => T;

/** Loops over all elements. With `parallel`, threads share those along the first axis, or all of a contiguous array. */
export function forEachElement(
  lowering: Lowering,
  array: Value,
  order: ElementOrder,
  body: (element: Value, steps: LoopSteps) => void,
  parallel = false,
): void {
  const flat = flatView(lowering, array, order);
  if (flat) {
    const stop = lowering.arrayShape(flat)[0]!;
    lowering.ir.for({ start: i64(0), stop, parallel: parallel || undefined }, (index, label) => {
      const element = lowering.hold(lowering.loadElement(flat, [index]));
      body(element, { next: label, done: label });
    });
    return;
  }
  forEachPosition(
    lowering,
    lowering.arrayShape(array),
    (indices, steps) => {
      body(lowering.hold(lowering.loadElement(array, indices)), steps);
    },
    parallel,
  );
}

/** Nested loops over a shape, last axis innermost, that can be left and continued. */
export function forEachPosition(
  lowering: Lowering,
  shape: readonly Expression[],
  body: (indices: readonly Expression[], steps: LoopSteps) => void,
  parallel = false,
): void {
  const { ir } = lowering;
  const extents = shape.map((extent) => ir.hold(extent, 'extent'));
  const nest = (indices: readonly Expression[], done: string): void => {
    const stop = extents[indices.length] ?? i64(1);
    const isShared = (parallel && indices.length === 0) || undefined;
    ir.for({ start: i64(0), stop, parallel: isShared }, (index, label) => {
      const here = shape.length === 0 ? [] : [...indices, index];
      if (here.length === shape.length) body(here, { next: label, done });
      else nest(here, done);
    });
  };
  ir.block((done) => nest([], done));
}

/** A contiguous array as one of one dimension, where the order allows it. */
export function flatView(lowering: Lowering, array: Value, order: ElementOrder): Value | undefined {
  const type = array.type as ArrayType;
  const isContiguous =
    type.layout === 'C' || (type.layout === 'F' && (order === 'memory' || type.ndim === 1));
  if (!isContiguous) return undefined;
  const itemSize = memoryLayout(lowering.valueTypeOf(type.dtype)).size;
  return lowering.arrayView(
    { ...type, ndim: 1, layout: 'C' },
    {
      meminfo: lowering.arrayMeminfo(array),
      data: lowering.arrayData(array),
      shape: [lowering.ir.hold(lowering.arraySize(array), 'size')],
      strides: [i64(itemSize)],
    },
  );
}

/** Indices of the element that comes at `position` in C order. */
function indicesAt(lowering: Lowering, shape: readonly Expression[], position: Expression): Expression[] {
  const { ir } = lowering;
  const indices: Expression[] = [];
  let rest = ir.hold(position);
  for (let axis = shape.length - 1; axis > 0; axis--) {
    indices.unshift(ir.hold(binary('rem', rest, shape[axis]!)));
    rest = ir.hold(binary('div', rest, shape[axis]!));
  }
  return shape.length === 0 ? [] : [rest, ...indices];
}

/** Steps through `size` positions in C order. */
export function positionCursor(
  lowering: Lowering,
  shape: readonly Expression[],
  at: AtIndices<Value>,
): Cursor {
  const { ir } = lowering;
  const extents = shape.map((extent) => ir.hold(extent, 'extent'));
  const size = ir.hold(
    extents.reduce((a, b) => mul(a, b), i64(1)),
    'size',
  );
  const position = ir.local('i64', 'position');
  ir.set(position, i64(0));
  return {
    next(exhausted) {
      ir.if(ge(position, size), exhausted);
      const value = lowering.hold(at(indicesAt(lowering, extents, position)));
      ir.set(position, add(position, i64(1)));
      return value;
    },
  };
}

/** A 0-d array over one element; one that has no dimensions is its own. */
export function elementView(lowering: Lowering, array: Value, indices: readonly Expression[]): Value {
  if ((array.type as ArrayType).ndim === 0) return array;
  const strides = lowering.arrayStrides(array);
  const offset = indices.map((index, axis) => mul(index, strides[axis]!)).reduce(add, i64(0));
  return lowering.arrayView(
    { ...(array.type as ArrayType), ndim: 0, layout: 'C' },
    {
      meminfo: lowering.arrayMeminfo(array),
      data: add(lowering.arrayData(array), convert(offset, 'ptr')),
      shape: [],
      strides: [],
    },
  );
}
