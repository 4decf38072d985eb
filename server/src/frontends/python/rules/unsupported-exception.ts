import { defineRule } from './rule';

export const unsupportedException = defineRule('unsupported-exception', {
  severity: 'error',
  summary: 'An except clause that compiled code cannot have',
  why: `Compiled code understands \`except:\` and \`except Exception:\` only, and cannot keep the exception in a variable.`,
  numba: { class: 'UnsupportedError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def f(a, b):
    try:
        return a // b
    except ZeroDivisionError:
        return 0


f(1, 2)
`,
    good: `from numba import njit


@njit
def f(a, b):
    try:
        return a // b
    except Exception:
        return 0


f(1, 2)
`,
  },
  message: (p) =>
    `${p.construct} does not compile${p.reason ? `: ${p.reason}` : ''}: only 'except:' and 'except Exception:' do. Numba: exception matching is limited to <class 'Exception'>`,
});
