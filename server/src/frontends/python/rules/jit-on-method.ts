import { methodToFunction } from '../fixes/methodToFunction';
import { defineRule } from './rule';

export const jitOnMethod = defineRule('jit-on-method', {
  severity: 'error',
  summary: 'A decorated method',
  why: `\`self\` is a Python object, which has no Numba type. Move the numeric part to a function of the module and call it from the method.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


class Sim:
    @njit
    def step(self, x):
        return 2.0 * x


Sim().step(1.0)
`,
    good: `from numba import njit


@njit
def _step(x):
    return 2.0 * x


class Sim:
    def step(self, x):
        return _step(x)


Sim().step(1.0)
`,
  },
  message: (p) =>
    `A method cannot be compiled, because 'self' is a Python object: move the numeric part to a function outside the class and pass it the numbers${p.function?.inClass ? ` that it reads from ${p.function.inClass}` : ''}, or make the class a jitclass.`,
  wording: (p) => ({
    text: `non-precise type pyobject for argument 0: Cannot determine Numba type of <class '${p.function?.inClass ?? 'object'}'>`,
  }),
  fixes: methodToFunction,
});
