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
  message: (p) =>
    `'${p.subject}' is passed ${p.type.kind === 'pyobject' && p.type.what ? p.type.what : typeName(p.type)}, which cannot enter compiled code. Numba: non-precise type pyobject`,
});
