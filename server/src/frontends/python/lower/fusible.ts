import type { Resolution } from '../infer/typedFunction';

const operators = new Set(
  (
    'add sub mul truediv floordiv mod pow and_ or_ xor lshift rshift neg pos invert ' + 'lt le gt ge eq ne'
  ).split(' '),
);

const ufuncs = new Set(
  (
    'add subtract multiply divide true_divide floor_divide negative positive power float_power remainder mod fmod ' +
    'absolute abs fabs rint sign conj conjugate exp exp2 log log2 log10 expm1 log1p sqrt square cbrt reciprocal ' +
    'sin cos tan arcsin arccos arctan arctan2 hypot sinh cosh tanh arcsinh arccosh arctanh deg2rad rad2deg degrees ' +
    'radians bitwise_and bitwise_or bitwise_xor bitwise_not invert left_shift right_shift greater greater_equal less ' +
    'less_equal not_equal equal logical_and logical_or logical_xor logical_not maximum minimum fmax fmin isfinite ' +
    'isinf isnan signbit copysign nextafter ldexp floor ceil trunc spacing gcd lcm logaddexp logaddexp2'
  ).split(' '),
);

/**
 * Whether the operation goes element by element over arrays, so that operations nested in it can share its loop: the
 * operators and ufuncs that Numba's array-expression rewrite joins.
 */
export function isFusible(resolution: Resolution): boolean {
  if (resolution.kind !== 'library' || resolution.result.kind !== 'array') return false;
  const { name } = resolution.function;
  if (name.startsWith('operator.')) return operators.has(name.slice('operator.'.length));
  if (!name.startsWith('numpy.')) return false;
  return ufuncs.has(name.slice('numpy.'.length)) && !resolution.args.some((arg) => isOutput(arg.name));
}

/** Whether the operation takes the elements of its array one by one, so that the array need not be made. */
export function takesElements(resolution: Resolution): boolean {
  if (resolution.kind !== 'library' || resolution.result.kind === 'array') return false;
  const { name } = resolution.function;
  return name === 'numpy.sum' || name === 'array.sum';
}

function isOutput(name: string): boolean {
  return name === 'out';
}
