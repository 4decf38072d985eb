import type { Fix } from '../../../diagnostics/fix';
import type { BoundFunction } from '../bind/boundModule';
import type { Call, Expression } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { decorateCallee } from './decorateCallee';
import { pathTo } from './findNode';
import { importModule, importName } from './importName';
import { insert, quickFix, replace, surround } from './quickFix';
import { readsToArguments } from './readsToArguments';

/** What can be passed instead of a value that cannot enter compiled code, by what it is. */
export function passedValueFixes(
  problem: ProblemOf<'untyped-argument'>,
  context: RuleContext,
): readonly Fix[] {
  const given = givenArgument(problem, context);
  if (!given) return [];
  const { argument, callee } = given;
  const { type } = problem;
  if (type.kind === 'array')
    return type.dtype.kind === 'float' ? asFloat32(argument) : asFloats(argument, context);
  if (type.kind === 'list') return asArray(argument, context);
  if (type.kind !== 'pyobject') return [];
  const what = type.what ?? '';
  if (/masked/.test(what)) return compressed(argument);
  if (/^a list that mixes/.test(what)) return oneType(argument, context);
  if (/function|lambda/.test(what)) return compiledFunction(argument, context);
  return callee ? readsToArguments(callee, problem.subject, context) : [];
}

/** The argument that the problem stands at, or the one that the only call passes for the parameter it stands at. */
function givenArgument(
  { range, subject, function: fn }: ProblemOf<'untyped-argument'>,
  { module }: RuleContext,
): { argument: Expression; callee?: BoundFunction } | undefined {
  const isAt = (one: Expression) => one.range.start === range.start && one.range.end === range.end;
  const call = pathTo(module, range).findLast(
    (one): one is Call => one.kind === 'Call' && one.args.some(isAt),
  );
  const at = call?.args.find(isAt);
  if (call && at) {
    const meaning = call.func.kind === 'Name' ? module.resolve(call.func) : undefined;
    return { argument: at, callee: meaning?.kind === 'function' ? meaning.function : undefined };
  }
  const calls = (fn && module.callSites.get(fn)) ?? [];
  const position = fn?.node.params.findIndex((one) => one.name === subject) ?? -1;
  const argument = calls.length === 1 && position >= 0 ? calls[0]!.call.args[position] : undefined;
  return argument && { argument, callee: fn };
}

function asFloat32({ range }: Expression): readonly Fix[] {
  return quickFix('pass-float32', 'Pass it as float32', () => [insert(range.end, '.astype(np.float32)')]);
}

function asFloats({ range }: Expression, context: RuleContext): readonly Fix[] {
  return quickFix('pass-float64', 'Pass an array of floats: np.asarray(..., dtype=np.float64)', () => {
    const numpy = importModule(context, 'numpy', 'np');
    const { reference } = numpy;
    return [...numpy.edits, ...surround(range, `${reference}.asarray(`, `, dtype=${reference}.float64)`)];
  });
}

function asArray({ range }: Expression, context: RuleContext): readonly Fix[] {
  return quickFix('list-to-array', 'Pass a NumPy array: np.array(...)', () => {
    const numpy = importModule(context, 'numpy', 'np');
    return [...numpy.edits, ...surround(range, `${numpy.reference}.array(`, ')')];
  });
}

/** `.compressed()` on the masked array that a call passes. */
export function passCompressed({ range }: ProblemOf<'ignored-mask'>): readonly Fix[] {
  return compressed({ range });
}

function compressed({ range }: Pick<Expression, 'range'>): readonly Fix[] {
  return quickFix('pass-compressed', 'Pass the values that are not masked: .compressed()', () => [
    insert(range.end, '.compressed()'),
  ]);
}

/** `[1, 2.5]` becomes `[1.0, 2.5]`. */
function oneType(argument: Expression, context: RuleContext): readonly Fix[] {
  if (argument.kind !== 'List') return asArray(argument, context);
  const isNumber = argument.elements.every(
    (one) => one.kind === 'Constant' && (one.value.type === 'int' || one.value.type === 'float'),
  );
  if (!isNumber) return [];
  const integers = argument.elements.filter((one) => one.kind === 'Constant' && one.value.type === 'int');
  return quickFix('write-floats', 'Write the integers as floats', () =>
    integers.map((one) => replace(one.range, `${context.file.slice(one.range)}.0`)),
  );
}

function compiledFunction(argument: Expression, context: RuleContext): readonly Fix[] {
  if (argument.kind === 'Lambda')
    return quickFix('wrap-lambda', 'Compile the lambda: njit(lambda ...)', () => {
      const njit = importName(context, 'numba', 'njit');
      return [...njit.edits, ...surround(argument.range, `${njit.reference}(`, ')')];
    });
  const meaning = argument.kind === 'Name' ? context.module.resolve(argument) : undefined;
  return meaning?.kind === 'function' ? decorateCallee(meaning.function, context) : [];
}
