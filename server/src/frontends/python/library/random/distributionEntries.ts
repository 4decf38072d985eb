import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, float64, int64, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../libraryFunction';
import { extentsOf, shapeNdim } from '../numpy/shapeArgument';
import { mismatch, params, typed } from '../outcome';
import { isInVersion } from '../version';
import { arrayOfDraws } from './arrayOfDraws';
import {
  type Distribution,
  drawing,
  numpyDistributions,
  overloads,
  type Parameter,
  prefixes,
  pythonDistributions,
} from './distributions';
import { draw, type Generator } from './state';

/** Distributions of `np.random` and `random`. */
export const distributionEntries: readonly LibraryFunction[] = [
  ...numpyDistributions.flatMap((each) => entriesOf(each, 'numpy')),
  ...pythonDistributions.flatMap((each) => entriesOf(each, 'python')),
];

function entriesOf(distribution: Distribution, generator: Generator): LibraryFunction[] {
  const { parameters } = distribution;
  const entry = (name: string, names: readonly string[]): LibraryFunction => ({
    name: `${prefixes[generator]}.${name}`,
    params: parametersNamed(generator === 'numpy' ? [...names, 'size'] : names),
    type: ({ args, context }) => typeDraw(distribution, args, isInVersion(overloads, context.numba)),
    lower: (call, lowering) => lowerDraw(distribution, generator, call, lowering),
  });
  return distribution.names.flatMap((name) => [
    {
      ...entry(
        name,
        parameters.map((each) => each.oldName),
      ),
      until: overloads.since,
    },
    {
      ...entry(
        name,
        parameters.map((each) => each.name),
      ),
      since: overloads.since,
    },
  ]);
}

function parametersNamed(names: readonly string[]): LibraryFunction['params'] {
  return names.length === 0 ? [] : params(names.map((name) => `${name}?`).join(' '));
}

interface DrawData {
  /** How many of the parameters are given. */
  readonly count: number;
}

function typeDraw(
  { parameters, counts, sizeAfter, oldCounts, result }: Distribution,
  args: readonly (NumbaType | undefined)[],
  isNew: boolean,
): TypingOutcome {
  const given = args.slice(0, parameters.length).map((type) => type && unliteral(type));
  const size = args[parameters.length] && unliteral(args[parameters.length]!);
  const missing = given.indexOf(undefined);
  const count = missing < 0 ? parameters.length : missing;
  if (given.slice(count).some((type) => type)) return mismatch('no form of it takes these parameters');
  if (size?.kind === 'none' && !isNew) return mismatch('size must be an integer or a tuple of integers');
  const fitting = (!isNew && oldCounts) || (size ? sizeAfter : counts);
  if (!fitting.includes(count)) return mismatch('no form of it takes this many parameters');
  const fits = given.slice(0, count).every((type, i) => isParameter(parameters[i]!, type!, isNew));
  if (!fits) return mismatch('the parameters must be real numbers');
  const wanted = parameters.map((each, i) => (i < count ? typeOfParameter(each, isNew) : undefined));
  const data: DrawData = { count };
  if (!size || size.kind === 'none') return typed(result, { args: [...wanted, size], data });
  const ndim = shapeNdim(size);
  return ndim === undefined
    ? mismatch('size must be an integer or a tuple of integers')
    : typed(arrayOf(result, ndim), { args: [...wanted, size], data });
}

function isParameter({ kind }: Parameter, type: NumbaType, isNew: boolean): boolean {
  if (type.kind === 'int') return kind !== 'float' || !isNew;
  return type.kind === 'float' && (kind !== 'integer' || !isNew);
}

function typeOfParameter({ kind }: Parameter, isNew: boolean): NumbaType {
  return kind === 'integer' || (kind === 'count' && !isNew) ? int64 : float64;
}

function lowerDraw(
  distribution: Distribution,
  generator: Generator,
  { args, result, data }: LoweringCall,
  lowering: Lowering,
): Value {
  const { parameters, more } = distribution;
  const { count } = data as DrawData;
  const values = parameters.map((parameter, i) =>
    lowering.hold((i < count ? args[i] : undefined) ?? numberOf(lowering, parameter.default)),
  );
  const all = [...values, ...more.map((value) => numberOf(lowering, value))];
  const name = drawing(distribution, lowering.numba);
  const one = (): Value => draw(lowering, generator, name, all);
  if (result.kind !== 'array') return one();
  return arrayOfDraws(lowering, result, extentsOf(lowering, args[parameters.length]!), one);
}

function numberOf(lowering: Lowering, value: number): Value {
  return lowering.constant({ kind: 'float', value }, float64);
}
