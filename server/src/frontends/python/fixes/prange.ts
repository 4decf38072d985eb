import type { Fix } from '../../../diagnostics/fix';
import { walkAll } from '../advice/childNodes';
import type { AstNode, For, If } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { fileStyle, indentAt } from './fileStyle';
import { nodeAt, pathTo } from './findNode';
import { freeName } from './freeName';
import { removeOption } from './removeOption';
import { insert, quickFix, replace } from './quickFix';

/** `range` for `prange`; `parallel=True` goes with the last one. A running maximum can stay parallel, as `max`. */
export function raceFixes(problem: ProblemOf<'prange-race'>, context: RuleContext): readonly Fix[] {
  return [...toReduction(problem, context), ...toRange(problem, context)];
}

function toRange({ range, function: fn }: ProblemOf<'prange-race'>, context: RuleContext): readonly Fix[] {
  const { module } = context;
  const loop = pathTo(module, range).find((one): one is For => one.kind === 'For' && isPrange(one, context));
  if (!fn || loop?.iter.kind !== 'Call') return [];
  const { func } = loop.iter;
  const isLast =
    walkAll(fn.node.body).filter((one) => one.kind === 'For' && isPrange(one, context)).length === 1;
  const option = isLast ? removeOption(fn, 'parallel', context) : [];
  return quickFix('prange-to-range', 'Run the iterations one after the other: range', () => [
    replace(func.range, 'range'),
    ...option,
  ]);
}

function isPrange(node: AstNode, { module }: RuleContext): boolean {
  return (
    node.kind === 'For' &&
    node.iter.kind === 'Call' &&
    /prange$/.test(module.qualifiedName(node.iter.func) ?? '')
  );
}

/** `if a[i] > m: m = a[i]` becomes `m = max(m, a[i])`, which Numba makes a reduction. */
function toReduction(
  { range, subject }: ProblemOf<'prange-race'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const node = pathTo(module, range).findLast((one): one is If => one.kind === 'If');
  const [statement] = node?.body ?? [];
  if (node?.body.length !== 1 || node.orelse.length > 0 || statement?.kind !== 'Assign') return [];
  const [target] = statement.targets;
  const { test } = node;
  if (test.kind !== 'Compare' || test.ops.length !== 1 || target?.kind !== 'Name' || target.id !== subject)
    return [];
  const value = file.slice(statement.value.range);
  const [left, right] = [file.slice(test.left.range), file.slice(test.comparators[0]!.range)];
  const rises = /^>=?$/.test(test.ops[0]!);
  if (!rises && !/^<=?$/.test(test.ops[0]!)) return [];
  const isForward = left === value && right === subject;
  if (!isForward && !(left === subject && right === value)) return [];
  const name = rises === isForward ? 'max' : 'min';
  return quickFix('to-reduction', `Make it a reduction: ${subject} = ${name}(${subject}, ...)`, () => [
    replace(node.range, `${subject} = ${name}(${subject}, ${value})`),
  ]);
}

/** `for i in prange(start, stop, step)` counts `k` from 0 and computes `i` in its first line. */
export function countByOne(problem: ProblemOf<'unsupported-argument'>, context: RuleContext): readonly Fix[] {
  const { module, file } = context;
  const loop = nodeAt(module, problem.range, 'For');
  const call = loop?.iter;
  if (!loop || call?.kind !== 'Call' || call.args.length !== 3 || !problem.function) return [];
  const [start, stop, step] = call.args.map((one) => file.slice(one.range)) as [string, string, string];
  if (!/^\d+$/.test(step) || Number(step) < 2) return [];
  const counter = freeName('k', context, problem.function);
  const length = start === '0' ? stop : `${stop} - ${start}`;
  const index = start === '0' ? `${step} * ${counter}` : `${start} + ${step} * ${counter}`;
  return quickFix('count-by-one', `Count ${counter} in steps of 1 and compute the index from it`, () => {
    const { eol } = fileStyle(file);
    const first = loop.body[0]!;
    const line = `${file.slice(loop.target.range)} = ${index}${eol}${indentAt(file, first.range.start)}`;
    return [
      replace(loop.target.range, counter),
      replace(
        { start: call.args[0]!.range.start, end: call.args[2]!.range.end },
        `(${length} + ${Number(step) - 1}) // ${step}`,
      ),
      insert(first.range.start, line),
    ];
  });
}
