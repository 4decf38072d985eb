import { constantGlobal, hoistStaticMethod } from '../fixes/globals';
import { defineRule } from './rule';

export const untypedGlobal = defineRule('untyped-global', {
  severity: 'error',
  summary: 'A global that has no Numba type',
  why: `Compiled code can read numbers, strings, tuples and NumPy arrays from the module; it freezes their value when it compiles. Dicts, lists, classes and other Python objects have no Numba type. Pass what the function needs as an argument, or use a tuple or an array.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


PARAMS = {"k": 2.0}


@njit
def energy(x):
    return PARAMS["k"] * x


energy(3.0)
`,
    good: `from numba import njit


K = 2.0


@njit
def energy(x):
    return K * x


energy(3.0)
`,
  },
  message: (p) =>
    `'${p.subject}' is ${p.what}, and compiled code cannot use that as a global: ${globalAdvice(p.what)}.`,
  wording: (p) => ({
    text: `Untyped global name '${p.subject}': Cannot determine Numba type of <class '${pythonClass(p.what)}'>`,
  }),
  fixes: (p, context) => [...constantGlobal(p, context), ...hoistStaticMethod(p, context)],
});

function globalAdvice(what: string): string {
  if (/dict/.test(what))
    return 'use one global for each value that is read, or pass it as a numba.typed.Dict';
  if (/list/.test(what)) return 'make it a tuple or a NumPy array';
  if (/class/.test(what)) return 'move what is needed of it to the module';
  if (/function/.test(what)) return 'decorate it with @njit';
  return 'pass what the function needs of it as arguments';
}

/** The class of the object as Python prints it. */
function pythonClass(what: string): string {
  if (/dict/.test(what)) return 'dict';
  if (/list/.test(what)) return 'list';
  if (/class/.test(what)) return 'type';
  if (/function/.test(what)) return 'function';
  return 'object';
}
