import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, float32, float64, type NumbaType, unicode } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import { arrayType } from '../array/parts';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../libraryFunction';
import { dtypeArgument } from '../numpy/dtypeArgument';
import { extentsOf } from '../numpy/shapeArgument';
import { mismatch, params, typed } from '../outcome';
import { arrayOfDraws } from '../random/arrayOfDraws';
import { generatorDistributions, type GeneratorDistribution } from './distributions';
import { integerEntries } from './integers';
import { shuffleEntries } from './shuffling';
import { sizeNdim } from './size';
import { drawFrom } from './source';
import { zigguratEntry } from './ziggurat';

/** What compiled code can ask of a numpy.random.Generator: its methods draw what NumPy draws, and leave its state as NumPy does. */
export const rngEntries: readonly LibraryFunction[] = [
  zigguratEntry,
  {
    name: 'getattr randomGenerator.bit_generator',
    type: () => typed({ kind: 'bitGenerator' }),
    lower: ({ args, result }) => ({ type: result, parts: args[0]!.parts }),
  },
  ...generatorDistributions.map(entryOf),
  standardExponential(),
  ...integerEntries,
  ...shuffleEntries,
];

function entryOf(distribution: GeneratorDistribution): LibraryFunction {
  const { name, parameters, single, result, since, until } = distribution;
  const names = parameters.map((each) => (each.default === undefined ? each.name : `${each.name}?`));
  return {
    name: `randomGenerator.${name}`,
    params: params(['self', ...names, 'size?', ...(single ? ['dtype?'] : [])].join(' ')),
    since,
    until,
    type: ({ args: [self, ...args] }) => {
      const given = args.slice(0, parameters.length);
      if (!given.every(isReal)) return mismatch('the parameters must be real numbers');
      const [size, dtype] = args.slice(parameters.length);
      const element = single ? floatOf(dtype) : result;
      if (!element) return mismatch('dtype must be np.float32 or np.float64');
      return typeDraws(element, size, [self, ...given.map((type) => type && float64), size, dtype]);
    },
    lower: (call, lowering) => lowerDraws(distribution, call, lowering),
  };
}

/** A draw without a size, an array of draws with one. */
function typeDraws(
  element: NumbaType,
  size: NumbaType | undefined,
  args: readonly (NumbaType | undefined)[],
): TypingOutcome {
  const ndim = sizeNdim(size);
  if (ndim === undefined) return mismatch('size must be an integer or a tuple of integers of one type');
  return typed(ndim === 'none' ? element : arrayOf(element, ndim), { args });
}

function lowerDraws(
  { parameters, draws, single }: GeneratorDistribution,
  { args, result }: LoweringCall,
  lowering: Lowering,
): Value {
  const [self, ...rest] = args;
  const values = parameters.map((each, i) =>
    lowering.hold(rest[i] ?? lowering.constant({ kind: 'float', value: each.default! }, float64)),
  );
  const element = result.kind === 'array' ? result.dtype : result;
  const name = single && typesEqual(element, float32) ? single : draws;
  return drawn(lowering, result, rest[parameters.length], () => drawFrom(lowering, self!, name, values));
}

function drawn(lowering: Lowering, result: NumbaType, size: Value | undefined, draw: () => Value): Value {
  const element = result.kind === 'array' ? arrayType(result).dtype : result;
  const one = (): Value => lowering.cast(draw(), element);
  return result.kind === 'array' ? arrayOfDraws(lowering, result, extentsOf(lowering, size!), one) : one();
}

function standardExponential(): LibraryFunction {
  return {
    name: 'randomGenerator.standard_exponential',
    params: params('self size? dtype? method?'),
    since: '0.57',
    type: ({ args: [self, size, dtype, method] }) => {
      const element = floatOf(dtype);
      if (!element) return mismatch('dtype must be np.float32 or np.float64');
      if (method && unliteral(method).kind !== 'unicode') return mismatch('method must be a string');
      return typeDraws(element, size, [self, size, dtype, method && unicode]);
    },
    lower: ({ args: [self, size, , method], result }, lowering) => {
      const element = result.kind === 'array' ? result.dtype : result;
      const suffix = typesEqual(element, float32) ? '_single' : '';
      const held = method && lowering.hold(method);
      return drawn(lowering, result, size, () =>
        held
          ? drawFrom(lowering, self!, `exponential_by${suffix}`, [held])
          : drawFrom(lowering, self!, `standard_exponential${suffix}`),
      );
    },
  };
}

function isReal(type: NumbaType | undefined): boolean {
  const kind = type && unliteral(type).kind;
  return kind === undefined || kind === 'int' || kind === 'float';
}

function floatOf(dtype: NumbaType | undefined): NumbaType | undefined {
  if (!dtype) return float64;
  const wanted = dtype.kind === 'typeClass' ? dtypeArgument(dtype) : undefined;
  return wanted && [float32, float64].find((each) => typesEqual(each, wanted));
}
