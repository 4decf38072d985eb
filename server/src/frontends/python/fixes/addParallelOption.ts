import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { NumbaDecorator } from '../bind/boundModule';
import type { ProblemOf } from '../rules/rule';

/** `parallel=True` on the decorator of the function that holds the prange. */
export function addParallelOption(problem: ProblemOf<'prange-without-parallel'>): readonly Fix[] {
  const decorator = problem.function?.decorator;
  if (!decorator || decorator.form === 'module' || decorator.form === 'wrap') return [];
  return [
    {
      id: 'add-parallel',
      title: 'Add parallel=True to the decorator',
      kind: 'quickfix',
      safe: false,
      preferred: true,
      edits: () => [optionEdit(decorator, 'parallel=True')],
    },
  ];
}

/** Adds an option to `@njit`, `@njit()` or `@njit(x=1)`. */
export function optionEdit(decorator: NumbaDecorator, option: string): TextEdit {
  const { node } = decorator;
  if (node.kind !== 'Call')
    return { range: { start: node.range.end, end: node.range.end }, newText: `(${option})` };
  const close = node.range.end - 1;
  const last = [...node.args, ...node.keywords].reduce((end, one) => Math.max(end, one.range.end), -1);
  if (last < 0) return { range: { start: close, end: close }, newText: option };
  return { range: { start: last, end: last }, newText: `, ${option}` };
}
