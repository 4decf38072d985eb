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
    `Compiled code cannot assign the global '${p.subject}': return the new value. Numba: Use of unsupported opcode (STORE_GLOBAL) found`,
});
