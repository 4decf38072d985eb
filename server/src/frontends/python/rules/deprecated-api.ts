import { generatedJitToOverload } from '../fixes/generatedJitToOverload';
import { defineRule } from './rule';

export const deprecatedApi = defineRule('deprecated-api', {
  severity: 'information',
  summary: 'A function of Numba that a later version takes away',
  why: `\`generated_jit\` is deprecated from Numba 0.57 on and gone in 0.59; \`numba.extending.overload\` does the same and stays.`,
  numba: { class: 'NumbaDeprecationWarning' },
  since: '0.57',
  until: '0.59',
  example: {
    bad: `from numba import generated_jit, types


@generated_jit(nopython=True)
def half(x):
    if isinstance(x, types.Integer):
        return lambda x: x // 2
    return lambda x: x / 2


half(3)
`,
    good: `from numba import njit


@njit
def half(x):
    return x / 2


half(3)
`,
  },
  message: (p) =>
    `${p.name} is deprecated and goes away in Numba ${p.removedIn}: use ${p.instead}, which does the same.`,
  wording: () => ({
    text: 'numba.generated_jit is deprecated. Please see the documentation at: .../reference/deprecation.html#deprecation-of-generated-jit',
  }),
  fixes: generatedJitToOverload,
});
