import { add, bool, convert, eq, i64, mul, select } from '@jitsight/shared/ir/expressions';
import type { Address, Expression } from '@jitsight/shared/ir/nodes';
import type { ArrayType, NumbaType } from '../types/numbaType';
import { arrayData, arrayShape, arrayStrides, asArray, isArray, newArray, product } from './arrays';
import { broadcastShape, checkBroadcastTo, sameShape } from './broadcast';
import { deferredArray, type ElementwiseNode, evaluateNode, leavesOf, resultLayout } from './elementwiseTree';
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
  emitLoops(lowering, { node, leaves, held, out });
  return out;
}

function runInto(lowering: FunctionLowering, node: ElementwiseNode, given: Value): Value {
  const leaves = leavesOf(node);
  const held = leaves.map((leaf) => lowering.hold(leaf));
  const out = lowering.hold(given);
  held.forEach((operand, position) => {
    if (isArray(operand)) checkBroadcastTo(lowering, operand, arrayShape(out), position);
  });
  emitLoops(lowering, { node, leaves, held, out, isGiven: true });
  return out;
}

interface Loops {
  readonly node: ElementwiseNode;
  readonly leaves: readonly Value[];
  readonly held: readonly Value[];
  readonly out: Value;
  /** The result's shape is not made from the operands', so that even a single one may have to stretch. */
  readonly isGiven?: boolean;
}

function emitLoops(lowering: FunctionLowering, loops: Loops): void {
  const arrays = loops.held.filter(isArray);
  const shape = arrayShape(loops.out);
  if (shape.length === 0) {
    emitElement(lowering, loops, (array) => ({ base: arrayData(array) }), { base: arrayData(loops.out) });
    return;
  }
  const same = isContiguousTogether(arrays, loops.out) ? sameShape(arrays, shape) : bool(false);
  const flat = () => emitFlatLoop(lowering, loops);
  const strided = () => emitStridedLoops(lowering, loops, arrays.length > 1 || loops.isGiven === true);
  if (same === true) flat();
  else if (same.op === 'const') strided();
  else lowering.ir.if(same, flat, strided);
}

/** Whether all elements lie in the same order without gaps, so that one index serves for all. */
function isContiguousTogether(arrays: readonly Value[], out: Value): boolean {
  const { layout, ndim } = asArray(out).type;
  return [out, ...arrays].every((array) => {
    const type = asArray(array).type;
    return type.ndim === ndim && type.layout !== 'A' && (type.layout === layout || ndim <= 1);
  });
}

function emitFlatLoop(lowering: FunctionLowering, loops: Loops): void {
  const { ir } = lowering;
  const size = ir.hold(product(arrayShape(loops.out)), 'size');
  ir.for({ start: i64(0), stop: size, parallel: lowering.parallel || undefined }, (index) => {
    const at = (array: Value): Address => ({
      base: arrayData(array),
      index,
      scale: itemSize(asArray(array).type.dtype),
    });
    emitElement(lowering, loops, at, at(loops.out));
  });
}

function emitStridedLoops(lowering: FunctionLowering, loops: Loops, mayStretch: boolean): void {
  const { ir } = lowering;
  const shape = arrayShape(loops.out);
  const arrays = [loops.out, ...loops.held.filter(isArray)];
  const strides = new Map(
    arrays.map((array) => [
      array,
      stretchedStrides(lowering, array, shape.length, mayStretch && array !== loops.out),
    ]),
  );
  const axes = shape.map((_, axis) => axis);
  if (asArray(loops.out).type.layout === 'F') axes.reverse();
  const nest = (depth: number, bases: ReadonlyMap<Value, Expression>): void => {
    const axis = axes[depth]!;
    const parallel = (depth === 0 && lowering.parallel) || undefined;
    ir.for({ start: i64(0), stop: shape[axis]!, parallel }, (index) => {
      const offset = (array: Value) => mul(index, strides.get(array)![axis]!);
      if (depth === axes.length - 1) {
        const at = (array: Value): Address => ({ base: bases.get(array)!, index: offset(array), scale: 1 });
        emitElement(lowering, loops, at, at(loops.out));
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

function emitElement(
  lowering: FunctionLowering,
  loops: Loops,
  addressIn: (array: Value) => Address,
  target: Address,
): void {
  const elements = loops.held.map((operand) =>
    isArray(operand)
      ? lowering.hold(loadAt(lowering, asArray(operand).type.dtype, addressIn(operand)), 'x')
      : operand,
  );
  const result = evaluateNode(lowering, loops.node, loops.leaves, elements);
  storeAt(lowering, target, lowering.cast(result, asArray(loops.out).type.dtype));
}
