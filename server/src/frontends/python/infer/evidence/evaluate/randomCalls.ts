import { arrayOf, float64, int64, type NumbaType } from '../../../types/numbaType';
import { dtypeNamed } from './dtypes';
import type { CallArguments } from './evaluation';
import { iterationType } from './iteration';
import { arrayFromList } from './promotion';
import { shapeLength } from './shapes';

/** Python's random module and NumPy's, also as methods of a generator: `rng.normal(size=10)`. */
export function randomType(args: CallArguments, qualifiedName: string): NumbaType | undefined {
  const name = qualifiedName.slice(qualifiedName.lastIndexOf('.') + 1);
  if (qualifiedName === 'numpy.random.default_rng' || qualifiedName === 'numpy.random.Generator') {
    return { kind: 'randomGenerator' };
  }
  return qualifiedName.startsWith('random.') ? pythonRandom(args, name) : numpyRandom(args, name);
}

/** Whether a call makes a NumPy generator: `np.random.default_rng()`, `np.random.RandomState(0)`. */
export function isGenerator(qualifiedName: string | undefined): boolean {
  return /^numpy\.random\.(default_rng|RandomState|Generator)$/.test(qualifiedName ?? '');
}

function pythonRandom(args: CallArguments, name: string): NumbaType | undefined {
  if (/^(randint|randrange|getrandbits)$/.test(name)) return int64;
  if (name === 'choice') {
    const source = args.type(0, 'seq');
    return source && iterationType(source);
  }
  if (name === 'sample' || name === 'choices') {
    const source = args.type(0, 'population');
    const element = source && iterationType(source);
    return element && { kind: 'list', element, reflected: true };
  }
  return /^(random|uniform|gauss|normalvariate|expovariate|betavariate|triangular|gammavariate|lognormvariate|paretovariate|vonmisesvariate|weibullvariate)$/.test(
    name,
  )
    ? float64
    : undefined;
}

/** Where the size stands among the arguments of each distribution. */
const sizePosition: Readonly<Record<string, number>> = {
  random: 0,
  random_sample: 0,
  ranf: 0,
  sample: 0,
  standard_normal: 0,
  standard_exponential: 0,
  standard_cauchy: 0,
  uniform: 2,
  normal: 2,
  lognormal: 2,
  laplace: 2,
  logistic: 2,
  gumbel: 2,
  beta: 2,
  gamma: 2,
  vonmises: 2,
  weibull: 1,
  exponential: 1,
  rayleigh: 1,
  pareto: 1,
  power: 1,
  chisquare: 1,
  standard_gamma: 1,
  standard_t: 1,
  triangular: 3,
  poisson: 1,
  binomial: 2,
  geometric: 1,
  randint: 2,
  random_integers: 2,
  integers: 2,
};

const whole = new Set(['poisson', 'binomial', 'geometric', 'randint', 'random_integers', 'integers']);

function numpyRandom(args: CallArguments, name: string): NumbaType | undefined {
  if (name === 'rand' || name === 'randn') {
    const ndim = args.call.args.length;
    return ndim === 0 ? float64 : arrayOf(float64, ndim);
  }
  if (name === 'permutation' || name === 'permuted') {
    const source = args.type(0, 'x');
    return source?.kind === 'int' ? arrayOf(int64, 1) : source && arrayFromList(source);
  }
  if (name === 'choice') return choiceType(args);
  const position = sizePosition[name];
  if (position === undefined) return undefined;
  const dtype = args.expression(name === 'integers' || name === 'randint' ? 3 : 99, 'dtype');
  const element = dtype ? dtypeNamed(args.evaluation, dtype) : whole.has(name) ? int64 : float64;
  return element && sized(args, position, element);
}

function choiceType(args: CallArguments): NumbaType | undefined {
  const source = args.type(0, 'a');
  const element = source?.kind === 'int' ? int64 : source && iterationType(source);
  return element && sized(args, 1, element);
}

function sized(args: CallArguments, position: number, element: NumbaType): NumbaType | undefined {
  const size = args.expression(position, 'size');
  if (!size || (size.kind === 'Constant' && size.value.type === 'None')) return element;
  const ndim = shapeLength(args.evaluation, size);
  return ndim === undefined ? undefined : arrayOf(element, ndim);
}
