import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { importModule, importName } from './importName';

/** An array, or a typed list, where a Python list is passed: `problem.range` is the argument at the call. */
export function reflectedListFixes(
  problem: ProblemOf<'reflected-list'>,
  context: RuleContext,
): readonly Fix[] {
  const element = problem.type.kind === 'list' ? problem.type.element.kind : undefined;
  const asArray: Fix = {
    id: 'list-to-array',
    title: 'Pass a NumPy array: np.array(...)',
    kind: 'quickfix',
    safe: false,
    preferred: true,
    edits: () => {
      const numpy = importModule(context, 'numpy', 'np');
      return [...numpy.edits, ...wrap(problem, `${numpy.reference}.array(`)];
    },
  };
  const asTypedList: Fix = {
    id: 'list-to-typed-list',
    title: 'Pass a numba.typed.List(...)',
    kind: 'quickfix',
    safe: false,
    edits: () => {
      const list = importName(context, 'numba.typed', 'List');
      return [...list.edits, ...wrap(problem, `${list.reference}(`)];
    },
  };
  const numeric = element === 'int' || element === 'float' || element === 'complex' || element === 'bool';
  return numeric ? [asArray, asTypedList] : [asTypedList];
}

function wrap(problem: ProblemOf<'reflected-list'>, open: string): TextEdit[] {
  const { start, end } = problem.range;
  return [
    { range: { start, end: start }, newText: open },
    { range: { start: end, end }, newText: ')' },
  ];
}
