import { typedEmptyList } from '../fixes/containers';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { defineRule } from './rule';

export const untypedContainer = defineRule('untyped-container', {
  severity: 'error',
  summary: 'An empty list, dict or set, and nothing tells what it holds',
  why: `Compiled code learns what a container holds from what is put into it: \`append\`, \`d[key] = value\`, \`add\`. Nothing is put into this one where compiled code can see it, so its type stays \`list(undefined)\`, \`DictType[undefined,undefined]\` or \`set(undefined)\`. Say the type instead: \`typed.List.empty_list(types.float64)\`, \`typed.Dict.empty(types.unicode_type, types.int64)\`; or remove the variable where it is not used.`,
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
  message: ({ subject, of }) =>
    `Nothing tells what '${subject}' holds, and an empty ${containerWords(of).kind} has a type only once something is in it: put something in where this function can see it (${containerWords(of).by}), or make it a typed container.`,
  wording: ({ subject, of }) => ({
    text: `Cannot infer the type of variable '${subject}', have imprecise type: ${typeName(of)}`,
  }),
  fixes: typedEmptyList,
});

function containerWords(type: NumbaType): { readonly kind: string; readonly by: string } {
  if (type.kind === 'typedDict') return { kind: 'dict', by: 'd[key] = value' };
  if (type.kind === 'set') return { kind: 'set', by: '.add()' };
  return { kind: 'list', by: '.append()' };
}
