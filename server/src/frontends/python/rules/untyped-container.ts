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
  message: ({ subject, of }) => {
    const { kind, needs } = describe(of);
    return `Nothing tells what '${subject}' holds: an empty ${kind} needs ${needs} that compiled code can see. Numba: cannot infer the type of variable '${subject}', have imprecise type: ${typeName(of)}`;
  },
});

function describe(type: NumbaType): { readonly kind: string; readonly needs: string } {
  if (type.kind === 'typedDict') return { kind: 'dict', needs: 'an item' };
  if (type.kind === 'set') return { kind: 'set', needs: 'an add' };
  return { kind: 'list', needs: 'an append' };
}
