import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { Assign, AstNode, Call, Constant, Expression, List } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { walkAll } from '../advice/childNodes';
import { fileStyle, indentAt } from './fileStyle';
import { nodeAt, pathTo, simpleStatementAt } from './findNode';
import { importName } from './importName';
import { quickFix, replace, surround } from './quickFix';

/** `[]` becomes a typed list of floats: the likeliest type, which is for the reader to change. */
export function typedEmptyList(
  problem: ProblemOf<'untyped-container'>,
  context: RuleContext,
): readonly Fix[] {
  const statement = nodeAt(context.module, problem.range, 'Assign');
  const display = statement?.value;
  if (problem.of.kind !== 'list' || display?.kind !== 'List' || display.elements.length > 0) return [];
  return quickFix('typed-empty-list', 'Say what it holds: List.empty_list(float64)', () => {
    const list = importName(context, 'numba.typed', 'List');
    const float64 = importName(context, 'numba', 'float64');
    return [
      ...list.edits,
      ...float64.edits,
      replace(display.range, `${list.reference}.empty_list(${float64.reference})`),
    ];
  });
}

/** `d[k] = d.get(k, c) + 1` becomes a test whether `k` is in `d`. */
export function dictGetToTest(
  range: { start: number; end: number },
  { module, file }: RuleContext,
): readonly Fix[] {
  const statement = nodeAt(module, range, 'Assign');
  const call = nodeAt(module, range, 'Call');
  const [target] = statement?.targets ?? [];
  if (!statement || call?.func.kind !== 'Attribute' || target?.kind !== 'Subscript' || call.args.length !== 2)
    return [];
  const [key, otherwise] = call.args as [Expression, Expression];
  const dict = file.slice(call.func.value.range);
  const isSame =
    file.slice(target.value.range) === dict && file.slice(target.index.range) === file.slice(key.range);
  if (!isSame) return [];
  const around = (text: string) =>
    file.text.slice(statement.value.range.start, call.range.start) +
    text +
    file.text.slice(call.range.end, statement.value.range.end);
  return quickFix('dict-get-to-test', `Test whether ${dict} has the key`, () => {
    const { eol, indent } = fileStyle(file);
    const margin = indentAt(file, statement.range.start);
    const place = file.slice(target.range);
    const lines = [
      `if ${file.slice(key.range)} in ${dict}:`,
      `${margin}${indent}${place} = ${around(place)}`,
      `${margin}else:`,
      `${margin}${indent}${place} = ${around(file.slice(otherwise.range))}`,
    ];
    return [replace(statement.range, lines.join(eol))];
  });
}

/** `{"n": 3, "h": 0.5}` becomes a dict of floats. */
export function floatValues(problem: ProblemOf<'unsupported-index'>, context: RuleContext): readonly Fix[] {
  const stored = nodeAt(context.module, problem.range, 'Subscript');
  if (problem.type.kind !== 'literalDict' || stored?.value.kind !== 'Name' || !problem.function) return [];
  const { id } = stored.value;
  const start = walkAll(problem.function.node.body).find(
    (one): one is Assign =>
      one.kind === 'Assign' && one.targets.some((target) => target.kind === 'Name' && target.id === id),
  );
  if (start?.value.kind !== 'Dict') return [];
  const values = start.value.items.map((one) => one.value);
  if (!values.every((one) => isNumber(one))) return [];
  const integers = values.filter((one) => one.kind === 'Constant' && one.value.type === 'int');
  return quickFix('float-values', 'Make all values floats', () =>
    integers.map((one) => replace(one.range, `${context.file.slice(one.range)}.0`)),
  );
}

function isNumber(node: Expression): node is Constant {
  return node.kind === 'Constant' && (node.value.type === 'int' || node.value.type === 'float');
}

/** `for v in literal_unroll(t)`. */
export function unrollTuple(
  { range, type }: ProblemOf<'not-iterable'>,
  context: RuleContext,
): readonly Fix[] {
  if (type.kind !== 'tuple' || nodeAt(context.module, range, 'For') === undefined) return [];
  return quickFix('unroll-tuple', 'Unroll the loop: literal_unroll(...)', () => {
    const unroll = importName(context, 'numba', 'literal_unroll');
    return [...unroll.edits, ...surround(range, `${unroll.reference}(`, ')')];
  });
}

/** `t[i]` becomes `t[0]` where every call passes 0 for the parameter `i`. */
export function literalIndex(
  problem: ProblemOf<'compile-time-constant'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const fn = problem.function;
  const subscript = nodeAt(module, problem.range, 'Subscript');
  const { index } = subscript ?? {};
  if (!fn || index?.kind !== 'Name' || !/selects/.test(problem.reason)) return [];
  const position = fn.node.params.findIndex((one) => one.name === index.id);
  const calls = module.callSites.get(fn) ?? [];
  const passed = new Set(
    calls.map(({ call }) => {
      const argument = call.args[position];
      return argument?.kind === 'Constant' && argument.value.type === 'int'
        ? file.slice(argument.range)
        : undefined;
    }),
  );
  const [only] = passed;
  if (position < 0 || passed.size !== 1 || only === undefined) return [];
  return quickFix('literal-index', `Write the index that every call passes: ${only}`, () => [
    replace(index.range, only),
  ]);
}

/** `[a, b]` becomes `(a, b)`. */
export function displayToTuple(display: List): readonly TextEdit[] {
  const { start, end } = display.range;
  const close = display.elements.length === 1 ? ',)' : ')';
  return [replace({ start, end: start + 1 }, '('), replace({ start: end - 1, end }, close)];
}

/** A list display as the first argument of a call that wants a tuple, or of `tuple` itself. */
export function listArgumentToTuple(call: Call, callee: string, { file }: RuleContext): readonly Fix[] {
  const [first] = call.args;
  if (first?.kind !== 'List' || first.elements.length === 0) return [];
  if (first.elements.some((one) => one.kind === 'Starred')) return [];
  if (callee === 'tuple') {
    const elements = first.elements.map((one) => file.slice(one.range)).join(', ');
    const text = first.elements.length === 1 ? `(${elements},)` : `(${elements})`;
    return quickFix('write-tuple', 'Write the tuple itself', () => [replace(call.range, text)]);
  }
  return quickFix('list-to-tuple', 'Pass a tuple', () => displayToTuple(first));
}

/** `g(*xs)` of a list that is written out in the function. */
export function starredListToTuple(
  problem: ProblemOf<'unsupported-argument'>,
  { module }: RuleContext,
): readonly Fix[] {
  const starred = nodeAt(module, problem.range, 'Starred')?.value;
  const fn = problem.function;
  if (!fn || !starred) return [];
  const display = starred.kind === 'Name' ? writtenList(starred.id, fn.node.body) : starred;
  if (display?.kind !== 'List' || display.elements.length === 0) return [];
  return quickFix('list-to-tuple', 'Make the list a tuple', () => displayToTuple(display));
}

/** The display that a name is given, where nothing else is done with it than reading. */
function writtenList(name: string, body: readonly AstNode[]): Expression | undefined {
  const nodes = walkAll(body);
  const assigned = nodes.filter(
    (one): one is Assign =>
      one.kind === 'Assign' && one.targets.some((target) => target.kind === 'Name' && target.id === name),
  );
  const isChanged = nodes.some(
    (one) =>
      one.kind === 'Call' &&
      one.func.kind === 'Attribute' &&
      one.func.value.kind === 'Name' &&
      one.func.value.id === name,
  );
  return assigned.length === 1 && !isChanged ? assigned[0]!.value : undefined;
}

/** `xs.append(a[0])` into a list of matrices becomes `xs.append(a[0:1])`. */
export function keepDimension(
  problem: ProblemOf<'unsupported-argument'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const call = nodeAt(module, problem.range, 'Call');
  const [argument] = call?.args ?? [];
  const [list, value] = problem.types;
  const element = list?.kind === 'list' || list?.kind === 'typedList' ? list.element : undefined;
  if (element?.kind !== 'array' || value?.kind !== 'array' || element.ndim !== value.ndim + 1) return [];
  if (
    argument?.kind !== 'Subscript' ||
    (argument.index.kind !== 'Constant' && argument.index.kind !== 'Name')
  )
    return [];
  const index = file.slice(argument.index.range);
  const next = /^\d+$/.test(index) ? String(Number(index) + 1) : `${index} + 1`;
  return quickFix('keep-dimension', `Keep the dimension: [${index}:${next}]`, () => [
    replace(argument.index.range, `${index}:${next}`),
  ]);
}

/** The statement that a range stands in starts a line and is alone on it. */
export function isWholeLine(range: { start: number; end: number }, { module, file }: RuleContext): boolean {
  const statement = simpleStatementAt(module, range) ?? pathTo(module, range).at(-1);
  if (!statement) return false;
  const { line, column } = file.positionAt(statement.range.start);
  return file.lineText(line).slice(0, column).trim() === '';
}
