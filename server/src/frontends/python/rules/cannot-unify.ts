import { startWithArray } from '../fixes/unify';
import { plainType } from './plainType';
import { typeName } from '../types/typeName';
import { defineRule, listWords } from './rule';
import { containerAssertion } from './wording/containerAssertion';

export const cannotUnify = defineRule('cannot-unify', {
  severity: 'error',
  summary: 'One variable, two types that do not go together',
  why: `A variable in compiled code has one type wherever paths meet. Numbers widen (\`int64\` and \`float64\` become \`float64\`); a number and an array, or a string and a number, do not. Give the second value a name of its own, or start with a value of the final type.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def f(flag):
    if flag:
        x = 1
    else:
        x = "one"
    return x


f(True)
`,
    good: `from numba import njit


@njit
def f(flag):
    if flag:
        x = 1
    else:
        x = 2
    return x


f(True)
`,
  },
  message: (p) =>
    `'${p.subject}' is ${listWords(p.types.map(plainType))} on different paths, and a variable of compiled code has one type: start with a value of the final type, or give the second value a name of its own.`,
  wording: (p) =>
    containerAssertion(p.types) ?? {
      text: `Cannot unify ${p.types.map(typeName).join(' and ')} for '${p.subject}'`,
    },
  fixes: startWithArray,
});
