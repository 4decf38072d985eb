import { typeName } from '../types/typeName';
import { defineRule } from './rule';

export const unsupportedIndex = defineRule('unsupported-index', {
  severity: 'error',
  summary: 'An index the container does not take',
  why: `Arrays take integers, slices, \`...\`, one integer or boolean array; lists take integers and slices; tuples of mixed types take constants only. \`/\` always gives a float: use \`//\` for an index.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def middle(a):
    return a[len(a) / 2]


middle(np.ones(3))
`,
    good: `import numpy as np
from numba import njit


@njit
def middle(a):
    return a[len(a) // 2]


middle(np.ones(3))
`,
  },
  message: (p) =>
    `${typeName(p.type)} cannot be ${p.store ? 'assigned at' : 'indexed by'} ${typeName(p.index)}${p.reason ? `: ${p.reason}` : ''}. Numba: no implementation of function <built-in function ${p.store ? 'setitem' : 'getitem'}>`,
});
