import { operatorFixes } from '../fixes/operators';
import { operatorAdvice, operatorWording } from './wording/operatorAdvice';
import { plainType } from './plainType';
import { defineRule, listWords } from './rule';

export const unsupportedOperator = defineRule('unsupported-operator', {
  severity: 'error',
  summary: 'An operator that these types do not have',
  why: `Numba has no implementation of the operator for these operands. Usually one of them is not what it seems: a string where a number was meant, \`None\` from a function that returns nothing, a list where an array was meant.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def f(n):
    return "n = " + n


f(3)
`,
    good: `from numba import njit


@njit
def f(n):
    return "n = " + str(n)


f(3)
`,
  },
  message: (p) =>
    `There is no '${p.operator}' for ${listWords(p.types.map(plainType))} in compiled code: ${operatorAdvice(p)}.`,
  wording: operatorWording,
  fixes: operatorFixes,
});
