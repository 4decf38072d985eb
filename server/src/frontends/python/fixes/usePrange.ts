import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { BoundFunction } from '../bind/boundModule';
import type { Call, For } from '../parse/ast';
import type { RuleContext } from '../rules/rule';
import { optionEdit } from './addParallelOption';
import { importName } from './importName';

/** `prange` for the loop's `range`, and `parallel=True` on the decorator if it is not there. */
export function usePrange(loop: For, fn: BoundFunction, context: RuleContext): Fix | undefined {
  const { iter } = loop;
  const { decorator } = fn;
  if (iter.kind !== 'Call' || !decorator || decorator.form === 'wrap' || decorator.form === 'module')
    return undefined;
  return {
    id: 'use-prange',
    title: 'Run the iterations in parallel: prange and parallel=True',
    kind: 'refactor.rewrite',
    safe: false,
    edits: () => prangeEdits(iter, fn, context),
  };
}

function prangeEdits(iter: Call, fn: BoundFunction, context: RuleContext): readonly TextEdit[] {
  const prange = importName(context, 'numba', 'prange');
  const option = fn.decorator!.options.get('parallel');
  const edits: TextEdit[] = [...prange.edits, { range: iter.func.range, newText: prange.reference }];
  if (!option) edits.push(optionEdit(fn.decorator!, 'parallel=True'));
  else if (option.constant !== true) edits.push({ range: option.value.range, newText: 'True' });
  return edits;
}
