import { float64, int64, type NumbaType } from '../../types/numbaType';

/** A distribution of numpy.random.Generator: its parameters, all real numbers, and the function that draws from it. */
export interface GeneratorDistribution {
  readonly name: string;
  readonly draws: string;
  readonly parameters: readonly { readonly name: string; readonly default?: number }[];
  readonly result: NumbaType;
  /** The function that draws float32; absent: it takes no `dtype`. */
  readonly single?: string;
  readonly since?: string;
  readonly until?: string;
}

interface Options {
  readonly draws?: string;
  readonly single?: string;
  readonly since?: string;
  readonly until?: string;
}

/** `parameters` as in `mean sigma=1`. */
function row(
  name: string,
  parameters: string,
  { draws = name, ...more }: Options = {},
): GeneratorDistribution {
  const words = parameters === '' ? [] : parameters.split(' ');
  return { name, draws, parameters: words.map(parameter), result: float64, since: '0.57', ...more };
}

function counting(name: string, parameters: string, options?: Options): GeneratorDistribution {
  return { ...row(name, parameters, options), result: int64 };
}

function parameter(word: string): GeneratorDistribution['parameters'][number] {
  const [name, fallback] = word.split('=') as [string, string?];
  return fallback === undefined ? { name } : { name, default: Number(fallback) };
}

export const generatorDistributions: readonly GeneratorDistribution[] = [
  row('random', '', { draws: 'next_double', single: 'next_float', since: '0.56' }),
  row('standard_normal', '', { single: 'standard_normal_single' }),
  row('standard_gamma', 'shape', { single: 'standard_gamma_single' }),
  row('normal', 'loc=0 scale=1'),
  row('uniform', 'low=0 high=1'),
  row('exponential', 'scale=1'),
  row('gamma', 'shape scale=1'),
  row('beta', 'a b'),
  row('f', 'dfnum dfden'),
  row('chisquare', 'df'),
  row('standard_cauchy', ''),
  row('pareto', 'a'),
  row('weibull', 'a'),
  row('power', 'a'),
  row('laplace', 'loc=0 scale=1'),
  row('logistic', 'loc=0 scale=1'),
  row('lognormal', 'mean=0 sigma=1'),
  row('rayleigh', 'scale=1'),
  row('standard_t', 'df'),
  row('wald', 'mean scale'),
  row('triangular', 'left mode right'),
  row('noncentral_chisquare', 'df nonc'),
  row('noncentral_f', 'dfnum dfden nonc'),
  counting('geometric', 'p'),
  counting('zipf', 'a', { draws: 'old_zipf', until: '0.61' }),
  counting('zipf', 'a', { since: '0.61' }),
  counting('poisson', 'lam'),
  counting('negative_binomial', 'n p'),
  counting('logseries', 'p'),
  counting('binomial', 'n p', { since: '0.58' }),
];
