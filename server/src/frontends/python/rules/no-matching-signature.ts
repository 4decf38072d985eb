import { removeSignature } from '../fixes/removeOption';
import type { NumbaType } from '../types/numbaType';
import { plainType } from './plainType';
import { typeName } from '../types/typeName';
import { defineRule, listWords } from './rule';

export const noMatchingSignature = defineRule('no-matching-signature', {
  severity: 'error',
  summary: 'A call that no explicit signature accepts',
  why: `With explicit signatures Numba compiles for those types only and rejects everything that does not convert to them.`,
  numba: { class: 'TypeError' },
  example: {
    bad: `from numba import njit


@njit("int64(int64)")
def f(x):
    return x


f("4")
`,
    good: `from numba import njit


@njit("int64(int64)")
def f(x):
    return x


f(4)
`,
  },
  message: (p) =>
    `${p.callee}() is compiled for ${listWords(p.signatures)} only, and is passed (${p.types.map(plainType).join(', ')}${strided(p.types)}): leave the signature out, or declare one for these types.`,
  wording: (p) => ({
    text: `No matching definition for argument type(s) ${p.types.map(typeName).join(', ')}`,
  }),
  fixes: removeSignature,
});

/** An array that is not contiguous looks the same in plain words as one that is. */
function strided(types: readonly NumbaType[]): string {
  return types.some((one) => one.kind === 'array' && one.layout === 'A') ? ', not contiguous' : '';
}
