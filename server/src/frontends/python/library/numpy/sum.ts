import { convert, i64, mul } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { flatten, memoryLayout } from '@jitsight/shared/ir/valueType';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType, uint64 } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { type ElementOrder, forEachElement } from '../iteration/arrayElements';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../libraryFunction';
import { operate, resultOf } from '../operate';
import { aliases, mismatch, params, typed } from '../outcome';
import { elementsOf, uniformElement } from '../tuple/elements';
import { isInVersion } from '../version';
import { checkedAxis, insertedAt, withoutAxis } from './axis';
import { dtypeArgument, isOmitted } from './dtypeArgument';

// From then on unsigned integers narrower than 64 bits are summed as int64, and always in C order.
const newAccumulators = { since: '0.67' };

/**
 * `np.sum(a, axis, dtype)`, `a.sum(...)`, `np.cumsum`: adds one element after the other, as Numba does; under
 * `parallel=True` the sum of all is made in parts.
 */
export const sumEntries: readonly LibraryFunction[] = [
  ...aliases(['numpy.sum', 'array.sum'], {
    params: params('a axis? dtype?'),
    type: typeSum,
    lower: lowerSum,
  }),
  ...aliases(['numpy.cumsum', 'array.cumsum'], {
    params: params('a axis? dtype?'),
    type: typeCumulative,
    lower: lowerCumulative,
  }),
];

function typeSum(call: TypingCall): TypingOutcome {
  const [a, axis, dtype] = call.args;
  const isNew = isInVersion(newAccumulators, call.context.numba);
  if (a?.kind !== 'array') return isNew ? typeScalar(call) : mismatch('needs an array', 0);
  const element = sumType(a.dtype, dtype, isNew);
  if (!element) return mismatch('has no sum of that dtype');
  if (isOmitted(axis)) return typed(element);
  const axes = axisCount(axis);
  if (axes === undefined) return mismatch('axis must be an integer or a tuple of integers', 1);
  if (axis.kind === 'tuple' && !isNew) return mismatch('this version takes no tuple of axes', 1);
  const args = [a, axis.kind === 'tuple' ? unliteral(axis) : int64, dtype];
  if (axes === 0) return typed({ ...a, dtype: element, layout: 'C' }, { args });
  return typed(a.ndim <= axes ? element : arrayOf(element, a.ndim - axes), { args });
}

function typeScalar(call: TypingCall): TypingOutcome {
  const scalar = call.args[0] && unliteral(call.args[0]);
  const isNumber = scalar && ['int', 'float', 'complex', 'bool'].includes(scalar.kind);
  if (!isNumber) return mismatch('needs an array or a number', 0);
  const zero = (!isOmitted(call.args[2]) && dtypeArgument(call.args[2]!)) || scalar;
  const result = resultOf('operator.add', [zero, scalar], call.context);
  return result ? typed(result) : mismatch();
}

function axisCount(axis: NumbaType): number | undefined {
  const plain = unliteral(axis);
  if (plain.kind === 'int') return 1;
  if (plain.kind !== 'tuple') return undefined;
  return plain.elements.length === 0 || uniformElement(plain)?.kind === 'int'
    ? plain.elements.length
    : undefined;
}

/** The accumulator's type: what was asked for, else wide enough for a sum. */
function sumType(element: NumbaType, dtype: NumbaType | undefined, isNew: boolean): NumbaType | undefined {
  if (!isOmitted(dtype)) return dtypeArgument(dtype);
  if (element.kind === 'bool') return int64;
  if (element.kind === 'int' && element.bits < 64) return element.signed || isNew ? int64 : uint64;
  return ['int', 'float', 'complex', 'timedelta'].includes(element.kind) ? element : undefined;
}

function lowerSum(call: LoweringCall, lowering: Lowering): Value {
  const [a, axis] = call.args as readonly [Value, Value | undefined];
  if (a.type.kind !== 'array') return lowering.cast(a, call.result);
  if (!axis || axis.type.kind === 'none' || call.result.kind !== 'array') {
    const ndim = a.type.ndim;
    if (axis && axis.type.kind === 'int') checkedAxis(lowering, axis, ndim, axisError(lowering, ndim));
    return sumOfAll(lowering, a, call.result);
  }
  const array = lowering.hold(a);
  if (axis.type.kind === 'tuple') return sumOverAxes(call, lowering, array, axis);
  return sumOverAxis(lowering, array, axis, call.result);
}

/** The sum of all elements, each converted to `type` first. */
function sumOfAll(lowering: Lowering, array: Value, type: NumbaType): Value {
  const total = accumulator(lowering, type);
  const add = (element: Value): void =>
    total.set(operate(lowering, 'operator.add', [total.value, lowering.cast(element, type)]));
  if (!lowering.forEachUnmade(array, add))
    forEachElement(lowering, lowering.hold(array), order(lowering), add, lowering.parallel);
  return total.value;
}

function order(lowering: Lowering): ElementOrder {
  return isInVersion(newAccumulators, lowering.numba) ? 'C' : 'memory';
}

function accumulator(lowering: Lowering, type: NumbaType) {
  const scalars = flatten(lowering.valueTypeOf(type));
  const locals = scalars.map((scalar) => lowering.ir.local(scalar, 'sum'));
  const set = (value: Value) => {
    const next = lowering.hold(lowering.cast(value, type));
    locals.forEach((local, i) => {
      lowering.ir.set(local, next.parts[i]!);
    });
  };
  set({ type, parts: scalars.map((scalar) => ({ op: 'const', type: scalar, value: zeroOf(scalar) })) });
  return { value: { type, parts: locals } as Value, set };
}

const zeroOf = (scalar: string): number | bigint => (scalar === 'i64' || scalar === 'u64' ? 0n : 0);

function axisError(lowering: Lowering, ndim: number) {
  return isInVersion(newAccumulators, lowering.numba)
    ? { name: 'AxisError', message: `axis {0} is out of bounds for array of dimension ${ndim}` }
    : { name: 'ValueError', message: 'axis is out of bounds for array' };
}

function sumOverAxis(lowering: Lowering, array: Value, axis: Value, type: ArrayType): Value {
  const { ndim } = array.type as ArrayType;
  const along = checkedAxis(lowering, axis, ndim, axisError(lowering, ndim));
  const result = zeroed(lowering, type, withoutAxis(lowering.arrayShape(array), along));
  const strides = insertedAt(lowering.arrayStrides(result), along, i64(0));
  addInto(lowering, array, result, strides);
  return result;
}

/** A tuple of axes: only constant ones have code. */
function sumOverAxes(call: LoweringCall, lowering: Lowering, array: Value, axes: Value): Value {
  const type = call.result as ArrayType;
  const { ndim } = array.type as ArrayType;
  const given = elementsOf(lowering, axes).map((axis) => axis.parts[0]!);
  const known = given.map((axis) => (axis.op === 'const' ? (Number(axis.value) + ndim) % ndim : -1));
  if (known.some((axis) => axis < 0) || new Set(known).size < known.length) {
    return lowering.notLowered('sums over a tuple of axes need different constant axes');
  }
  const kept = lowering.arrayShape(array).filter((_, k) => !known.includes(k));
  const result = zeroed(lowering, type, kept);
  const resultStrides = [...lowering.arrayStrides(result)];
  const strides = lowering
    .arrayShape(array)
    .map((_, k) => (known.includes(k) ? i64(0) : resultStrides.shift()!));
  addInto(lowering, array, result, strides);
  return result;
}

/** A new array of zeros. */
export function zeroed(lowering: Lowering, type: ArrayType, shape: readonly Expression[]): Value {
  const array = lowering.hold(lowering.newArray(type, shape));
  const itemSize = memoryLayout(lowering.valueTypeOf(type.dtype)).size;
  const bytes = mul(lowering.arraySize(array), i64(itemSize));
  lowering.ir.memoryFill(
    lowering.arrayData(array),
    { op: 'const', type: 'i32', value: 0 },
    convert(bytes, 'i32'),
  );
  return array;
}

/** Adds each element to where `strides` (zero along what is summed) lead in `result`. */
function addInto(lowering: Lowering, array: Value, result: Value, strides: readonly Expression[]): void {
  const type = result.type as ArrayType;
  const spread = lowering.arrayView(
    { ...type, ndim: (array.type as ArrayType).ndim, layout: 'A' },
    {
      meminfo: lowering.arrayMeminfo(result),
      data: lowering.arrayData(result),
      shape: lowering.arrayShape(array),
      strides: strides.map((stride) => lowering.ir.hold(stride, 'stride')),
    },
  );
  lowering.forEachIndex(lowering.arrayShape(array), (indices) => {
    const element = lowering.cast(lowering.loadElement(array, indices), type.dtype);
    const sum = operate(lowering, 'operator.add', [lowering.loadElement(spread, indices), element]);
    lowering.storeElement(spread, indices, sum);
  });
}

function typeCumulative(call: TypingCall): TypingOutcome {
  const [a, axis, dtype] = call.args;
  const isNew = isInVersion(newAccumulators, call.context.numba);
  if (a?.kind !== 'array') return isNew ? typeScalar(call) : mismatch('needs an array', 0);
  const element = sumType(a.dtype, dtype, isNew);
  if (!element) return mismatch('has no sum of that dtype');
  if (isOmitted(axis)) return typed(arrayOf(element, 1));
  if (!isNew || unliteral(axis).kind !== 'int') return mismatch('this version takes no such axis', 1);
  return typed(arrayOf(element, a.ndim), { args: [a, int64, dtype] });
}

function lowerCumulative(call: LoweringCall, lowering: Lowering): Value {
  const [a, axis] = call.args as readonly [Value, Value | undefined];
  if (a.type.kind !== 'array') return lowering.cast(a, call.result);
  const array = lowering.hold(a);
  const type = call.result as ArrayType;
  if (!axis || axis.type.kind === 'none') return runningSum(lowering, array, type);
  const { ndim } = a.type;
  const error = { name: 'ValueError', message: `axis {0} is out of bounds for array of dimension ${ndim}` };
  const along = checkedAxis(lowering, axis, ndim, error);
  return runningSumsAlong(lowering, array, along, type);
}

function runningSum(lowering: Lowering, array: Value, type: ArrayType): Value {
  const { ir } = lowering;
  const result = lowering.hold(lowering.newArray(type, [lowering.arraySize(array)]));
  const total = accumulator(lowering, type.dtype);
  const position = ir.local('i64', 'position');
  ir.set(position, i64(0));
  const next = { op: 'add', type: 'i64', left: position, right: i64(1) } as const;
  forEachElement(lowering, array, 'C', (element) => {
    total.set(operate(lowering, 'operator.add', [total.value, lowering.cast(element, type.dtype)]));
    lowering.storeElement(result, [position], total.value);
    ir.set(position, next);
  });
  return result;
}

/** Each sum is that of the element before it along the axis, kept in an array one axis smaller. */
function runningSumsAlong(lowering: Lowering, array: Value, axis: Expression, type: ArrayType): Value {
  const shape = lowering.arrayShape(array);
  const result = lowering.hold(lowering.newArray(type, shape));
  const sums = zeroed(lowering, arrayOf(type.dtype, type.ndim - 1), withoutAxis(shape, axis));
  lowering.forEachIndex(shape, (indices) => {
    const others = withoutAxis(indices, axis);
    const element = lowering.cast(lowering.loadElement(array, indices), type.dtype);
    const sum = lowering.hold(
      operate(lowering, 'operator.add', [lowering.loadElement(sums, others), element]),
    );
    lowering.storeElement(sums, others, sum);
    lowering.storeElement(result, indices, sum);
  });
  return result;
}
