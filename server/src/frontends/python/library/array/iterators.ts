import { add, and, convert, eq, i64, mul, not } from '@jitsight/shared/ir/expressions';
import { flatten } from '@jitsight/shared/ir/valueType';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType, tupleOf } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { extentsOf } from '../numpy/shapeArgument';
import { mismatch, typed } from '../outcome';
import { arrayOfFlat } from './flat';
import { arrayType } from './parts';
import { loopOver, stepOver } from './positions';

type Iterable = Extract<NumbaType, { readonly kind: 'iterable' }>;

/** How one of NumPy's iterators walks: over which positions, and what it gives at each. */
interface Walk {
  readonly shape: readonly Expression[];
  readonly order: 'C' | 'F';
  readonly item: (positions: readonly Expression[]) => Value;
}

function iteration(name: string, walk: (lowering: Lowering, value: Value) => Walk): LibraryFunction {
  return {
    name: 'iter iterable',
    type: ({ args: [type] }) =>
      type?.kind === 'iterable' && type.name === name ? typed(type.item) : mismatch(),
    iterate: (call, lowering, body) => {
      const { shape, order, item } = walk(lowering, lowering.hold(call.args[0]!));
      loopOver(lowering, shape, order, (positions, next, done) => {
        body(lowering.hold(item(positions), call.hint), { next, done });
      });
    },
    cursor: (call, lowering) => {
      const { shape, item } = walk(lowering, lowering.hold(call.args[0]!));
      const steps = stepOver(lowering, shape);
      return { next: (exhausted) => lowering.hold(item(steps.next(exhausted)), call.hint) };
    },
  };
}

const integers = (count: number): NumbaType => tupleOf(Array(count).fill(int64));

/** `a.flat`, `np.ndenumerate`, `np.ndindex` and `np.nditer` in a loop. */
export const iteratorEntries: readonly LibraryFunction[] = [
  iteration('array.flat', (lowering, flat) => {
    const array = arrayOfFlat(flat);
    const item = (at: readonly Expression[]): Value => lowering.loadElement(array, at);
    return { shape: lowering.arrayShape(array), order: 'C', item };
  }),
  {
    name: 'numpy.ndenumerate',
    type: ({ args: [array, ...rest] }) => {
      if (array?.kind !== 'array' || rest.length > 0) return mismatch();
      const item = tupleOf([integers(array.ndim), array.dtype]);
      return typed({ kind: 'iterable', name: 'ndenumerate', item, source: [array] });
    },
    lower: ({ args, result }) => ({ type: result, parts: args[0]!.parts }),
  },
  iteration('ndenumerate', (lowering, value) => {
    const array = arrayOfFlat(value);
    const type = (value.type as Iterable).item;
    const item = (at: readonly Expression[]): Value => ({
      type,
      parts: [...at, ...lowering.loadElement(array, at).parts],
    });
    return { shape: lowering.arrayShape(array), order: 'C', item };
  }),
  ...['numpy.ndindex', 'numba.pndindex'].map(
    (name): LibraryFunction => ({
      name,
      type: ({ args }) => typeIndices(args),
      lower: ({ args, result }, lowering) => ({
        type: result,
        parts: args.flatMap((arg) => extentsOf(lowering, arg!)),
      }),
    }),
  ),
  iteration('ndindex', (_lowering, value) => {
    const type = (value.type as Iterable).item;
    return { shape: value.parts, order: 'C', item: (positions) => ({ type, parts: [...positions] }) };
  }),
  {
    name: 'numpy.nditer',
    type: ({ args }) => typeNditer(args),
    lower: ({ args, result }) => ({ type: result, parts: args[0]!.parts }),
  },
  iteration('nditer', walkTogether),
];

function typeIndices(args: readonly (NumbaType | undefined)[]): TypingOutcome {
  const first = args[0] && unliteral(args[0]);
  const shape =
    args.length === 1 && first?.kind === 'tuple' ? first.elements : args.map((arg) => unliteral(arg!));
  if (!shape.every((type) => type.kind === 'int')) return mismatch();
  const source = shape.map(() => int64);
  return typed({ kind: 'iterable', name: 'ndindex', item: integers(shape.length), source });
}

function typeNditer(args: readonly (NumbaType | undefined)[]): TypingOutcome {
  const given = args[0] && unliteral(args[0]);
  if (args.length !== 1 || !given) return mismatch();
  const arrays = given.kind === 'tuple' ? given.elements : [given];
  if (arrays.length === 0 || !arrays.every((type) => type.kind === 'array')) return mismatch();
  const views = (arrays as ArrayType[]).map((array) => ({
    ...arrayOf(array.dtype, 0),
    readonly: array.readonly,
  }));
  const item = given.kind === 'tuple' ? tupleOf(views) : views[0]!;
  return typed({ kind: 'iterable', name: 'nditer', item, source: arrays });
}

/** Arrays of one shape, element by element as views without dimensions. */
function walkTogether(lowering: Lowering, value: Value): Walk {
  const { item: type, source } = value.type as Iterable;
  let from = 0;
  const arrays = source.map((each): Value => {
    const width = flatten(lowering.valueTypeOf(each)).length;
    from += width;
    return { type: each, parts: value.parts.slice(from - width, from) };
  });
  const [first, ...others] = arrays as unknown as [Value, ...Value[]];
  for (const other of others) checkShape(lowering, first, other);
  const isFortran = arrays.every((array) => arrayType(array.type).layout === 'F');
  const item = (at: readonly Expression[]): Value => ({
    type,
    parts: arrays.flatMap((array) => elementView(lowering, array, at).parts),
  });
  return { shape: lowering.arrayShape(first), order: isFortran ? 'F' : 'C', item };
}

function checkShape(lowering: Lowering, a: Value, b: Value): void {
  const shape = lowering.arrayShape(a);
  const other = lowering.arrayShape(b);
  if (shape.length !== other.length) lowering.notLowered('nditer over arrays of different dimensions');
  const isSame = shape.map((extent, axis) => eq(extent, other[axis]!)).reduce((x, y) => and(x, y));
  const error = { name: 'ValueError', message: 'nditer(): operands could not be broadcast together' };
  lowering.ir.if(not(isSame), () => lowering.raise(error));
}

function elementView(lowering: Lowering, array: Value, at: readonly Expression[]): Value {
  const strides = lowering.arrayStrides(array);
  const offset = at
    .map((position, axis) => mul(position, strides[axis]!))
    .reduce((a, b) => add(a, b), i64(0));
  const { dtype, readonly } = arrayType(array.type);
  return lowering.arrayView(
    { ...arrayOf(dtype, 0), readonly },
    {
      meminfo: lowering.arrayMeminfo(array),
      data: add(lowering.arrayData(array), convert(offset, 'ptr')),
      shape: [],
      strides: [],
    },
  );
}
