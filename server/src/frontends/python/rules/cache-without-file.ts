import { removeCache } from '../fixes/removeCache';
import { defineRule } from './rule';

export const cacheWithoutFile = defineRule('cache-without-file', {
  severity: 'error',
  summary: 'cache=True in code that has no file',
  why: `Numba keeps the cache of a function beside the file it is defined in. A function made by \`exec\` of a string has none, and the decorator raises. (Cells of notebooks are cached in a folder of the user's.)`,
  numba: { class: 'RuntimeError' },
  example: {
    bad: `from numba import njit

exec("@njit(cache=True)\\ndef f(x):\\n    return x")
`,
    good: `from numba import njit

exec("@njit\\ndef f(x):\\n    return x")
`,
  },
  message: (p) =>
    `cache=True has no file to keep the cache of ${p.subject}() beside, because its code is a string: leave it out, or write the function into a file.`,
  wording: (p) => ({
    text: `cannot cache function '${p.subject}': no locator available for file '<string>'`,
  }),
  fixes: removeCache,
});
