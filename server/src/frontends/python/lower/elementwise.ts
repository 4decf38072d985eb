import { add, bool, convert, eq, i64, mul, select } from '@jitsight/shared/ir/expressions';
import type { Address, Expression } from '@jitsight/shared/ir/nodes';
import type { ArrayType, NumbaType } from '../types/numbaType';
import { arrayData, arrayShape, arrayStrides, asArray, isArray, newArray, product } from './arrays';
import { broadcastShape, checkBroadcastTo, sameShape } from './broadcast';
import {
  deferredArray,
  deferredNode,
  type ElementwiseNode,
  evaluateNode,
  leavesOf,
  resultLayout,
} from './elementwiseTree';
import type { FunctionLowering } from './functionLowering';
import type { Value } from './lowering';
import { itemSize, loadAt, storeAt } from './memory';

/**
 * `kernel` of the operands' elements, broadcast together: into `out`, into a new array, or, where no operand is an
 * array, as a scalar. Nested operations become one loop without arrays in between (see `deferredArray`).
 */
export function elementwise(
  lowering: FunctionLowering,
  operands: readonly Value[],
  dtype: NumbaType,
  kernel: ElementwiseNode['kernel'],
  out?: Value,
): Value {
  const node: ElementwiseNode = { operands, dtype, kernel };
  if (out) return runInto(lowering, node, out);
  if (!operands.some(isArray)) return lowering.cast(kernel(operands), dtype);
  const ndim = Math.max(...operands.map((each) => (isArray(each) ? asArray(each).type.ndim : 0)));
  const type: ArrayType = {
    kind: 'array',
    dtype,
    ndim,
    layout: resultLayout(operands),
    readonly: false,
    aligned: true,
  };
  if (lowering.deferElementwise) return deferredArray(type, node, () => run(lowering, node, type));
  return run(lowering, node, type);
}

function run(lowering: FunctionLowering, node: ElementwiseNode, type: ArrayType): Value {
  const leaves = leavesOf(node);
  const held = leaves.map((leaf) => lowering.hold(leaf));
  const shape = broadcastShape(lowering, held);
  const out = newArray(lowering, type, shape);
  emitLoops(lowering, { node, leaves, held, shape, type, out });
  return out;
}

function runInto(lowering: FunctionLowering, node: ElementwiseNode, given: Value): Value {
  const leaves = leavesOf(node);
  const held = leaves.map((leaf) => lowering.hold(leaf));
  const out = lowering.hold(given);
  held.forEach((operand, position) => {
    if (isArray(operand)) checkBroadcastTo(lowering, operand, arrayShape(out), position);
  });
  emitLoops(lowering, {
    node,
    leaves,
    held,
    shape: arrayShape(out),
    type: asArray(out).type,
    out,
    isGiven: true,
  });
  return out;
}

/**
 * Calls `visit` with each element, in C order, of an array that was not made yet, which then never is. False, and
 * nothing is emitted, where the array exists or its elements come in another order.
 */
export function forEachUnmade(
  lowering: FunctionLowering,
  array: Value,
  visit: (element: Value) => void,
): boolean {
  const node = deferredNode(array);
  if (!node) return false;
  const { type } = asArray(array);
  if (type.layout !== 'C' && type.ndim > 1) return false;
  const leaves = leavesOf(node);
  const held = leaves.map((leaf) => lowering.hold(leaf));
  const shape = broadcastShape(lowering, held);
  const each = (value: Value) => visit(lowering.hold(lowering.cast(value, type.dtype)));
  emitLoops(lowering, { node, leaves, held, shape, type, visit: each });
  return true;
}

interface Loops {
  readonly node: ElementwiseNode;
  readonly leaves: readonly Value[];
  readonly held: readonly Value[];
  readonly shape: readonly Expression[];
  readonly type: ArrayType;
  /** Where the elements go; without it `visit` gets them. */
  readonly out?: Value;
  readonly visit?: (element: Value) => void;
  /** The result's shape is not made from the operands', so that even a single one may have to stretch. */
  readonly isGiven?: boolean;
}

type AddressIn = (array: Value) => Address;

function emitLoops(lowering: FunctionLowering, loops: Loops): void {
  const { shape } = loops;
  const arrays = loops.held.filter(isArray);
  if (shape.length === 0) {
    emitElement(lowering, loops, (array) => ({ base: arrayData(array) }));
    return;
  }
  const same = isContiguousTogether(arrays, loops.type) ? sameShape(arrays, shape) : bool(false);
  const flat = () => emitFlatLoop(lowering, loops);
  const strided = () => emitStridedLoops(lowering, loops, arrays.length > 1 || loops.isGiven === true);
  if (same === true) flat();
  else if (same.op === 'const') strided();
  else lowering.ir.if(same, flat, strided);
}

/** Whether all elements lie in the same order without gaps, so that one index serves for all. */
function isContiguousTogether(arrays: readonly Value[], result: ArrayType): boolean {
  const { layout, ndim } = result;
  return [result, ...arrays.map((array) => asArray(array).type)].every(
    (type) => type.ndim === ndim && type.layout !== 'A' && (type.layout === layout || ndim <= 1),
  );
}

function emitFlatLoop(lowering: FunctionLowering, loops: Loops): void {
  const { ir } = lowering;
  const size = ir.hold(product(loops.shape), 'size');
  ir.for({ start: i64(0), stop: size, parallel: lowering.parallel || undefined }, (index) => {
    emitElement(lowering, loops, (array) => ({
      base: arrayData(array),
      index,
      scale: itemSize(asArray(array).type.dtype),
    }));
  });
}

function emitStridedLoops(lowering: FunctionLowering, loops: Loops, mayStretch: boolean): void {
  const { ir } = lowering;
  const { shape } = loops;
  const arrays = [...(loops.out ? [loops.out] : []), ...loops.held.filter(isArray)];
  const strides = new Map(
    arrays.map((array) => [
      array,
      stretchedStrides(lowering, array, shape.length, mayStretch && array !== loops.out),
    ]),
  );
  const axes = shape.map((_, axis) => axis);
  // An array that is given may overlap others, and what comes of it then shows the order: Numba's is C's.
  const others = loops.held.filter(isArray).map((array) => asArray(array).type.layout);
  if (loops.type.layout === 'F' && (!loops.isGiven || others.every((layout) => layout === 'F')))
    axes.reverse();
  const nest = (depth: number, bases: ReadonlyMap<Value, Expression>): void => {
    const axis = axes[depth]!;
    const parallel = (depth === 0 && lowering.parallel) || undefined;
    ir.for({ start: i64(0), stop: shape[axis]!, parallel }, (index) => {
      const offset = (array: Value) => mul(index, strides.get(array)![axis]!);
      if (depth === axes.length - 1) {
        emitElement(lowering, loops, (array) => ({
          base: bases.get(array)!,
          index: offset(array),
          scale: 1,
        }));
        return;
      }
      const rows = new Map<Value, Expression>();
      for (const [array, base] of bases) {
        rows.set(array, ir.hold(add(base, convert(offset(array), 'ptr')), 'row'));
      }
      nest(depth + 1, rows);
    });
  };
  nest(0, new Map(arrays.map((array) => [array, arrayData(array)])));
}

/** Strides over `ndim` axes: zero along those that the operand lacks or has once. */
export function stretchedStrides(
  lowering: FunctionLowering,
  array: Value,
  ndim: number,
  mayStretch: boolean,
): Expression[] {
  const shape = arrayShape(array);
  const strides = arrayStrides(array);
  const missing = ndim - shape.length;
  return Array.from({ length: ndim }, (_, axis) => {
    if (axis < missing) return i64(0);
    const stride = strides[axis - missing]!;
    if (!mayStretch) return stride;
    return lowering.holdPart(select(eq(shape[axis - missing]!, i64(1)), i64(0), stride), 'stride');
  });
}

function emitElement(lowering: FunctionLowering, loops: Loops, addressIn: AddressIn): void {
  const elements = loops.held.map((operand) =>
    isArray(operand)
      ? lowering.hold(loadAt(lowering, asArray(operand).type.dtype, addressIn(operand)), 'x')
      : operand,
  );
  const result = evaluateNode(lowering, loops.node, loops.leaves, elements);
  if (loops.out) storeAt(lowering, addressIn(loops.out), lowering.cast(result, loops.type.dtype));
  else loops.visit?.(result);
}
