import { and, eq, not } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType, tupleOf } from '../../types/numbaType';
import { isNumber, unliteral } from '../../types/unliteral';
import { elementView } from '../iteration/arrayElements';
import { sourcesOf } from '../iteration/sources';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { extentsOf } from '../numpy/shapeArgument';
import { mismatch, params, typed } from '../outcome';
import { elementsOf } from '../tuple/elements';
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
    params: params('arr'),
    type: ({ args: [array] }) => {
      if (array?.kind !== 'array') return mismatch('needs an array', 0);
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
    params: params('op'),
    type: ({ args }) => typeNditer(unliteral(args[0]!)),
    lower: ({ args, result }, lowering) => ({
      type: result,
      parts: operandsOf(lowering, args[0]!).flatMap(({ parts }) => parts),
    }),
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

/** Arrays and numbers, which are arrays without dimensions. */
function typeNditer(given: NumbaType): TypingOutcome {
  const operands = given.kind === 'tuple' ? given.elements : [given];
  const arrays = operands.map(operandType);
  if (arrays.length === 0 || !arrays.every((type) => type !== undefined)) return mismatch('needs arrays', 0);
  const views = arrays.map((array) => ({
    ...arrayOf(array.dtype, 0),
    readonly: array.readonly,
  }));
  const item = given.kind === 'tuple' ? tupleOf(views) : views[0]!;
  return typed({ kind: 'iterable', name: 'nditer', item, source: arrays }, { args: [unliteral(given)] });
}

function operandType(operand: NumbaType): ArrayType | undefined {
  if (operand.kind === 'array') return operand;
  const type = unliteral(operand);
  return isNumber(type) || type.kind === 'bool' ? arrayOf(type, 0) : undefined;
}

function operandsOf(lowering: Lowering, given: Value): Value[] {
  const operands = given.type.kind === 'tuple' ? elementsOf(lowering, given) : [given];
  return operands.map((operand) => {
    if (operand.type.kind === 'array') return operand;
    const array = lowering.hold(lowering.newArray(operandType(operand.type)!, []));
    lowering.storeElement(array, [], operand);
    return array;
  });
}

/** Arrays of one shape, or without dimensions, element by element as views without dimensions. */
function walkTogether(lowering: Lowering, value: Value): Walk {
  const { item: type } = value.type as Iterable;
  const arrays = sourcesOf(lowering, value);
  const wide = arrays.filter((array) => arrayType(array.type).ndim > 0);
  const [first = arrays[0]!, ...others] = wide;
  for (const other of others) checkShape(lowering, first, other);
  const isFortran = wide.length > 0 && wide.every((array) => arrayType(array.type).layout === 'F');
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
