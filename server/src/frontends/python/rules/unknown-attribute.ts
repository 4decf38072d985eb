import { formatToFString } from '../fixes/syntax';
import { unliteral } from '../types/unliteral';
import { plainType } from './plainType';
import { typeName } from '../types/typeName';
import { defineRule, type ProblemOf, sentence } from './rule';

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
    `${sentence(plainType(p.type))} has no '${p.attribute}' in compiled code${attributeAdvice(p)}.`,
  wording: (p) => ({ text: `Unknown attribute '${p.attribute}' of type ${typeName(p.type)}` }),
  fixes: formatToFString,
});

function attributeAdvice({ attribute, type }: ProblemOf<'unknown-attribute'>): string {
  const plain = unliteral(type);
  if (plain.kind === 'unicode' && attribute === 'format') return ', so use an f-string';
  if (plain.kind === 'array')
    return ': Numba has a part of the methods of arrays, so use a function of NumPy or a loop';
  if (plain.kind === 'module') return ': Numba has a part of this module';
  return '';
}
