import { add, convert, i64, lt, mul, select, sub } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, int64, type NumbaType, none } from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import type {
  LibraryFunction,
  LoweringCall,
  PythonSource,
  TypingCall,
  TypingOutcome,
} from '../../libraryFunction';
import { appendItem, type ListType, newList } from '../../list/storage';
import { mismatch, noValue, params, typed } from '../../outcome';
import { arrayTypeOf, asArray } from '../arrayLike';
import { atAxis, checkedAxis, insertedAt, withoutAxis } from '../axis';
import text from './splitting.py?raw';

const source: PythonSource = { name: 'numpy/shaping/splitting.py', text };

/** `split`, `array_split`, `hsplit`, `vsplit`, `dsplit`: lists of views. */
export const splittingEntries: readonly LibraryFunction[] = [
  alongAxis('numpy.split', true),
  alongAxis('numpy.array_split', false),
  alongFixed('numpy.hsplit', 1, (ndim) => (ndim > 1 ? 1 : 0)),
  alongFixed('numpy.vsplit', 2, () => 0),
  alongFixed('numpy.dsplit', 3, () => 2),
];

const sections = 'the sections are an integer or integers';

/** The pieces of an array by positions or into a number of them; undefined for anything else. */
function typeSplit(array: ArrayType, where: NumbaType, rest: readonly NumbaType[]): TypingOutcome {
  if (array.ndim === 0) return mismatch('needs an array of one dimension or more', 0);
  const element: NumbaType = { ...array, layout: array.ndim === 1 ? array.layout : 'A' };
  const result: ListType = { kind: 'list', element, reflected: false };
  if (where.kind === 'int') return typed(result, { args: [array, int64, ...rest] });
  return areIntegers(where) ? typed(result, { args: [array, where, ...rest] }) : mismatch(sections, 1);
}

function areIntegers(type: NumbaType): boolean {
  if (type.kind === 'array') return type.ndim === 1 && type.dtype.kind === 'int';
  if (type.kind === 'list') return type.element.kind === 'int';
  return (
    type.kind === 'tuple' && type.elements.length > 0 && type.elements.every(({ kind }) => kind === 'int')
  );
}

function alongAxis(name: string, isEven: boolean): LibraryFunction {
  return {
    name,
    params: params('ary indices_or_sections axis?'),
    type: ({ args: [ary, where, axis], context }: TypingCall) => {
      if (axis && unliteral(axis).kind !== 'int') return mismatch('the axis is an integer', 2);
      const given = unliteral(ary!);
      const isSequence = ['array', 'list', 'tuple'].includes(given.kind);
      const array = isSequence ? arrayTypeOf(given, context) : undefined;
      if (!array) return mismatch('needs an array', 0);
      const outcome = typeSplit(array, unliteral(where!), axis ? [int64] : []);
      return outcome.kind === 'typed' ? { ...outcome, args: [given, ...outcome.args!.slice(1)] } : outcome;
    },
    lower: ({ args: [ary, where, axis], result }, lowering) => {
      const array = lowering.hold(asArray(lowering, ary!));
      const { ndim } = arrayType(array.type);
      const error =
        where!.type.kind === 'int'
          ? { name: 'IndexError', message: 'tuple index out of range' }
          : { name: 'ValueError', message: 'np.split: Argument axis out of bounds in call to np.split()' };
      const along = axis ? checkedAxis(lowering, axis, ndim, error) : i64(0);
      return pieces(lowering, array, where!, { along, isEven, type: result as ListType });
    },
  };
}

function alongFixed(name: string, least: number, axisOf: (ndim: number) => number): LibraryFunction {
  const method = name.slice(6);
  return {
    name,
    params: params('ary indices_or_sections'),
    since: '0.58',
    type: ({ args: [ary, where] }) => {
      if (ary?.kind !== 'array') return mismatch('The argument "ary" must be an array', 0);
      const outcome = typeSplit(ary, unliteral(where!), []);
      // Numba sees that it always raises.
      return outcome.kind === 'typed' && ary.ndim < least ? { ...outcome, result: none } : outcome;
    },
    lower: ({ args: [ary, where], result }: LoweringCall, lowering) => {
      const array = lowering.hold(ary!);
      const { ndim } = arrayType(array.type);
      const message = `${method} only works on arrays of ${least} or more dimensions`;
      if (ndim < least) {
        lowering.raise({ name: 'ValueError', message });
        return noValue;
      }
      const along = i64(axisOf(ndim));
      return pieces(lowering, array, where!, { along, isEven: true, type: result as ListType });
    },
  };
}

interface Splitting {
  readonly along: Expression;
  /** A number of pieces must divide the length. */
  readonly isEven: boolean;
  readonly type: ListType;
}

function pieces(lowering: Lowering, array: Value, where: Value, { along, isEven, type }: Splitting): Value {
  const { ir } = lowering;
  const length = ir.hold(atAxis(lowering.arrayShape(array), along), 'length');
  const stops = lowering.hold(stopsOf(lowering, where, length, isEven));
  const list = lowering.hold(newList(lowering, type, i64(0)));
  const previous = ir.local('i64', 'start');
  ir.set(previous, i64(0));
  const append = (stop: Expression): void => {
    const [from, to] = [previous, stop].map((position) => clipped(lowering, position, length));
    const size = ir.hold(sub(to!, from!));
    appendItem(
      lowering,
      list,
      piece(lowering, array, along, from!, ir.hold(select(lt(size, i64(0)), i64(0), size))),
    );
  };
  ir.for({ start: i64(0), stop: lowering.arrayShape(stops)[0]! }, (i) => {
    const stop = ir.hold(lowering.cast(lowering.loadElement(stops, [i]), int64).parts[0]!);
    append(stop);
    ir.set(previous, stop);
  });
  append(length);
  return list;
}

function stopsOf(lowering: Lowering, where: Value, length: Expression, isEven: boolean): Value {
  if (where.type.kind !== 'int') return asArray(lowering, where);
  const extent: Value = { type: int64, parts: [length] };
  const count = lowering.hold(where);
  if (isEven) lowering.callPython(source, 'check_even', [extent, count]);
  return lowering.callPython(source, 'equal_stops', [extent, count]);
}

function clipped(lowering: Lowering, position: Expression, length: Expression): Expression {
  const parts = [position, length].map((part): Value => ({ type: int64, parts: [part] }));
  return lowering.ir.hold(lowering.callPython(source, 'clipped', parts).parts[0]!);
}

function piece(
  lowering: Lowering,
  array: Value,
  axis: Expression,
  from: Expression,
  size: Expression,
): Value {
  const strides = lowering.arrayStrides(array);
  const offset = mul(from, atAxis(strides, axis));
  const type = arrayType(array.type);
  const shape = insertedAt(withoutAxis(lowering.arrayShape(array), axis), axis, size);
  return lowering.hold(
    lowering.arrayView(
      { ...type, layout: type.ndim === 1 ? type.layout : 'A' },
      {
        meminfo: lowering.arrayMeminfo(array),
        data: add(lowering.arrayData(array), convert(offset, 'ptr')),
        shape,
        strides,
      },
    ),
  );
}
