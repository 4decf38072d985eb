import { indexFixes } from '../fixes/indices';
import { compareVersions } from '../library/version';
import type { NumbaType } from '../types/numbaType';
import { unliteral } from '../types/unliteral';
import { plainType } from './plainType';
import { typeName } from '../types/typeName';
import { defineRule, type ProblemOf, sentence } from './rule';

export const unsupportedIndex = defineRule('unsupported-index', {
  severity: 'error',
  summary: 'An index the container does not take',
  why: `Arrays take integers, slices, \`...\`, one integer or boolean array; lists take integers and slices; tuples of mixed types take constants only. \`/\` always gives a float: use \`//\` for an index.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def middle(a):
    return a[len(a) / 2]


middle(np.ones(3))
`,
    good: `import numpy as np
from numba import njit


@njit
def middle(a):
    return a[len(a) // 2]


middle(np.ones(3))
`,
  },
  message: (p) =>
    `${sentence(plainType(p.type))} cannot be ${p.store ? 'assigned at' : 'indexed by'} ${plainType(p.index)}: ${indexAdvice(p)}.`,
  wording: (p, context) => {
    // Error capturing of the new style lets the assertion of its mask code through, with no text.
    if (isMask(p) && compareVersions(context.numba, '0.60') >= 0)
      return { class: 'AssertionError', text: '(no message, no line)' };
    const name = p.store ? 'setitem' : 'getitem';
    return {
      text: `No implementation of function Function(<built-in function ${name}>) found for signature: ${name}(${typeName(p.type)}, ${typeName(p.index)})`,
    };
  },
  fixes: indexFixes,
});

function indexAdvice({ type, index, reason, store }: ProblemOf<'unsupported-index'>): string {
  const plain = unliteral(index);
  if (type.kind === 'literalDict' || type.kind === 'literalList')
    return 'compiled code keeps it as a constant, so give all values one type';
  if (plain.kind === 'float') return 'an index is an integer, so divide with // or convert with int()';
  if (plain.kind === 'array' && plain.dtype.kind === 'bool' && plain.ndim > 1)
    return store
      ? 'a mask has one dimension here, so write a loop'
      : 'a mask has one dimension here, so take a.ravel()[mask.ravel()]';
  if (plain.kind === 'tuple' && plain.elements.some((one) => one.kind === 'none'))
    return 'Numba takes None and np.newaxis as an index from 0.65 on, so use reshape';
  if (isCrowdedMask(plain) && store === false)
    return 'a mask beside another array can be stored through only from 0.61 on, and never be read through, so gather the elements in a loop';
  if (plain.kind === 'tuple' && plain.elements.filter((one) => one.kind === 'array').length > 1)
    return 'Numba takes more than one array as an index from 0.66 on, so gather the elements in a loop';
  return reason ?? 'convert the index to an integer, a slice or an array of integers';
}

function isMask({ index, type }: ProblemOf<'unsupported-index'>): boolean {
  return type.kind === 'array' && index.kind === 'array' && index.dtype.kind === 'bool' && index.ndim > 1;
}

function isCrowdedMask(index: NumbaType): boolean {
  if (index.kind !== 'tuple') return false;
  const arrays = index.elements.filter((one) => one.kind === 'array');
  return arrays.length > 1 && arrays.some((one) => one.dtype.kind === 'bool');
}
