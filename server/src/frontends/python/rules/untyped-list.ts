import { defineRule } from './rule';

export const untypedList = defineRule('untyped-list', {
  severity: 'error',
  summary: 'An empty list whose element type nothing tells',
  why: `A list has one element type, which compiled code learns from what is appended. Nothing is appended to this one, so its type stays \`list(undefined)\`.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def f():
    out = []
    return len(out)


f()
`,
    good: `from numba import njit


@njit
def f():
    out = [0.0]
    out.clear()
    return len(out)


f()
`,
  },
  message: (p) =>
    `Nothing tells what '${p.subject}' holds: an empty list needs an append that compiled code can see. Numba: cannot infer the type of variable '${p.subject}', have imprecise type: list(undefined)<iv=None>`,
});
