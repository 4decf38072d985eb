import { add, bool, gt, i64 } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import {
  type ArrayType,
  arrayOf,
  boolean,
  float64,
  int64,
  type IntegerType,
  type NumbaType,
  none,
  uint64,
} from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { scalar } from '../arithmetic/kernel';
import { astypeCopy } from '../array/copies';
import { arrayType } from '../array/parts';
import type { LibraryFunction, TypingContext, TypingOutcome } from '../libraryFunction';
import { asLine } from '../numpy/flatView';
import { extentsOf, shapeNdim } from '../numpy/shapeArgument';
import { mismatch, noValue, params, typed } from '../outcome';
import { isInVersion } from '../version';
import { arrayOfDraws } from './arrayOfDraws';
import { countedUp } from './countedUp';
import { overloads, prefixes } from './distributions';
import { draw, type Generator } from './state';
import { vectorEntries } from './vectorEntries';

const generators: readonly Generator[] = ['numpy', 'python'];

/** Seeds, integers, permutations and choices. */
export const choiceEntries: readonly LibraryFunction[] = [
  ...generators.flatMap((generator) => [...seedEntries(generator), shuffleEntry(generator)]),
  {
    name: 'numpy.random.rand',
    type: ({ args }) => typeShape(args),
    lower: ({ args, result }, lowering) => drawShape(lowering, 'random', [], args, result),
  },
  {
    name: 'numpy.random.randn',
    type: ({ args }) => typeShape(args),
    lower: ({ args, result }, lowering) =>
      drawShape(lowering, 'normal', standardNormal(lowering), args, result),
  },
  {
    name: 'numpy.random.randint',
    params: params('low high? size?'),
    type: ({ args, context }) => typeRandint(wholeNumbers(args, context)),
    lower: ({ args, result }, lowering) => {
      const [first, second, size] = args;
      const zero = scalar(int64, i64(0));
      const bounds = second && second.type.kind !== 'none' ? [first!, second] : [zero, first!];
      const held = bounds.map((bound) => lowering.hold(lowering.cast(bound, int64)));
      const element = result.kind === 'array' ? result.dtype : result;
      const one = (): Value => lowering.cast(draw(lowering, 'numpy', 'randint', held), element);
      return result.kind === 'array'
        ? arrayOfDraws(lowering, result, extentsOf(lowering, size!), one)
        : one();
    },
  },
  randrangeEntry('random.randrange', 0),
  randrangeEntry('random.randint', 1),
  {
    name: 'random.getrandbits',
    type: ({ args: [bits, ...rest] }) =>
      bits && unliteral(bits).kind === 'int' && rest.length === 0
        ? typed(uint64, { args: [int64] })
        : mismatch(),
    lower: ({ args }, lowering) => lowering.cast(draw(lowering, 'python', 'getrandbits', [args[0]!]), uint64),
  },
  ...[{ until: overloads.since }, { since: overloads.since, params: params('low high mode?') }].map(
    (versions): LibraryFunction => ({
      name: 'random.triangular',
      ...versions,
      type: ({ args }) => {
        const fits = [2, 3].includes(args.length) && args.every((type) => !type || isReal(unliteral(type)));
        return fits ? typed(float64, { args: args.map(() => float64) }) : mismatch();
      },
      lower: ({ args }, lowering) => {
        const [low, high, mode] = args as readonly (Value | undefined)[];
        if (!mode) return draw(lowering, 'python', 'triangular_even', [low!, high!]);
        return draw(lowering, 'python', 'triangular', [low!, mode, high!]);
      },
    }),
  ),
  ...vectorEntries,
  {
    name: 'numpy.random.permutation',
    params: params('x'),
    type: ({ args: [given] }) => {
      const type = unliteral(given!);
      if (type.kind === 'int') return typed(arrayOf(int64, 1), { args: [int64] });
      return type.kind === 'array' ? typed({ ...type, layout: 'C', readonly: false }) : mismatch();
    },
    lower: ({ args, result }, lowering) => permuted(lowering, args[0]!, arrayType(result)),
  },
  {
    name: 'numpy.random.choice',
    params: params('a size? replace?'),
    type: ({ args }) => typeChoice(args.map((type) => type && unliteral(type))),
    lower: ({ args, result }, lowering) => {
      const [population, size, replace] = args;
      if (result.kind !== 'array') return oneOf(lowering, lowering.hold(population!));
      const held = lowering.hold(population!);
      const shape = extentsOf(lowering, size!);
      const chosen = lowering.hold(lowering.newArray(arrayType(result), shape));
      const [repeats] = replace ? [lowering.truth(replace)] : [bool(true)];
      lowering.ir.if(
        repeats!,
        () => chooseEach(lowering, chosen, held),
        () => choosePermuted(lowering, chosen, held),
      );
      return chosen;
    },
  },
];

const isReal = (type: NumbaType): boolean => type.kind === 'int' || type.kind === 'float';
const isInteger = (type: NumbaType | undefined): type is IntegerType => type?.kind === 'int';

function seedEntries(generator: Generator): LibraryFunction[] {
  return [
    { until: overloads.since },
    { since: overloads.since, params: params(generator === 'numpy' ? 'seed' : 'a') },
  ].map((versions) => ({
    name: `${prefixes[generator]}.seed`,
    ...versions,
    type: ({ args, context }) => {
      const [value] = wholeNumbers(args, context);
      return args.length === 1 && isInteger(value) ? typed(none, { args: [int64] }) : mismatch();
    },
    lower: ({ args }, lowering) => {
      draw(lowering, generator, 'seed', [args[0]!]);
      return noValue;
    },
  }));
}

/** Without literals; before the overloads, floats were converted. */
function wholeNumbers(
  args: readonly (NumbaType | undefined)[],
  context: TypingContext,
): readonly (NumbaType | undefined)[] {
  const isOld = !isInVersion(overloads, context.numba);
  return args.map((arg) => (isOld && arg?.kind === 'float' ? int64 : arg && unliteral(arg)));
}

function shuffleEntry(generator: Generator): LibraryFunction {
  return {
    name: `${prefixes[generator]}.shuffle`,
    params: params('x'),
    type: ({ args: [array] }) =>
      array?.kind === 'array' && !array.readonly && array.ndim > 0 ? typed(none) : mismatch(),
    lower: ({ args }, lowering) => {
      shuffle(lowering, generator, args[0]!);
      return noValue;
    },
  };
}

function shuffle(lowering: Lowering, generator: Generator, array: Value): void {
  const isNumpy = lowering.constant({ kind: 'bool', value: generator === 'numpy' }, boolean);
  const name = arrayType(array.type).ndim === 1 ? 'shuffle' : 'shuffle_rows';
  draw(lowering, generator, name, [array, isNumpy]);
}

function typeShape(args: readonly (NumbaType | undefined)[]): TypingOutcome {
  if (!args.every((type) => type && isInteger(unliteral(type)))) return mismatch();
  return typed(args.length === 0 ? float64 : arrayOf(float64, args.length), { args: args.map(() => int64) });
}

function drawShape(
  lowering: Lowering,
  name: string,
  parameters: readonly Value[],
  args: readonly (Value | undefined)[],
  result: NumbaType,
): Value {
  const one = (): Value => draw(lowering, 'numpy', name, parameters);
  if (result.kind !== 'array') return one();
  return arrayOfDraws(
    lowering,
    result,
    args.map((extent) => lowering.ir.hold(extent!.parts[0]!)),
    one,
  );
}

function standardNormal(lowering: Lowering): Value[] {
  return [0, 1].map((value) => lowering.constant({ kind: 'float', value }, float64));
}

function typeRandint([low, high, size]: readonly (NumbaType | undefined)[]): TypingOutcome {
  if (!isInteger(low) || (high && !isInteger(high))) return mismatch();
  const bits = Math.max(low.bits, isInteger(high) ? high.bits : 64) as IntegerType['bits'];
  const signed = low.signed || !isInteger(high) || high.signed;
  if (!size || size.kind === 'none') return typed({ kind: 'int', bits, signed });
  const ndim = shapeNdim(size);
  if (ndim === undefined || !isInteger(high)) return mismatch();
  return typed(arrayOf({ kind: 'int', bits, signed: true }, ndim));
}

function randrangeEntry(name: string, beyond: 0 | 1): LibraryFunction {
  return {
    name,
    type: ({ args: given, context }) => {
      const counts = beyond ? [2] : [1, 2, 3];
      const args = wholeNumbers(given, context);
      const fits = counts.includes(args.length) && args.every(isInteger);
      if (!fits) return mismatch();
      // Without a step, the constant 1 is one.
      const least = args.length < 3 ? 64 : 8;
      const bits = Math.max(least, ...args.map((type) => (type as IntegerType).bits));
      return typed({ ...int64, bits } as IntegerType, { args: args.map(() => int64) });
    },
    lower: ({ args, result }, lowering) => {
      const number = (value: bigint): Value => lowering.constant({ kind: 'int', value }, int64);
      const [first, second, third] = args as Value[];
      const stop = second ?? first!;
      const last = beyond ? scalar(int64, add(stop.parts[0]!, i64(1))) : stop;
      const bounds = [second ? first! : number(0n), last, third ?? number(1n)];
      return lowering.cast(draw(lowering, 'python', 'randrange', bounds), result);
    },
  };
}

function permuted(lowering: Lowering, given: Value, type: ArrayType): Value {
  const array =
    given.type.kind === 'array'
      ? astypeCopy(lowering, given, type)
      : countedUp(lowering, given.parts[0]!, type);
  shuffle(lowering, 'numpy', array);
  return array;
}

function typeChoice([population, size, replace]: readonly (NumbaType | undefined)[]): TypingOutcome {
  const isArray = population?.kind === 'array' && population.ndim === 1;
  if (!isArray && !isInteger(population)) return mismatch();
  const element = population.kind === 'array' ? population.dtype : int64;
  const populated = population.kind === 'array' ? population : int64;
  if (replace && !['bool', 'int', 'float'].includes(replace.kind)) return mismatch();
  if (!size || size.kind === 'none') return typed(element, { args: [populated, size, replace] });
  const ndim = shapeNdim(size);
  return ndim === undefined
    ? mismatch()
    : typed(arrayOf(element, ndim), { args: [populated, size, replace] });
}

function oneOf(lowering: Lowering, population: Value): Value {
  const zero = scalar(int64, i64(0));
  if (population.type.kind !== 'array') {
    const stop = lowering.cast(population, int64);
    return lowering.cast(draw(lowering, 'numpy', 'randint', [zero, stop]), population.type);
  }
  const stop = scalar(int64, lowering.arrayShape(population)[0]!);
  const position = lowering.hold(draw(lowering, 'numpy', 'randint', [zero, stop]));
  return lowering.loadElement(population, [position.parts[0]!]);
}

function chooseEach(lowering: Lowering, chosen: Value, population: Value): void {
  lowering.forEachIndex(lowering.arrayShape(chosen), (indices) => {
    lowering.storeElement(chosen, indices, oneOf(lowering, population));
  });
}

/** The first of a permutation of the whole population. */
function choosePermuted(lowering: Lowering, chosen: Value, population: Value): void {
  const { ir } = lowering;
  const type = arrayOf(arrayType(chosen.type).dtype, 1);
  const count = lowering.arraySize(chosen);
  const size =
    population.type.kind === 'array'
      ? lowering.arrayShape(population)[0]!
      : lowering.cast(population, int64).parts[0]!;
  ir.if(gt(count, size), () => lowering.raise(tooMany));
  const shuffled = lowering.hold(permuted(lowering, population, type));
  const line = asLine(lowering, chosen);
  ir.for({ start: i64(0), stop: lowering.arrayShape(line)[0]! }, (at) => {
    lowering.storeElement(line, [at], lowering.loadElement(shuffled, [at]));
  });
}

const tooMany = {
  name: 'ValueError',
  message: "Cannot take a larger sample than population when 'replace=False'",
};
