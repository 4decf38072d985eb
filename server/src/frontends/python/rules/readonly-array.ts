import { globalToParameter } from '../fixes/globals';
import { passCopy } from '../fixes/values';
import { typeName } from '../types/typeName';
import { defineRule } from './rule';

export const readonlyArray = defineRule('readonly-array', {
  severity: 'error',
  summary: 'A write to an array that cannot be written',
  why: `Arrays that a function reads from the module are frozen, and an array whose \`writeable\` flag is off keeps it. Pass the array as an argument, or copy it.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `import numpy as np
from numba import njit


TABLE = np.zeros(4)


@njit
def put(i):
    TABLE[i] = 1.0


put(0)
`,
    good: `import numpy as np
from numba import njit


TABLE = np.zeros(4)


@njit
def put(table, i):
    table[i] = 1.0


put(TABLE, 0)
`,
  },
  message: (p) =>
    `'${p.subject}' cannot be written: ${p.isGlobal ? 'compiled code sees global arrays as constants, so pass it as an argument' : 'it is a read-only array, so pass a copy or make a new array for the result'}.`,
  wording: (p) => ({
    text: `Cannot modify readonly array of type: ${p.type ? typeName(p.type) : p.subject}`,
  }),
  fixes: (p, context) => [...globalToParameter(p, context), ...passCopy(p, context)],
});
