import { keepUnsigned } from '../fixes/integers';
import { defineRule } from './rule';

export const unsignedMix = defineRule('unsigned-mix', {
  severity: 'warning',
  summary: 'A signed and an unsigned 64-bit integer in one variable become a float',
  why: `No integer type holds all of \`uint64\` and of a signed integer, so a variable that is the one on some path and the other elsewhere becomes \`float64\`, which holds 53 bits: large values lose digits, and bit operations fail. A literal and everything computed with it is signed.`,
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def drop(x):
    if x > 8:
        x = x - 8
    return x


drop(np.uint64(9))
`,
    good: `import numpy as np
from numba import njit


@njit
def drop(x):
    if x > 8:
        x = x - np.uint64(8)
    return x


drop(np.uint64(9))
`,
  },
  message: (p) =>
    `'${p.subject}' is an unsigned integer on one path and a signed one on another, so it becomes a float and loses digits beyond 2**53: keep it unsigned, np.uint64(...) around what is assigned and its constants.`,
  fixes: keepUnsigned,
});
