import type { Fix } from '../../../diagnostics/fix';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { quickFix, replace } from './quickFix';

/** Takes `cache=True` out of the code in the string. */
export function removeCache(
  { range }: ProblemOf<'cache-without-file'>,
  { file }: RuleContext,
): readonly Fix[] {
  const text = file.slice(range);
  const without = text
    .replace(/\(\s*cache\s*=\s*True\s*,?\s*\)/, '')
    .replace(/,\s*cache\s*=\s*True|cache\s*=\s*True\s*,\s*/, '');
  if (without === text) return [];
  return quickFix('remove-cache', 'Remove cache=True', () => [replace(range, without)]);
}
