import { typeName } from '../types/typeName';
import { defineRule, listWords } from './rule';

export const ambiguousSignature = defineRule('ambiguous-signature', {
  severity: 'error',
  summary: 'A call that several signatures fit equally well',
  why: `Numba picks the signature that needs the least conversion. Here several tie, and it refuses to choose.`,
  numba: { class: 'TypeError' },
  example: {
    bad: `from numba import njit


@njit(["int32(int32, float32)", "int32(float32, int32)"])
def f(x, y):
    return 1


f(True, True)
`,
    good: `from numba import njit


@njit(["int32(int32, float32)", "int32(float32, int32)"])
def f(x, y):
    return 1
`,
  },
  message: (p) =>
    `${listWords(p.signatures)} fit these arguments equally well, so Numba cannot choose: convert an argument, or declare a signature that fits exactly.`,
  wording: (p) => ({ text: `Ambiguous overloading for ${p.callee} (${p.types.map(typeName).join(', ')})` }),
});
