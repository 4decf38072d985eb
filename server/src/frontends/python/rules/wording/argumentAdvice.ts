import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { plainType } from '../plainType';
import { listWords, type ProblemOf, type RuleContext } from '../rule';

type Arguments = ProblemOf<'unsupported-argument'>;

/** As people write it: `np.mean`, `append`. */
export function shortName(callee: string): string {
  return callee
    .replace(/^numpy\./, 'np.')
    .replace(/^randomGenerator\./, 'Generator.')
    .replace(/^(typedDict|typedList|unicode)\./, '');
}

/** What is passed, keywords by name: `a 2-D array of float64 with axis=`. */
export function argumentWords({ types, keywords = [], callee }: Arguments): string {
  if (callee === 'prange') return 'a step';
  const isMethod = /^(?:list|set|array|unicode|bytes|typedDict|typedList|randomGenerator)\.\w+$/.test(callee);
  const positional = types.slice(isMethod ? 1 : 0, types.length - keywords.length);
  const shown = positional.length === 0 ? [] : [listWords(positional.map(plainType))];
  if (keywords.length > 0)
    shown.push(`${shown.length ? 'with ' : ''}${listWords(keywords.map((name) => `${name}=`))}`);
  return shown.join(' ') || 'no arguments';
}

/** Advice by function, where there is more to say than that the types do not fit. */
const byCallee: readonly {
  readonly callee: RegExp;
  readonly when?: (problem: Arguments, types: readonly NumbaType[]) => boolean;
  readonly text: string;
}[] = [
  {
    callee:
      /^numpy\.(mean|average|median|std|var|prod|min|max|amin|amax|any|all|ptp)$|^array\.(mean|std|var|prod|min|max|any|all)$/,
    when: ({ keywords }) => keywords?.includes('axis') ?? false,
    text: 'Numba reduces the whole array here and takes no axis; np.sum does, so np.sum(a, axis=0) / a.shape[0] is the mean, and a loop does the rest',
  },
  {
    callee: /./,
    when: ({ keywords }) => keywords?.includes('keepdims') ?? false,
    text: 'Numba has no keepdims, so leave it out and reshape the result',
  },
  {
    callee: /^numpy\.(zeros|ones|empty|full)$/,
    when: ({ keywords }) => keywords?.includes('order') ?? false,
    text: "Numba makes C-ordered arrays only, so make the transposed shape and take '.T'",
  },
  {
    callee: /^numpy\.(concatenate|stack|vstack|hstack|dstack|column_stack)$/,
    when: (_, [first]) => first?.kind === 'list' || first?.kind === 'typedList',
    text: 'it takes a tuple of arrays, because their number must be known when compiling, so write (a, b) for [a, b]',
  },
  {
    callee: /^numpy\.(array|asarray)$/,
    when: (_, [first]) => first?.kind === 'list' && first.element.kind === 'array',
    text: 'it takes numbers and not arrays, so use np.stack with a tuple of arrays',
  },
  {
    callee: /^tuple$/,
    text: 'the length of a tuple must be known when compiling and that of a list is not, so write the tuple itself: (a, b)',
  },
  {
    callee: /^list\.(append|insert|extend)$|^typedList\.(append|insert|extend)$/,
    text: 'a list of compiled code holds elements of one type, and this one is another, so convert it or keep two lists',
  },
  {
    callee: /^math\./,
    when: (_, types) => types.some((one) => one.kind === 'array'),
    text: 'functions of math take one number, so use the one of NumPy, or a loop over the elements',
  },
  {
    callee: /^print$/,
    when: ({ keywords }) => (keywords?.length ?? 0) > 0,
    text: 'it takes no keywords in compiled code, so leave them out',
  },
  {
    callee: /^typedDict\.get$/,
    when: (_, [first]) => first?.kind === 'typedDict' && first.key.kind === 'undefined',
    text: "the dict is still empty here and nothing tells its types, so write 'if key in d' and assign in both branches",
  },
  {
    callee: /^(str|repr)$/,
    text: 'compiled code cannot write floats as text, so pass the number to print() itself, or format it in Python code',
  },
  {
    callee: /^prange$/,
    text: 'it counts in steps of 1 only, so count k from 0 and compute the index from it',
  },
  {
    callee: /./,
    when: ({ reason }) => /\*args in a call/.test(reason ?? ''),
    text: '* takes a tuple here, because the number of arguments must be known when compiling, so make it a tuple',
  },
];

export function argumentAdvice(problem: Arguments, _: RuleContext): string {
  const types = problem.types.map(unliteral);
  const special = byCallee.find(
    ({ callee, when }) => callee.test(problem.callee) && (!when || when(problem, types)),
  );
  return (
    special?.text ??
    problem.reason ??
    'Numba has this function, but not for these types, so convert the arguments'
  );
}
