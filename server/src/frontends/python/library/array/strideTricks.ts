import { add, eq, gt, i64, lt, select, sub } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { int64, type NumbaType, tupleOf } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction } from '../libraryFunction';
import { extentsOf, shapeNdim } from '../numpy/shapeArgument';
import { mismatch, params, typed } from '../outcome';
import { arrayType } from './parts';
import { isOmitted } from '../numpy/dtypeArgument';

/**
 * `numpy.lib.stride_tricks`: views of any shape over an array's memory. As in Numba, `as_strided` needs its strides,
 * nothing checks that the view stays inside, and both views may be written to.
 */
export const strideTricks: readonly LibraryFunction[] = [
  {
    name: 'numpy.lib.stride_tricks.as_strided',
    params: params('x shape? strides?'),
    type({ args: [array, shape, strides] }) {
      if (array?.kind !== 'array') return mismatch('the first argument must be an array', 0);
      if (isOmitted(strides)) return mismatch('as_strided() strides argument cannot be None', 2);
      const ndim = isOmitted(shape) ? array.ndim : tupleNdim(shape);
      if (ndim === undefined) return mismatch('the shape must be a tuple of integers', 1);
      if (tupleNdim(strides) !== ndim) return mismatch('one stride for each dimension', 2);
      const tuple = integers(ndim);
      const args = [array, isOmitted(shape) ? shape : tuple, tuple];
      return typed({ ...array, ndim, layout: 'A' }, { args });
    },
    lower({ args: [x, shape, strides], result }, lowering) {
      const array = lowering.hold(x!);
      return lowering.arrayView(arrayType(result), {
        meminfo: lowering.arrayMeminfo(array),
        data: lowering.arrayData(array),
        shape: isOmitted(shape?.type) ? lowering.arrayShape(array) : extentsOf(lowering, shape!),
        strides: extentsOf(lowering, strides!),
      });
    },
  },
  {
    name: 'numpy.lib.stride_tricks.sliding_window_view',
    params: params('x window_shape axis?'),
    since: '0.58',
    type({ args: [array, window, axis] }) {
      if (array?.kind !== 'array') return mismatch('the first argument must be an array', 0);
      const windows = shapeNdim(window);
      if (windows === undefined) return mismatch('window_shape must be an integer or tuple of integers', 1);
      const axes = isOmitted(axis) ? array.ndim : shapeNdim(axis);
      if (axes === undefined) return mismatch('axis must be None, an integer or tuple of integers', 2);
      const args = [array, wide(window!), isOmitted(axis) ? axis : wide(axis!)];
      return typed({ ...array, ndim: array.ndim + windows, layout: 'A' }, { args });
    },
    lower({ args: [x, window, axis], result }, lowering) {
      const array = lowering.hold(x!);
      const windows = extentsOf(lowering, window!);
      const axes = windowAxes(lowering, arrayType(array.type).ndim, axis);
      const { shape, strides } =
        axes.length === windows.length
          ? windowed(lowering, array, windows, axes)
          : refused(lowering, arrayType(result).ndim);
      return lowering.arrayView(arrayType(result), {
        meminfo: lowering.arrayMeminfo(array),
        data: lowering.arrayData(array),
        shape,
        strides,
      });
    },
  },
];

const integers = (count: number): NumbaType => tupleOf(Array<NumbaType>(count).fill(int64));

const tupleNdim = (type: NumbaType | undefined): number | undefined =>
  type && unliteral(type).kind === 'tuple' ? shapeNdim(type) : undefined;

function wide(type: NumbaType): NumbaType {
  return unliteral(type).kind === 'tuple' ? integers(shapeNdim(type)!) : int64;
}

function windowAxes(lowering: Lowering, ndim: number, axis: Value | undefined): Expression[] {
  if (!axis || isOmitted(axis.type)) return Array.from({ length: ndim }, (_, k) => i64(k));
  const message = 'sliding_window_view: Argument axis out of bounds for dimensions of the array';
  return extentsOf(lowering, axis).map((given) => {
    const position = lowering.ir.hold(select(lt(given, i64(0)), add(given, i64(ndim)), given));
    const raise = () => lowering.raise({ name: 'ValueError', message });
    lowering.ir.if(lt(position, i64(0)), raise);
    lowering.ir.if(gt(position, i64(ndim - 1)), raise);
    return position;
  });
}

function refused(lowering: Lowering, ndim: number): { shape: Expression[]; strides: Expression[] } {
  lowering.raise({ name: 'ValueError', message: 'Must provide matching length window_shape and axis' });
  const zeros = Array.from({ length: ndim }, () => i64(0));
  return { shape: zeros, strides: zeros };
}

/** Shape and strides with each window's dimension appended and the one it slides along cut by its length. */
function windowed(
  lowering: Lowering,
  array: Value,
  windows: readonly Expression[],
  axes: readonly Expression[],
): { shape: Expression[]; strides: Expression[] } {
  const { ir } = lowering;
  const full = lowering.arrayStrides(array);
  let shape = [...lowering.arrayShape(array)];
  const strides = [...full];
  const at = (from: readonly Expression[], axis: Expression) =>
    from.reduce((chosen, each, k) => (k === 0 ? each : select(eq(axis, i64(k)), each, chosen)));
  windows.forEach((length, i) => {
    const axis = axes[i]!;
    const extent = ir.hold(at(shape, axis));
    const refuse = (message: string) => lowering.raise({ name: 'ValueError', message });
    ir.if(lt(length, i64(0)), () => refuse('`window_shape` cannot contain negative values'));
    ir.if(lt(extent, length), () => refuse('window_shape cannot be larger than input array shape'));
    const cut = ir.hold(add(sub(extent, length), i64(1)));
    shape = shape.map((each, k) => ir.hold(select(eq(axis, i64(k)), cut, each)));
    strides.push(ir.hold(at(full, axis)));
  });
  return { shape: [...shape, ...windows], strides };
}
