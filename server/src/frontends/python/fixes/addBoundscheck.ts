import type { Fix } from '../../../diagnostics/fix';
import type { ProblemOf } from '../rules/rule';
import { optionEdit } from './addParallelOption';
import { quickFix, replace } from './quickFix';

/** `boundscheck=True`, which makes the access raise IndexError instead of going astray. */
export function addBoundscheck({ function: fn }: ProblemOf<'out-of-bounds'>): readonly Fix[] {
  const decorator = fn?.decorator;
  if (!decorator || decorator.form === 'module' || decorator.form === 'wrap') return [];
  const option = decorator.options.get('boundscheck');
  return quickFix('add-boundscheck', 'Check indices: add boundscheck=True to the decorator', () => [
    option ? replace(option.value.range, 'True') : optionEdit(decorator, 'boundscheck=True'),
  ]);
}
