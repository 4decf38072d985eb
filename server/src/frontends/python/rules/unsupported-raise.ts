import { defineRule } from './rule';

export const unsupportedRaise = defineRule('unsupported-raise', {
  severity: 'error',
  summary: 'A raise that compiled code cannot make',
  why: `Compiled code raises exception classes and instances of them.`,
  numba: { class: 'UnsupportedError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def f(x):
    if x < 0:
        raise "negative"
    return x


f(1)
`,
    good: `from numba import njit


@njit
def f(x):
    if x < 0:
        raise ValueError("negative")
    return x


f(1)
`,
  },
  message: (p) => `This raise does not compile: ${p.reason}`,
});
