import { plainType } from './plainType';
import { typeName } from '../types/typeName';
import { defineRule } from './rule';

export const notCallable = defineRule('not-callable', {
  severity: 'error',
  summary: 'A call of something that is not a function',
  why: `Only functions, methods, types and exception classes can be called in compiled code.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def f(x):
    return x(1)


f(2)
`,
    good: `from numba import njit


@njit
def f(x):
    return x * 1


f(2)
`,
  },
  message: (p) => `This is ${plainType(p.type)}, not a function, so it cannot be called.`,
  wording: (p) => ({ text: `${typeName(p.type)} is not callable` }),
});
