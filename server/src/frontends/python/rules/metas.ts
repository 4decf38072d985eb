import type { RuleMeta } from '../../../diagnostics/ruleMeta';
import { adviceMetas } from '../advice/adviceMetas';
import { rules } from './rules';

/** Every code that a diagnostic of the Python front end can have. */
export function allRuleMetas(): readonly RuleMeta[] {
  return [...Object.values(rules).map((rule) => rule.meta), ...adviceMetas];
}
