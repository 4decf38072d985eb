import type { Fix } from '../../../diagnostics/fix';
import type { ProblemOf, RuleContext } from '../rules/rule';
import type { NumbaType } from '../types/numbaType';
import { unliteral } from '../types/unliteral';
import { fileStyle, indentAt, lineStart } from './fileStyle';
import { pathTo } from './findNode';
import { insert, quickFix } from './quickFix';

/** A start value in front of the statement that may assign the variable. */
export function initialise(
  problem: ProblemOf<'unbound-variable'>,
  { module, file, typed }: RuleContext,
): readonly Fix[] {
  const fn = problem.function;
  const first = problem.related?.[0]?.range;
  const path = first ? pathTo(module, first) : [];
  const statement = fn?.node.body.find((one) => path.includes(one));
  const text = startValue(typed?.locals.get(problem.subject));
  if (!statement || !text) return [];
  return quickFix('initialise', `Start with ${problem.subject} = ${text}`, () => [
    insert(
      lineStart(file, statement.range.start),
      `${indentAt(file, statement.range.start)}${problem.subject} = ${text}${fileStyle(file).eol}`,
    ),
  ]);
}

function startValue(type: NumbaType | undefined): string | undefined {
  const plain = type && unliteral(type);
  switch (plain?.kind) {
    case 'int':
      return '0';
    case 'float':
      return '0.0';
    case 'bool':
      return 'False';
    default:
      return undefined;
  }
}

/** A copy of the array that a call passes, which can be written. */
export function passCopy(problem: ProblemOf<'readonly-array'>, { module }: RuleContext): readonly Fix[] {
  const { function: fn, subject, isGlobal } = problem;
  const position = fn?.node.params.findIndex((one) => one.name === subject) ?? -1;
  const calls = (fn && module.callSites.get(fn)) ?? [];
  const passed = calls.map(({ call }) => call.args[position]);
  if (isGlobal || position < 0 || passed.length === 0) return [];
  if (passed.some((one) => one?.kind !== 'Name' && one?.kind !== 'Call')) return [];
  return quickFix('pass-copy', 'Pass a copy, which can be written', () =>
    passed.map((one) => insert(one!.range.end, '.copy()')),
  );
}
