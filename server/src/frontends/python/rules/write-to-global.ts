import { returnGlobal } from '../fixes/globals';
import { bytecodeError } from './wording/bytecodeError';
import { defineRule } from './rule';

export const writeToGlobal = defineRule('write-to-global', {
  severity: 'error',
  summary: 'A write to a global',
  why: `Compiled code reads globals as constants and cannot write them. Return the new value instead.`,
  numba: { class: 'UnsupportedBytecodeError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


count = 0


@njit
def bump():
    global count
    count += 1


bump()
`,
    good: `from numba import njit


@njit
def bump(count):
    return count + 1


bump(0)
`,
  },
  message: (p) =>
    `Compiled code cannot assign the global '${p.subject}', because globals are constants to it: return the new value and assign it where the function is called.`,
  wording: (_, context) => ({
    class: bytecodeError(context.numba),
    text: 'Use of unsupported opcode (STORE_GLOBAL) found',
  }),
  fixes: returnGlobal,
});
