import { add, convert, i64, mul, ne } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType } from '../../../types/numbaType';
import { unify } from '../../../types/unify';
import { unliteral } from '../../../types/unliteral';
import { arrayType, membersOf } from '../../array/parts';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../../libraryFunction';
import { mismatch, params, typed } from '../../outcome';
import { atAxis, checkedAxis, insertedAt, withoutAxis } from '../axis';

/**
 * `concatenate`, `stack`, `hstack`, `vstack`, `dstack`, `column_stack`, `row_stack`: of a tuple of arrays. The result is in F order only
 * where all are. Raise IndexError for an axis that is not there and ValueError where the sizes do not fit.
 */
export const joiningEntries: readonly LibraryFunction[] = [
  alongAxis('numpy.concatenate', { ofSame: sameDims(1), added: 0, join: concatenated }),
  { ...alongAxis('numpy.concat', { ofSame: sameDims(1), added: 0, join: concatenated }), since: '0.60' },
  alongAxis('numpy.stack', { ofSame: sameDims(0), added: 1, join: stacked }),
  inPlace('numpy.hstack', (ndim) => ({ dims: 1, stacks: ndim === 0, axis: ndim > 1 ? 1 : 0 })),
  inPlace('numpy.vstack', (ndim) => ({ dims: 2, stacks: ndim < 2, axis: 0 })),
  inPlace('numpy.row_stack', (ndim) => ({ dims: 2, stacks: ndim < 2, axis: 0 })),
  inPlace('numpy.dstack', (ndim) => ({ dims: 3, stacks: ndim < 3, axis: Math.min(ndim, 2) })),
  {
    name: 'numpy.column_stack',
    params: params('tup'),
    type: ({ args: [tuple] }) => {
      const found = sequenceOf('np.column_stack', tuple);
      if ('kind' in found) return found;
      if (found.arrays.some(({ ndim }) => ndim < 1 || ndim > 2))
        return mismatch('np.column_stack() is only defined on 1-d and 2-d arrays');
      return typed(resultOf(found, 2));
    },
    lower: ({ args: [tuple], result }, lowering) => {
      const columns = arraysIn(lowering, tuple!).map((array) => withDims(lowering, array, 2, 1));
      return concatenated(lowering, columns, i64(1), arrayType(result));
    },
  },
];

interface Sequence {
  readonly arrays: readonly ArrayType[];
  readonly dtype: NumbaType;
}

function sequenceOf(name: string, tuple: NumbaType | undefined): Sequence | TypingOutcome {
  const arrays = tuple?.kind === 'tuple' ? tuple.elements : [];
  if (arrays.length === 0 || !arrays.every((type) => type.kind === 'array'))
    return mismatch(`${name}(): expecting a non-empty tuple of arrays`, 0);
  const dtype = unify(arrays.map((type) => type.dtype));
  if (!dtype) return mismatch(`${name}(): input arrays must have compatible dtypes`, 0);
  return { arrays, dtype };
}

function sameDims(least: number) {
  return (name: string, tuple: NumbaType | undefined): Sequence | TypingOutcome => {
    const found = sequenceOf(name, tuple);
    if ('kind' in found) return found;
    const { ndim } = found.arrays[0]!;
    if (found.arrays.some((array) => array.ndim !== ndim))
      return mismatch(`${name}(): all the input arrays must have same number of dimensions`, 0);
    return ndim < least ? mismatch('zero-dimensional arrays cannot be concatenated', 0) : found;
  };
}

function resultOf({ arrays, dtype }: Sequence, ndim: number): ArrayType {
  return arrayOf(dtype, ndim, arrays.every(({ layout }) => layout === 'F') ? 'F' : 'C');
}

type Join = (lowering: Lowering, arrays: readonly Value[], axis: Expression, type: ArrayType) => Value;

interface Joining {
  readonly ofSame: ReturnType<typeof sameDims>;
  /** Dimensions that the result has more. */
  readonly added: number;
  readonly join: Join;
}

/** With an axis that the caller chooses. */
function alongAxis(name: string, { ofSame, added, join }: Joining): LibraryFunction {
  const word = name.replace('numpy', 'np').replace(/concat$/, 'concatenate');
  return {
    name,
    params: params('arrays axis?'),
    type: ({ args: [tuple, axis] }) => {
      if (axis && unliteral(axis).kind !== 'int') return mismatch('the axis is an integer', 1);
      const found = ofSame(word, tuple);
      if ('kind' in found) return found;
      return typed(resultOf(found, found.arrays[0]!.ndim + added), { args: [tuple, axis && int64] });
    },
    lower: ({ args: [tuple, axis], result }, lowering) => {
      const type = arrayType(result);
      const error = { name: 'IndexError', message: `${word}(): axis out of bounds` };
      const along = axis ? checkedAxis(lowering, axis, type.ndim, error) : i64(0);
      return join(lowering, arraysIn(lowering, tuple!), along, type);
    },
  };
}

interface Place {
  /** The result has at least as many dimensions. */
  readonly dims: number;
  /** Along a new axis. */
  readonly stacks: boolean;
  readonly axis: number;
}

function inPlace(name: string, placeOf: (ndim: number) => Place): LibraryFunction {
  return {
    name,
    params: params('tup'),
    type: ({ args: [tuple] }) => {
      const found = sameDims(0)(name.replace('numpy', 'np'), tuple);
      if ('kind' in found) return found;
      const { ndim } = found.arrays[0]!;
      return typed(resultOf(found, Math.max(ndim, placeOf(ndim).dims)));
    },
    lower: ({ args: [tuple], result }: LoweringCall, lowering) => {
      const type = arrayType(result);
      const arrays = arraysIn(lowering, tuple!);
      const { ndim } = arrayType(arrays[0]!.type);
      const { stacks, axis } = placeOf(ndim);
      if (!stacks) return concatenated(lowering, arrays, i64(axis), type);
      const joined = stacked(lowering, arrays, i64(axis), { ...type, ndim: ndim + 1 });
      return withDims(lowering, joined, type.ndim, ndim === 0 && axis === 0 && type.ndim === 2 ? 1 : 0);
    },
  };
}

function arraysIn(lowering: Lowering, tuple: Value): Value[] {
  return membersOf(lowering, tuple).map((array) => lowering.hold(array));
}

/** A view with as many dimensions: new ones of extent 1 stand at `place`. */
function withDims(lowering: Lowering, array: Value, ndim: number, place: number): Value {
  let shape = [...lowering.arrayShape(array)];
  let strides = [...lowering.arrayStrides(array)];
  if (shape.length === ndim) return array;
  while (shape.length < ndim) {
    shape = insertedAt(shape, i64(place), i64(1));
    strides = insertedAt(strides, i64(place), i64(0));
  }
  return viewOf(lowering, array, { ...arrayType(array.type), ndim }, { shape, strides });
}

interface Extent {
  readonly shape: readonly Expression[];
  readonly strides: readonly Expression[];
  readonly offset?: Expression;
}

function viewOf(
  lowering: Lowering,
  array: Value,
  type: ArrayType,
  { shape, strides, offset }: Extent,
): Value {
  const data = lowering.arrayData(array);
  return lowering.arrayView(type, {
    meminfo: lowering.arrayMeminfo(array),
    data: offset ? lowering.ir.hold(add(data, convert(offset, 'ptr'))) : data,
    shape,
    strides,
  });
}

function concatenated(
  lowering: Lowering,
  arrays: readonly Value[],
  axis: Expression,
  type: ArrayType,
): Value {
  const { ir } = lowering;
  const shapes = arrays.map((array) => lowering.arrayShape(array));
  const [first, ...rest] = shapes as [readonly Expression[], ...(readonly Expression[])[]];
  for (let dim = 0; dim < type.ndim; dim++) {
    const message = `np.concatenate(): input sizes over dimension ${dim} do not match`;
    for (const shape of rest) {
      if (axis.op === 'const' && Number(axis.value) === dim) continue;
      ir.if(ne(axis, i64(dim)), () => {
        ir.if(ne(shape[dim]!, first[dim]!), () => lowering.raise({ name: 'ValueError', message }));
      });
    }
  }
  const length = ir.hold(
    shapes.map((shape) => atAxis(shape, axis)).reduce((a, b) => add(a, b)),
    'length',
  );
  const shape = insertedAt(withoutAxis(first, axis), axis, length);
  return filled(lowering, arrays, axis, lowering.newArray(type, shape));
}

/** Copies the arrays one behind the other along the axis of `result`. */
function filled(lowering: Lowering, arrays: readonly Value[], axis: Expression, result: Value): Value {
  const { ir } = lowering;
  const out = lowering.hold(result);
  const type = arrayType(out.type);
  const step = ir.hold(atAxis(lowering.arrayStrides(out), axis), 'step');
  let start: Expression = i64(0);
  for (const array of arrays) {
    const shape = lowering.arrayShape(array);
    const offset = ir.hold(mul(start, step), 'offset');
    const place = viewOf(
      lowering,
      out,
      { ...type, layout: 'A' },
      { shape, strides: lowering.arrayStrides(out), offset },
    );
    lowering.elementwise([array], type.dtype, ([element]) => lowering.cast(element!, type.dtype), place);
    start = ir.hold(add(start, atAxis(shape, axis)), 'start');
  }
  return out;
}

function stacked(lowering: Lowering, arrays: readonly Value[], axis: Expression, type: ArrayType): Value {
  const [first, ...rest] = arrays.map((array) => lowering.arrayShape(array));
  const error = { name: 'ValueError', message: 'np.stack(): all input arrays must have the same shape' };
  for (const shape of rest) {
    shape.forEach((extent, dim) => {
      lowering.ir.if(ne(extent, first![dim]!), () => lowering.raise(error));
    });
  }
  const pieces = arrays.map((array) =>
    viewOf(
      lowering,
      array,
      { ...arrayType(array.type), ndim: type.ndim, layout: 'A' },
      {
        shape: insertedAt(lowering.arrayShape(array), axis, i64(1)),
        strides: insertedAt(lowering.arrayStrides(array), axis, i64(0)),
      },
    ),
  );
  const shape = insertedAt(first!, axis, i64(arrays.length));
  return filled(lowering, pieces, axis, lowering.newArray(type, shape));
}
