import { removeTry } from '../fixes/syntax';
import { bytecodeError } from './wording/bytecodeError';
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
  message: (p) => `This raise cannot be compiled: ${raiseAdvice(p.reason)}.`,
  wording: (p, context) => ({ class: bytecodeError(context.numba), text: raiseWording(p.reason) }),
  fixes: removeTry,
});

function raiseAdvice(reason: string): string {
  if (/re-raising/.test(reason))
    return 'compiled code does not keep the exception it caught, so raise a new one, or leave the try out';
  if (/from/.test(reason)) return "an exception of compiled code has no cause, so leave 'from ...' out";
  return reason;
}

function raiseWording(reason: string): string {
  return /re-raising/.test(reason) ? 'The re-raising of an exception is not yet supported.' : reason;
}
