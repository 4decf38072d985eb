import { defineRule } from './rule';

export const untypedGlobal = defineRule('untyped-global', {
  severity: 'error',
  summary: 'A global that has no Numba type',
  why: `Compiled code can read numbers, strings, tuples and NumPy arrays from the module; it freezes their value when it compiles. Dicts, lists, classes and other Python objects have no Numba type. Pass what the function needs as an argument, or use a tuple or an array.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


PARAMS = {"k": 2.0}


@njit
def energy(x):
    return PARAMS["k"] * x


energy(3.0)
`,
    good: `from numba import njit


K = 2.0


@njit
def energy(x):
    return K * x


energy(3.0)
`,
  },
  message: (p) =>
    `'${p.subject}' is ${p.what}, which compiled code cannot use. Numba: untyped global name '${p.subject}'`,
});
