import { float64, int64, type NumbaType } from '../../types/numbaType';
import type { Generator } from './state';

/** A distribution: how many parameters may be given, what the missing ones are, and the function that draws from it. */
export interface Distribution {
  readonly names: readonly string[];
  /** The function of `generator.py`. */
  readonly draws: string;
  readonly parameters: readonly Parameter[];
  /** Counts of parameters that a call may give without a size. */
  readonly counts: readonly number[];
  /** Numbers of leading parameters after which a size may follow. */
  readonly sizeAfter: readonly number[];
  readonly result: NumbaType;
}

export interface Parameter {
  readonly kind: 'number' | 'integer';
  readonly default?: number;
}

const number = (fallback?: number): Parameter => ({ kind: 'number', default: fallback });
const integer = (fallback?: number): Parameter => ({ kind: 'integer', default: fallback });

/** `np.random` functions that draw one number or, with a size, an array of them. */
export const numpyDistributions: readonly Distribution[] = [
  {
    names: ['random', 'random_sample', 'sample', 'ranf'],
    draws: 'random',
    parameters: [],
    counts: [0],
    sizeAfter: [0],
    result: float64,
  },
  {
    names: ['normal'],
    draws: 'normal',
    parameters: [number(0), number(1)],
    counts: [0, 1, 2],
    sizeAfter: [2],
    result: float64,
  },
  {
    names: ['standard_normal'],
    draws: 'normal',
    parameters: [number(0), number(1)],
    counts: [0],
    sizeAfter: [0],
    result: float64,
  },
  {
    names: ['lognormal'],
    draws: 'lognormal',
    parameters: [number(0), number(1)],
    counts: [0, 1, 2],
    sizeAfter: [2],
    result: float64,
  },
  {
    names: ['uniform'],
    draws: 'uniform',
    parameters: [number(0), number(1)],
    counts: [0, 2],
    sizeAfter: [2],
    result: float64,
  },
  {
    names: ['exponential'],
    draws: 'exponential',
    parameters: [number(1)],
    counts: [0, 1],
    sizeAfter: [1],
    result: float64,
  },
  {
    names: ['standard_exponential'],
    draws: 'exponential',
    parameters: [number(1)],
    counts: [0],
    sizeAfter: [0],
    result: float64,
  },
  {
    names: ['gamma'],
    draws: 'gamma',
    parameters: [number(), number(1)],
    counts: [1, 2],
    sizeAfter: [2],
    result: float64,
  },
  {
    names: ['standard_gamma'],
    draws: 'gamma',
    parameters: [number(), number(1)],
    counts: [1],
    sizeAfter: [1],
    result: float64,
  },
  {
    names: ['beta'],
    draws: 'beta',
    parameters: [number(), number()],
    counts: [2],
    sizeAfter: [2],
    result: float64,
  },
  {
    names: ['triangular'],
    draws: 'triangular',
    parameters: [number(), number(), number()],
    counts: [3],
    sizeAfter: [3],
    result: float64,
  },
  {
    names: ['poisson'],
    draws: 'poisson',
    parameters: [number(1)],
    counts: [0, 1],
    sizeAfter: [1],
    result: int64,
  },
  {
    names: ['binomial'],
    draws: 'binomial',
    parameters: [integer(), number()],
    counts: [2],
    sizeAfter: [2],
    result: int64,
  },
];

/** Functions of Python's `random` module that draw one number. */
export const pythonDistributions: readonly Distribution[] = [
  python('random', 'random', []),
  python('uniform', 'uniform', [number(), number()]),
  python('gauss', 'normal', [number(), number()]),
  python('normalvariate', 'normal', [number(), number()]),
  python('lognormvariate', 'lognormal', [number(), number()]),
  python('expovariate', 'expovariate', [number()]),
  python('gammavariate', 'gamma', [number(), number()]),
  python('betavariate', 'beta', [number(), number()]),
];

function python(name: string, draws: string, parameters: readonly Parameter[]): Distribution {
  return { names: [name], draws, parameters, counts: [parameters.length], sizeAfter: [], result: float64 };
}

export const prefixes: Readonly<Record<Generator, string>> = { numpy: 'numpy.random', python: 'random' };
