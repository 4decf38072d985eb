import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { Call, Expression } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { addParameter } from './addParameter';
import { fileStyle, indentAt, lineStart, nextLineStart } from './fileStyle';
import { nodeAt } from './findNode';
import { importModule, importName } from './importName';
import { quickFix, replace } from './quickFix';

/** The same in functions that Numba has. */
export function unsupportedFunctionFixes(
  problem: ProblemOf<'unsupported-function'>,
  context: RuleContext,
): readonly Fix[] {
  const { callee } = problem;
  if (callee === 'numpy.random.default_rng') return generatorParameter(problem, context);
  if (/^time\.(time|perf_counter|monotonic|process_time)$/.test(callee)) return inObjmode(problem, context);
  const renamed = renames[callee];
  if (renamed) return renameTo(problem, renamed, context);
  const call = nodeAt(context.module, problem.range, 'Call');
  const text = call && rewritten(callee, call, context);
  if (!call || !text) return [];
  return quickFix('rewrite-call', `Write it as ${text}`, () => [replace(call.range, text)]);
}

/** Names that only have to be spelt otherwise. */
const renames: Readonly<Record<string, readonly [module: string, alias: string, name: string]>> = {
  'numpy.int': ['numpy', 'np', 'int64'],
  'numpy.float': ['numpy', 'np', 'float64'],
  'numpy.bool': ['numpy', 'np', 'bool_'],
  'numpy.complex': ['numpy', 'np', 'complex128'],
  'scipy.special.gamma': ['math', 'math', 'gamma'],
  'scipy.special.gammaln': ['math', 'math', 'lgamma'],
  'scipy.special.erf': ['math', 'math', 'erf'],
  'scipy.special.erfc': ['math', 'math', 'erfc'],
  'math.cbrt': ['numpy', 'np', 'cbrt'],
  'math.fmod': ['numpy', 'np', 'fmod'],
};

function renameTo(
  { range }: ProblemOf<'unsupported-function'>,
  [module, alias, name]: readonly [string, string, string],
  context: RuleContext,
): readonly Fix[] {
  return quickFix('use-supported-name', `Use ${alias}.${name}`, () => {
    const imported = importModule(context, module, alias);
    return [...imported.edits, replace(range, `${imported.reference}.${name}`)];
  });
}

/** The call in other words, or undefined where it has none that are short. */
function rewritten(callee: string, call: Call, { file, module, typed }: RuleContext): string | undefined {
  const args = call.args.map((one) => file.slice(one.range));
  const [first, second] = args;
  const root = call.func.kind === 'Attribute' ? file.slice(call.func.value.range) : 'np';
  if (call.keywords.length > 0 || call.args.some((one) => one.kind === 'Starred') || first === undefined)
    return undefined;
  switch (callee) {
    case 'reversed':
      return reversedRange(
        call.args[0]!,
        (node) => file.slice(node.range),
        (node) => module.qualifiedName(node),
      );
    case 'any':
    case 'all':
      return typed?.types.get(call.args[0]!)?.kind === 'array' ? `np.${callee}(${first})` : undefined;
    case 'numpy.matmul':
      return second && `(${first} @ ${second})`;
    case 'numpy.inner':
      return second && isVector(call.args[0]!, typed) ? `${root}.dot(${first}, ${second})` : undefined;
    case 'numpy.einsum':
      return einsum(call, args, root);
    case 'math.isclose':
      return second && `(abs(${first} - ${second}) <= 1e-9 * max(abs(${first}), abs(${second})))`;
    case 'math.isqrt':
      return `int(${root}.sqrt(${first}))`;
    case 'math.lcm':
      return second && `(${first} * ${second} // ${root}.gcd(${first}, ${second}))`;
    default:
      return undefined;
  }
}

function isVector(node: Expression, typed: RuleContext['typed']): boolean {
  const type = typed?.types.get(node);
  return type?.kind === 'array' && type.ndim === 1;
}

/** `reversed(range(n))`, also with a start and without a step. */
function reversedRange(
  node: Expression,
  textOf: (node: Expression) => string,
  nameOf: (node: Expression) => string | undefined,
): string | undefined {
  if (node.kind !== 'Call' || nameOf(node.func) !== 'builtins.range' || node.args.length > 2)
    return undefined;
  const [start, stop] = node.args.length === 2 ? node.args.map(textOf) : ['0', textOf(node.args[0]!)];
  const down = /^\d+$/.test(start!) ? String(Number(start) - 1) : `${start} - 1`;
  return `range(${stop} - 1, ${down}, -1)`;
}

/** Products of two matrices or vectors. */
function einsum(call: Call, args: readonly string[], root: string): string | undefined {
  const [spec] = call.args;
  const [, a, b] = args;
  if (spec?.kind !== 'Constant' || spec.value.type !== 'str' || !a || !b || args.length !== 3)
    return undefined;
  const text = spec.value.value.replace(/\s/g, '');
  if (/^(\w)(\w),\2(\w)->\1\3$/.test(text) || /^(\w)(\w),\2->\1$/.test(text)) return `(${a} @ ${b})`;
  return /^(\w),\1(->)?$/.test(text) ? `${root}.dot(${a}, ${b})` : undefined;
}

/** `rng = np.random.default_rng(1)` in compiled code becomes a parameter that the calls pass. */
function generatorParameter(
  problem: ProblemOf<'unsupported-function'>,
  context: RuleContext,
): readonly Fix[] {
  const statement = nodeAt(context.module, problem.range, 'Assign');
  const [target] = statement?.targets ?? [];
  const fn = problem.function;
  if (!fn || !statement || target?.kind !== 'Name' || statement.value.kind !== 'Call') return [];
  if (!fn.node.body.includes(statement) || statement.value.args.some((one) => one.kind !== 'Constant'))
    return [];
  const { file } = context;
  const edits = addParameter(fn, target.id, file.slice(statement.value.range), context);
  if (!edits || fn.node.body.length < 2) return [];
  return quickFix('generator-parameter', 'Make the generator where the function is called', () => [
    ...edits,
    replace(
      { start: lineStart(file, statement.range.start), end: nextLineStart(file, statement.range.end) },
      '',
    ),
  ]);
}

/** `t = time.perf_counter()` under `with objmode(t="float64")`, where Python runs it. */
function inObjmode(problem: ProblemOf<'unsupported-function'>, context: RuleContext): readonly Fix[] {
  const { module, file } = context;
  const statement = nodeAt(module, problem.range, 'Assign');
  const [target] = statement?.targets ?? [];
  if (!statement || target?.kind !== 'Name' || statement.targets.length > 1) return [];
  return quickFix(
    'wrap-in-objmode',
    'Let Python run this line: with objmode(...)',
    (): readonly TextEdit[] => {
      const objmode = importName(context, 'numba', 'objmode');
      const { eol, indent, quote } = fileStyle(file);
      const margin = indentAt(file, statement.range.start);
      const header = `with ${objmode.reference}(${target.id}=${quote}float64${quote}):`;
      return [
        ...objmode.edits,
        replace(statement.range, `${header}${eol}${margin}${indent}${file.slice(statement.range)}`),
      ];
    },
  );
}
