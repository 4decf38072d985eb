import { passedValueFixes } from '../fixes/passedValue';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { plainType, pythonObject } from './plainType';
import { defineRule, type NumbaWording } from './rule';

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
    `'${subject}' is passed ${plainName(type)}, which cannot enter compiled code: ${argumentAdvice(type)}.`,
  wording: ({ type }) => numbaWords(type),
  fixes: passedValueFixes,
});

function plainName(type: NumbaType): string {
  if (type.kind === 'pyobject') return pythonObject(type.what);
  if (type.kind === 'array' && type.dtype.kind === 'pyobject')
    return 'an array of Python objects (dtype=object)';
  return plainType(type);
}

/** What to pass instead, by what is passed. */
function argumentAdvice(type: NumbaType): string {
  if (type.kind === 'array')
    return type.dtype.kind === 'float'
      ? 'Numba has no float16 on the CPU, so pass .astype(np.float32)'
      : 'pass an array of numbers, made with dtype=np.float64';
  if (type.kind === 'list') return 'pass a NumPy array, or a typed list of typed lists';
  if (type.kind !== 'pyobject') return 'pass numbers or arrays';
  const what = type.what ?? '';
  if (/dict/.test(what)) return 'pass the values that the function reads as arguments of their own';
  if (/masked/.test(what)) return 'pass its .data and its .mask as two arrays';
  if (/^a list that mixes/.test(what)) return 'make all elements one type, or pass a NumPy array';
  if (/function|lambda/.test(what)) return 'decorate it with @njit';
  return 'pass the numbers and arrays that the function reads from it';
}

function numbaWords(type: NumbaType): NumbaWording {
  if (type.kind === 'pyobject' && type.refusal)
    return {
      class: type.refusal.startsWith('Unsupported array') ? 'NumbaTypeError' : 'TypeError',
      text: type.refusal,
    };
  if (type.kind === 'list')
    return {
      class: 'TypeError',
      text: `cannot reflect element of reflected container: ${typeName(type)}`,
    };
  const element = type.kind === 'array' ? type.dtype : type;
  return element.kind === 'float'
    ? { class: 'NotImplementedError', text: 'float16' }
    : { text: `non-precise type ${typeName(type)}` };
}
