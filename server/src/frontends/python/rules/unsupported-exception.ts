import { plainHandler } from '../fixes/syntax';
import { bytecodeError } from './wording/bytecodeError';
import { defineRule } from './rule';

export const unsupportedException = defineRule('unsupported-exception', {
  severity: 'error',
  summary: 'An except clause that compiled code cannot have',
  why: `Compiled code understands \`except:\` and \`except Exception:\` only, and cannot keep the exception in a variable.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
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
    p.reason
      ? `${p.construct} cannot be compiled, because ${p.reason}: leave the name out.`
      : `${p.construct} cannot be compiled, because compiled code knows of an exception only that there is one: write 'except Exception'.`,
  wording: (p, context) =>
    p.reason
      ? {
          class: bytecodeError(context.numba),
          text: `Exception object cannot be stored into variable (${/as (\w+)/.exec(p.construct)?.[1]}).`,
        }
      : { text: "Exception matching is limited to <class 'Exception'>" },
  fixes: plainHandler,
});
