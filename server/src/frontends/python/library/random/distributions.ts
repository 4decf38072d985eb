import { float64, int64, type NumbaType } from '../../types/numbaType';
import { isInVersion } from '../version';
import type { Generator } from './state';

/** A distribution: its parameters, how many of them may be given, and the function that draws from it. */
export interface Distribution {
  readonly names: readonly string[];
  /** The function of `generator.py` or `distributions.py`. */
  readonly draws: string;
  readonly parameters: readonly Parameter[];
  /** What the function is given beyond the parameters. */
  readonly more: readonly number[];
  /** Counts of leading parameters that a call may give without a size. */
  readonly counts: readonly number[];
  /** Numbers of leading parameters after which a size may follow. */
  readonly sizeAfter: readonly number[];
  /** Counts before 0.57, with and without a size, where they were others. */
  readonly oldCounts?: readonly number[];
  readonly result: NumbaType;
  readonly since?: string;
}

export interface Parameter {
  readonly name: string;
  /** The name before 0.57. */
  readonly oldName: string;
  /** `float`: from 0.57 on integers are refused; `count`: before that it was converted to an integer. */
  readonly kind: 'number' | 'integer' | 'float' | 'count';
  readonly default: number;
}

/** Every distribution is an overload of its own from here on, and takes only what one of its forms names. */
export const overloads = { since: '0.57' };

interface Options {
  readonly old?: string;
  readonly oldCounts?: readonly number[];
  readonly more?: readonly number[];
  readonly integers?: boolean;
  readonly since?: string;
}

/** `parameters` as in `n:integer p scale=1`: a kind other than number, a default. */
function row(
  names: string,
  draws: string,
  parameters: string,
  counts: readonly number[],
  sizeAfter: readonly number[],
  { old, oldCounts, more = [], integers, since }: Options = {},
): Distribution {
  const oldNames = (old ?? parameters).split(' ').map((word) => word.split(/[:=]/)[0]!);
  const words = parameters === '' ? [] : parameters.split(' ');
  return {
    names: names.split(' '),
    draws,
    parameters: words.map((word, i) => parameter(word, oldNames[i]!)),
    more,
    counts,
    sizeAfter,
    oldCounts,
    result: integers ? int64 : float64,
    since,
  };
}

function parameter(word: string, oldName: string): Parameter {
  const [declared, fallback] = word.split('=') as [string, string?];
  const [name, kind] = declared.split(':') as [string, Parameter['kind']?];
  return { name, oldName, kind: kind ?? 'number', default: Number(fallback ?? 0) };
}

/** `np.random` functions that draw one number or, with a size, an array of them. */
export const numpyDistributions: readonly Distribution[] = [
  row('random random_sample sample ranf', 'random', '', [0], [0]),
  row('normal', 'normal', 'loc=0 scale=1', [0, 1, 2], [2]),
  row('standard_normal', 'normal', '', [0], [0], { more: [0, 1] }),
  row('lognormal', 'lognormal', 'mean=0 sigma=1', [0, 1, 2], [2], { old: 'loc scale' }),
  row('uniform', 'uniform', 'low=0 high=1', [0, 2], [2], { old: 'a b', oldCounts: [2] }),
  row('exponential', 'exponential', 'scale=1', [0, 1], [1]),
  row('standard_exponential', 'exponential', '', [0], [0], { more: [1] }),
  row('gamma', 'gamma', 'shape scale=1', [1, 2], [2]),
  row('standard_gamma', 'gamma', 'shape', [1], [1], { old: 'a', more: [1] }),
  row('beta', 'beta', 'a b', [2], [2]),
  row('triangular', 'triangular', 'left mode right', [3], [3]),
  row('poisson', 'poisson', 'lam=1', [0, 1], [1], { integers: true }),
  row('binomial', 'binomial', 'n:integer p', [2], [2], { integers: true }),
  row('negative_binomial', 'negative_binomial', 'n:count p', [2], [], { integers: true, oldCounts: [2] }),
  row('hypergeometric', 'hypergeometric', 'ngood nbad nsample', [3], [3], { integers: true }),
  row('geometric', 'geometric', 'p', [1], [1], { old: 'a', integers: true }),
  row('logseries', 'logseries', 'p', [1], [1], { old: 'a', integers: true }),
  row('zipf', 'zipf', 'a:float', [1], [1], { integers: true }),
  row('chisquare', 'chisquare', 'df', [1], [1], { old: 'a' }),
  row('noncentral_chisquare', 'noncentral_chisquare', 'df nonc', [2], [2]),
  row('f', 'f', 'dfnum dfden', [2], [2], { old: 'a b' }),
  row('gumbel', 'gumbel', 'loc scale', [2], [2], { old: 'a b' }),
  row('laplace', 'laplace', 'loc=0 scale=1', [0, 1, 2], [2]),
  row('logistic', 'logistic', 'loc=0 scale=1', [0, 1, 2], [2]),
  row('pareto', 'pareto', 'a:float', [1], [1]),
  row('power', 'power', 'a', [1], [1]),
  row('rayleigh', 'rayleigh', 'scale=1', [0, 1], [1]),
  row('standard_cauchy', 'standard_cauchy', '', [0], [0]),
  row('standard_t', 'standard_t', 'df', [1], [1], { old: 'a' }),
  row('vonmises', 'vonmises', 'mu:float kappa:float', [2], [2], { old: 'a b' }),
  row('wald', 'wald', 'mean:float scale:float', [2], [2], { old: 'a b' }),
  row('weibull', 'weibull', 'a', [1], [1]),
];

/** Functions of Python's `random` module that draw one number. */
export const pythonDistributions: readonly Distribution[] = [
  row('random', 'random', '', [0], []),
  row('uniform', 'uniform', 'a b', [2], []),
  row('gauss normalvariate', 'normal', 'mu sigma', [2], [], { old: 'a b' }),
  row('lognormvariate', 'lognormal', 'mu:float sigma:float', [2], [], { old: 'a b' }),
  row('expovariate', 'expovariate', 'lambd:float', [1], [], { old: 'a' }),
  row('gammavariate', 'gamma', 'alpha beta', [2], [], { old: 'a b' }),
  row('betavariate', 'beta', 'alpha beta', [2], [], { old: 'a b' }),
  row('paretovariate', 'paretovariate', 'alpha:float', [1], [], { old: 'a' }),
  row('weibullvariate', 'weibullvariate', 'alpha beta', [2], [], { old: 'a b' }),
  row('vonmisesvariate', 'vonmises', 'mu:float kappa:float', [2], [], { old: 'a b' }),
];

export const prefixes: Readonly<Record<Generator, string>> = { numpy: 'numpy.random', python: 'random' };

/** From here on NumPy's algorithm draws binomials of a large mean. */
export const rejectsLargeBinomials = { since: '0.67' };

/** The function that draws, in that version of Numba. */
export function drawing({ draws }: Distribution, numba: string): string {
  const byRejection = isInVersion(rejectsLargeBinomials, numba);
  return draws === 'binomial' && !byRejection ? 'binomial_by_inversion' : draws;
}
