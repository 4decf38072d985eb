import { signPrangeIndex } from '../fixes/prangeIndex';
import { defineRule } from './rule';

export const unsignedPrangeIndex = defineRule('unsigned-prange-index', {
  severity: 'error',
  summary: 'An index that is unsigned on one path and signed on the other, in a prange loop',
  why: `The counter of a parallel loop that starts at 0 is an unsigned integer (\`uint64\`), and \`n - i\` a signed one. No integer type holds both, so a value that may be either becomes a float, which is not an index. The failure comes late, while Numba compiles the parallel loop.`,
  numba: { class: 'TypingError' },
  example: {
    bad: `import numpy as np
from numba import njit, prange


@njit(parallel=True)
def flip(a, back):
    out = np.zeros(len(a))
    n = len(a)
    for i in prange(n):
        out[i] = a[n - i - 1 if back else i]
    return out


flip(np.ones(4), True)
`,
    good: `import numpy as np
from numba import njit, prange


@njit(parallel=True)
def flip(a, back):
    out = np.zeros(len(a))
    n = len(a)
    for i in prange(n):
        out[i] = a[n - i - 1 if back else np.int64(i)]
    return out


flip(np.ones(4), True)
`,
  },
  message: (p) =>
    `'${p.subject}' becomes a float and cannot be an index: the counter '${p.index}' of prange has no sign, the other value has, and no integer type holds both. Write np.int64(${p.index}).`,
  wording: () => ({ text: `Unsupported array index type float64 in [float64]` }),
  fixes: signPrangeIndex,
});
