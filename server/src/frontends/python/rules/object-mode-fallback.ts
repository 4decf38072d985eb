import { forceObjectMode } from '../fixes/forceObjectMode';
import { defineRule } from './rule';

export const objectModeFallback = defineRule('object-mode-fallback', {
  severity: 'warning',
  summary: '@jit falls back to object mode when it cannot compile',
  why: `Before Numba 0.59 a plain \`@jit\` that cannot be compiled runs as slow Python code ('object mode') with only a warning. \`@njit\` fails loudly instead.`,
  numba: { class: 'NumbaWarning', step: 'object mode' },
  until: '0.59',
  example: {
    bad: `from numba import jit


@jit
def f(d):
    return d["k"]


f({"k": 1})
`,
    good: `from numba import njit


@njit
def f(k):
    return k


f(1)
`,
  },
  message: () =>
    'This function does not compile in nopython mode, so plain @jit runs it as slow Python code (object mode): use @njit to be told instead, and mend what fails.',
  wording: () => ({
    text: 'Compilation is falling back to object mode, which is deprecated behaviour (NumbaDeprecationWarning); Numba 0.59 raises TypingError here',
  }),
  fixes: forceObjectMode,
});
