import { addJitclassField } from '../fixes/addJitclassField';
import { defineRule } from './rule';

export const jitclassMissingField = defineRule('jitclass-missing-field', {
  severity: 'error',
  summary: 'A jitclass assigns an attribute that its specification does not name',
  why: `The instances of a jitclass have exactly the fields of its specification, each with its type; nothing can be added later.`,
  numba: { class: 'TypingError' },
  example: {
    bad: `from numba import float64, int64
from numba.experimental import jitclass


@jitclass([("k", float64)])
class Counter:
    def __init__(self, k):
        self.k = k
        self.n = 0


Counter(1.0)
`,
    good: `from numba import float64, int64
from numba.experimental import jitclass


@jitclass([("k", float64), ("n", int64)])
class Counter:
    def __init__(self, k):
        self.k = k
        self.n = 0


Counter(1.0)
`,
  },
  message: (p) =>
    `The jitclass ${p.subject} has no field '${p.field}', because its specification does not name it: add it there with its type.`,
  wording: (p) => ({ text: `Cannot resolve setattr: (instance.jitclass.${p.subject}).${p.field}` }),
  fixes: addJitclassField,
});
