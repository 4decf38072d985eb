import { typeName } from '../types/typeName';
import { defineRule } from './rule';

export const unknownAttribute = defineRule('unknown-attribute', {
  severity: 'error',
  summary: 'An attribute or method the type does not have in compiled code',
  why: `Compiled code knows fewer attributes and methods than Python does, and none at all on Python objects.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def f(a):
    return a.tolist()


f(np.ones(3))
`,
    good: `import numpy as np
from numba import njit


@njit
def f(a):
    return list(a)


f(np.ones(3))
`,
  },
  message: (p) =>
    `'${p.attribute}' does not exist on ${typeName(p.type)} in compiled code. Numba: unknown attribute '${p.attribute}' of type ${typeName(p.type)}`,
});
