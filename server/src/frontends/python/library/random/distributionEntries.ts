import { i64 } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, float64, int64, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { arrayType } from '../array/parts';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../libraryFunction';
import { extentsOf, shapeNdim } from '../numpy/shapeArgument';
import { mismatch, params, typed } from '../outcome';
import {
  type Distribution,
  numpyDistributions,
  type Parameter,
  prefixes,
  pythonDistributions,
} from './distributions';
import { draw, type Generator } from './state';

const parameterNames: Readonly<Record<string, string>> = {
  normal: 'loc? scale? size?',
  uniform: 'low? high? size?',
  random: 'size?',
  random_sample: 'size?',
  standard_normal: 'size?',
};

/** Distributions of `np.random` and `random`. */
export const distributionEntries: readonly LibraryFunction[] = [
  ...numpyDistributions.flatMap((each) => entriesOf(each, 'numpy')),
  ...pythonDistributions.flatMap((each) => entriesOf(each, 'python')),
];

function entriesOf(distribution: Distribution, generator: Generator): LibraryFunction[] {
  return distribution.names.map((name) => ({
    name: `${prefixes[generator]}.${name}`,
    params: generator === 'numpy' && parameterNames[name] ? params(parameterNames[name]) : undefined,
    type: ({ args }) => typeDraw(distribution, args),
    lower: (call, lowering) => lowerDraw(distribution, generator, call, lowering),
  }));
}

interface DrawData {
  /** How many of the arguments are parameters of the distribution. */
  readonly count: number;
}

function typeDraw(
  { parameters, counts, sizeAfter, result }: Distribution,
  args: readonly (NumbaType | undefined)[],
): TypingOutcome {
  const given = args.filter((type) => type !== undefined).map(unliteral);
  const accepts = (count: number): boolean =>
    given.slice(0, count).every((type, i) => isParameter(parameters[i]!, type));
  const wanted = (count: number): NumbaType[] => parameters.slice(0, count).map(typeOfParameter);
  if (counts.includes(given.length) && accepts(given.length)) {
    const data: DrawData = { count: given.length };
    return typed(result, { args: wanted(given.length), data });
  }
  const count = given.length - 1;
  if (!sizeAfter.includes(count) || !accepts(count)) return mismatch();
  const size = given[count]!;
  const data: DrawData = { count };
  if (size.kind === 'none') return typed(result, { args: [...wanted(count), size], data });
  const ndim = shapeNdim(size);
  return ndim === undefined
    ? mismatch()
    : typed(arrayOf(result, ndim), { args: [...wanted(count), size], data });
}

function isParameter(parameter: Parameter, type: NumbaType): boolean {
  return type.kind === 'int' || (parameter.kind === 'number' && type.kind === 'float');
}

const typeOfParameter = (parameter: Parameter): NumbaType => (parameter.kind === 'integer' ? int64 : float64);

function lowerDraw(
  { draws, parameters }: Distribution,
  generator: Generator,
  { args, result, data }: LoweringCall,
  lowering: Lowering,
): Value {
  const { count } = data as DrawData;
  const values = parameters.map((parameter, i) => {
    const given = i < count ? args[i] : undefined;
    return lowering.hold(given ?? fallback(lowering, parameter));
  });
  const one = (): Value => draw(lowering, generator, draws, values);
  if (result.kind !== 'array') return one();
  return arrayOfDraws(lowering, result, extentsOf(lowering, args[count]!), one);
}

function fallback(lowering: Lowering, parameter: Parameter): Value {
  const value = parameter.default ?? 0;
  return parameter.kind === 'integer'
    ? lowering.constant({ kind: 'int', value: BigInt(value) }, int64)
    : lowering.constant({ kind: 'float', value }, float64);
}

/** A new array filled in C order. */
export function arrayOfDraws(
  lowering: Lowering,
  type: NumbaType,
  shape: readonly Expression[],
  one: () => Value,
): Value {
  const array = lowering.newArray(arrayType(type), shape);
  const size = lowering.ir.hold(lowering.arraySize(array), 'size');
  const flat = lowering.arrayView(arrayOf(arrayType(type).dtype, 1), {
    meminfo: lowering.arrayMeminfo(array),
    data: lowering.arrayData(array),
    shape: [size],
    strides: [i64(8)],
  });
  lowering.ir.for({ start: i64(0), stop: size }, (index) => lowering.storeElement(flat, [index], one()));
  return array;
}
