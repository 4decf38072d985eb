import { generatedJitToOverload } from '../fixes/generatedJitToOverload';
import { defineRule } from './rule';

export const removedApi = defineRule('removed-api', {
  severity: 'error',
  summary: 'Something that this version of Numba no longer has',
  why: `The name was deprecated and then removed. Importing it fails in newer versions.`,
  numba: { class: 'ImportError' },
  example: {
    bad: `from numba import generated_jit, types


@generated_jit(nopython=True)
def f(x):
    if isinstance(x, types.Float):
        return lambda x: x
    return lambda x: 0
`,
    good: `from numba import types
from numba.extending import overload


def f(x):
    raise NotImplementedError


@overload(f)
def f_overload(x):
    if isinstance(x, types.Float):
        return lambda x: x
    return lambda x: 0
`,
  },
  message: (p, context) =>
    `${p.name} was removed in Numba ${p.removedIn}, and the version in force is ${context.numba}: use ${p.instead}.`,
  wording: (p) => ({ text: `cannot import name '${p.name.split('.').at(-1)}' from 'numba'` }),
  fixes: generatedJitToOverload,
});
