import type { Fix } from '../../../diagnostics/fix';
import type { ProblemOf } from '../rules/rule';
import { optionEdit } from './addParallelOption';
import { quickFix } from './quickFix';

/** Says that object mode is meant, which every version understands and none warns of. */
export function forceObjectMode({ function: fn }: ProblemOf<'object-mode-fallback'>): readonly Fix[] {
  const decorator = fn?.decorator;
  if (!decorator || (decorator.form !== 'bare' && decorator.form !== 'call')) return [];
  return quickFix('force-object-mode', 'Keep object mode, and say so: forceobj=True', () => [
    optionEdit(decorator, 'forceobj=True'),
  ]);
}
