import type { Fix } from '../../../diagnostics/fix';
import type { Call, Keyword } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { unliteral } from '../types/unliteral';
import { dictGetToTest, keepDimension, listArgumentToTuple, starredListToTuple } from './containers';
import { nodeAt } from './findNode';
import { removeDecorator } from './functionHeader';
import { splitPrintedText } from './printedText';
import { importModule } from './importName';
import { countByOne } from './prange';
import { insert, quickFix, replace } from './quickFix';

/** The same call in a form that Numba takes, by function and by what is wrong with it. */
export function unsupportedArgumentFixes(
  problem: ProblemOf<'unsupported-argument'>,
  context: RuleContext,
): readonly Fix[] {
  const { callee, keywords = [], reason } = problem;
  if (reason?.startsWith('*args')) return starredListToTuple(problem, context);
  if (/^(str|repr)$/.test(callee)) {
    const split = splitPrintedText(problem, context);
    return split.length > 0 ? split : removeDecorator(problem, context);
  }
  const call = nodeAt(context.module, problem.range, 'Call');
  if (!call) return [];
  if (callee === 'prange') return countByOne(problem, context);
  if (callee === 'print') return dropKeywords(call);
  if (callee === 'typedDict.get') return dictGetToTest(call.range, context);
  if (/^(list|typedList)\.append$/.test(callee)) return keepDimension(problem, context);
  if (callee === 'tuple' || /^numpy\.(concatenate|stack|vstack|hstack|dstack|column_stack)$/.test(callee))
    return listArgumentToTuple(call, callee, context);
  if (callee === 'numpy.array') return arrayToStack(call, problem, context);
  if (callee.startsWith('math.')) return mathToNumpy(call, problem, context);
  if (keywords.includes('keepdims')) return keepdimsToReshape(call, problem, context);
  if (keywords.includes('axis')) return meanToSum(call, problem, context);
  if (keywords.includes('order')) return orderToTranspose(call, context);
  return intDtype(call, context);
}

function dropKeywords(call: Call): readonly Fix[] {
  const [first] = call.keywords;
  const last = call.keywords.at(-1);
  if (!first || !last) return [];
  const before = call.args.at(-1);
  const start = before ? before.range.end : first.range.start;
  return quickFix('drop-keywords', 'Remove the keywords', () => [
    replace({ start, end: last.range.end }, ''),
  ]);
}

/** `np.array([a[0], a[1]])` becomes `np.stack((a[0], a[1]))`. */
function arrayToStack(
  call: Call,
  { types }: ProblemOf<'unsupported-argument'>,
  { file }: RuleContext,
): readonly Fix[] {
  const [display] = call.args;
  const [type] = types;
  if (type?.kind !== 'list' || type.element.kind !== 'array' || display?.kind !== 'List') return [];
  if (call.func.kind !== 'Attribute' || call.args.length > 1 || call.keywords.length > 0) return [];
  const root = file.slice(call.func.value.range);
  const elements = display.elements.map((one) => file.slice(one.range)).join(', ');
  return quickFix('array-to-stack', 'Stack the arrays', () => [
    replace(call.range, `${root}.stack((${elements}))`),
  ]);
}

/** Functions of math that NumPy has for arrays under the same name. */
const inNumpy =
  /^math\.(sqrt|exp|expm1|log|log10|log2|log1p|sin|cos|tan|sinh|cosh|tanh|floor|ceil|trunc|fabs|hypot|copysign|degrees|radians)$/;

function mathToNumpy(
  call: Call,
  { callee, types }: ProblemOf<'unsupported-argument'>,
  context: RuleContext,
): readonly Fix[] {
  if (!inNumpy.test(callee) || !types.some((one) => one.kind === 'array')) return [];
  const name = callee.replace('math.', '');
  return quickFix('math-to-numpy', `Use np.${name}, which takes arrays`, () => {
    const numpy = importModule(context, 'numpy', 'np');
    return [...numpy.edits, replace(call.func.range, `${numpy.reference}.${name}`)];
  });
}

/** The array that is reduced: the first argument, or what the method is called on. */
function reducedText({ func, args }: Call, isMethod: boolean, { file }: RuleContext): string | undefined {
  if (isMethod) return func.kind === 'Attribute' ? file.slice(func.value.range) : undefined;
  return args[0] && file.slice(args[0].range);
}

function keyword(call: Call, name: string): Keyword | undefined {
  return call.keywords.find((one) => one.name === name);
}

/** `np.mean(a, axis=k)` becomes `np.sum(a, axis=k) / a.shape[k]`. */
function meanToSum(
  call: Call,
  { callee }: ProblemOf<'unsupported-argument'>,
  context: RuleContext,
): readonly Fix[] {
  const axis = keyword(call, 'axis');
  const isMethod = callee.startsWith('array.');
  const array = reducedText(call, isMethod, context);
  if (!/^(numpy|array)\.mean$/.test(callee) || !axis || !array || call.keywords.length > 1) return [];
  return quickFix('mean-to-sum', 'Divide the sum along the axis by the length', () => {
    const numpy = importModule(context, 'numpy', 'np');
    const along = context.file.slice(axis.value.range);
    const text = `${numpy.reference}.sum(${array}, axis=${along}) / ${array}.shape[${along}]`;
    return [...numpy.edits, replace(call.range, `(${text})`)];
  });
}

/** `np.sum(a, axis=1, keepdims=True)` of a matrix becomes `np.sum(a, axis=1).reshape(-1, 1)`. */
function keepdimsToReshape(
  call: Call,
  { types }: ProblemOf<'unsupported-argument'>,
  { file }: RuleContext,
): readonly Fix[] {
  const keep = keyword(call, 'keepdims');
  const axis = keyword(call, 'axis');
  const array = types[0] && unliteral(types[0]);
  const along = axis && file.slice(axis.value.range);
  if (!keep || array?.kind !== 'array' || array.ndim !== 2 || (along !== '0' && along !== '1')) return [];
  const end = call.range.end;
  const start = [...call.args, ...call.keywords.filter((one) => one !== keep)]
    .map((one) => one.range.end)
    .filter((one) => one <= keep.range.start)
    .at(-1);
  if (start === undefined || call.keywords.at(-1) !== keep) return [];
  return quickFix('keepdims-to-reshape', 'Leave keepdims out and reshape the result', () => [
    replace({ start, end: keep.range.end }, ''),
    insert(end, along === '1' ? '.reshape(-1, 1)' : '.reshape(1, -1)'),
  ]);
}

/** `np.zeros((n, m), order="F")` becomes `np.zeros((m, n)).T`. */
function orderToTranspose(call: Call, { file }: RuleContext): readonly Fix[] {
  const order = keyword(call, 'order');
  const [shape] = call.args;
  const isFortran =
    order?.value.kind === 'Constant' && order.value.value.type === 'str' && order.value.value.value === 'F';
  if (!order || !isFortran || shape?.kind !== 'Tuple' || call.keywords.at(-1) !== order) return [];
  const before = [...call.args, ...call.keywords.filter((one) => one !== order)].at(-1)!;
  const reversed = shape.elements.map((one) => file.slice(one.range)).toReversed();
  return quickFix('order-to-transpose', 'Make the transposed shape and transpose it', () => [
    replace(shape.range, `(${reversed.join(', ')})`),
    replace({ start: before.range.end, end: order.range.end }, ''),
    insert(call.range.end, '.T'),
  ]);
}

/** `dtype=int` becomes `dtype=np.int64`. */
function intDtype(call: Call, context: RuleContext): readonly Fix[] {
  const values = [
    ...call.args.slice(1),
    ...call.keywords.filter((one) => one.name === 'dtype').map((one) => one.value),
  ];
  const value = values.find((one) => context.module.qualifiedName(one) === 'builtins.int');
  if (!value) return [];
  return quickFix('int-dtype', 'Use np.int64', () => {
    const numpy = importModule(context, 'numpy', 'np');
    return [...numpy.edits, replace(value.range, `${numpy.reference}.int64`)];
  });
}
