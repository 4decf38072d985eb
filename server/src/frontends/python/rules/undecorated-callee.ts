import { decorateCallee } from '../fixes/decorateCallee';
import { defineRule } from './rule';

export const undecoratedCallee = defineRule('undecorated-callee', {
  severity: 'error',
  summary: 'Compiled code calls a function that is not compiled',
  why: `Code in nopython mode can only call functions that are compiled themselves. Decorate the callee with \`@njit\`.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


def scale(v):
    return 2.0 * v


@njit
def total(x):
    return scale(x)


total(1.5)
`,
    good: `from numba import njit


@njit
def scale(v):
    return 2.0 * v


@njit
def total(x):
    return scale(x)


total(1.5)
`,
  },
  message: (p) =>
    `${p.subject}() is called from compiled code but is not compiled itself: decorate it with @njit.`,
  wording: (p) => ({
    text: `Untyped global name '${p.subject}': Cannot determine Numba type of <class 'function'>`,
  }),
  fixes: (p, context) => decorateCallee(p.callee, context),
});
