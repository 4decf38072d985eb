import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { defineRule } from './rule';

export const untypedArgument = defineRule('untyped-argument', {
  severity: 'error',
  summary: 'An argument that has no Numba type',
  why: `Numbers, strings, tuples, NumPy arrays, lists of one type, typed containers, jitclass instances and named tuples can be passed. Dicts, plain objects and functions that are not compiled cannot.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def energy(params, x):
    return params["k"] * x


energy({"k": 2.0}, 3.0)
`,
    good: `from numba import njit


@njit
def energy(k, x):
    return k * x


energy(2.0, 3.0)
`,
  },
  message: ({ subject, type }) =>
    `'${subject}' is passed ${plainName(type)}, which cannot enter compiled code. Numba: ${numbaWords(type)}`,
});

function plainName(type: NumbaType): string {
  if (type.kind === 'pyobject' && type.what) return type.what;
  if (type.kind === 'array' && type.dtype.kind === 'pyobject')
    return 'an array of Python objects (dtype=object)';
  return typeName(type);
}

function numbaWords(type: NumbaType): string {
  if (type.kind === 'pyobject' && type.refusal) return type.refusal;
  const element = type.kind === 'array' ? type.dtype : type;
  return element.kind === 'float' ? 'NotImplementedError: float16' : `non-precise type ${typeName(type)}`;
}
