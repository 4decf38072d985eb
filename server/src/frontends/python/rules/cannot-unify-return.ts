import { returnEmptySlice } from '../fixes/unify';
import { plainType } from './plainType';
import { typeName } from '../types/typeName';
import { defineRule, listWords } from './rule';
import { containerAssertion } from './wording/containerAssertion';

export const cannotUnifyReturn = defineRule('cannot-unify-return', {
  severity: 'error',
  summary: 'Return statements of types that do not go together',
  why: `All \`return\` statements of a compiled function give one type. Numbers widen and \`None\` makes the type optional; an array and a number cannot be brought together.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def f(a):
    if a.size == 0:
        return 0
    return a * 2.0


f(np.ones(3))
`,
    good: `import numpy as np
from numba import njit


@njit
def f(a):
    if a.size == 0:
        return np.zeros(0)
    return a * 2.0


f(np.ones(3))
`,
  },
  message: (p) =>
    `This function returns ${listWords(p.types.map(plainType))}, and compiled code returns one type: return the same kind of value on every path.`,
  wording: (p) =>
    containerAssertion(p.types) ?? {
      text: `Can't unify return type from the following types: ${p.types.map(typeName).join(', ')}`,
    },
  fixes: returnEmptySlice,
});
