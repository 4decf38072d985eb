import { defineRule } from './rule';

export const badSignature = defineRule('bad-signature', {
  severity: 'error',
  summary: 'A signature that does not say types',
  why: `Signatures name Numba's types: \`int32(int32, int32)\`, \`float64[:, ::1]\`, \`"void(float64[:])"\`.`,
  numba: { class: 'TypeError' },
  example: {
    bad: `from numba import njit


@njit("int46(int64)")
def f(x):
    return x
`,
    good: `from numba import njit


@njit("int64(int64)")
def f(x):
    return x
`,
  },
  message: (p) =>
    `The signature ${p.text} cannot be read: ${p.reason}. Write it as "result(argument, ...)", such as "float64(float64[:], int64)".`,
});
