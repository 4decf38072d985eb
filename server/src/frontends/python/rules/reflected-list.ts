import { reflectedListFixes } from '../fixes/reflectedList';
import { defineRule } from './rule';

export const reflectedList = defineRule('reflected-list', {
  severity: 'warning',
  summary: 'A Python list passed to compiled code is copied both ways',
  why: `Numba converts every element when the call begins and writes the whole list back when it ends ('reflection'), at about a microsecond an element. It is scheduled for deprecation. A NumPy array is passed without a copy; \`numba.typed.List\` is converted once.`,
  numba: { class: 'NumbaPendingDeprecationWarning' },
  example: {
    bad: `from numba import njit


@njit
def total(xs):
    s = 0
    for x in xs:
        s += x
    return s


values = [1, 2, 3]
total(values)
`,
    good: `import numpy as np
from numba import njit


@njit
def total(xs):
    s = 0
    for x in xs:
        s += x
    return s


values = np.array([1, 2, 3])
total(values)
`,
  },
  message: (p) =>
    `The list passed as '${p.parameter}' is converted element by element on every call of ${p.callee}() and copied back, at about a microsecond an element: pass a NumPy array, or a numba.typed.List.`,
  wording: (p) => ({
    text: `Encountered the use of a type that is scheduled for deprecation: type 'reflected list' found for argument '${p.parameter}' of function '${p.callee}'.`,
  }),
  fixes: reflectedListFixes,
});
