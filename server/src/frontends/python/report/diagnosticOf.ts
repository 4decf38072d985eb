import type { Diagnostic, RelatedInformation, Severity } from '../../../diagnostics/diagnostic';
import type { AnalysisSettings } from '../../frontend';
import { suppress } from '../fixes/suppress';
import type { Problem, ProblemKind, RelatedFact } from '../infer/problem';
import { isInVersion } from '../library/version';
import { plainType } from '../rules/plainType';
import type { NumbaWording, Rule, RuleContext } from '../rules/rule';
import { rules } from '../rules/rules';
import { originsOf } from './origins';

/** Words a problem by its rule; undefined where the settings switch the rule off or it does not apply to this Numba. */
export function diagnosticOf(
  problem: Problem,
  context: RuleContext,
  settings: AnalysisSettings,
): Diagnostic | undefined {
  const rule = rules[problem.kind] as unknown as Rule<ProblemKind>;
  const severity = severityOf(rule, problem, settings);
  if (severity === 'off' || !isInVersion(rule.meta, context.numba)) return undefined;
  const fixes = rule.fixes?.(problem, context) ?? [];
  const wording = rule.wording?.(problem, context);
  const { numba } = rule.meta;
  const known = problem.related ?? [];
  const further = originsOf(problem, context.module, context.typed).filter(
    ({ range }) => !known.some((one) => one.range.start === range.start),
  );
  return {
    code: rule.meta.code,
    severity,
    message: messageOf(rule, problem, wording, context),
    range: problem.range,
    function: problem.function?.qualifiedName,
    related: [...known, ...further].map(relatedInformation),
    fixes: [...fixes, suppress(rule.meta.code, problem.range, context)],
    tags: problem.kind === 'removed-api' ? ['deprecated'] : undefined,
    numbaError: wording?.class ? { ...numba, class: wording.class } : numba,
  };
}

/** Plain words in the first line, Numba's class and words in the second. */
function messageOf(
  rule: Rule<ProblemKind>,
  problem: Problem,
  wording: NumbaWording | undefined,
  context: RuleContext,
): string {
  const plain = rule.message(problem, context);
  const assumed = problem.assumed ? ' (This rests on assumed argument types.)' : '';
  const name = wording?.class ?? rule.meta.numba?.class;
  const numba = [name, wording?.text].filter(Boolean).join(': ');
  return `${plain}${assumed}${numba && `\nNumba: ${numba}`}`;
}

/** A failure that rests on a guessed type is a hint, whatever its rule says. */
function severityOf(rule: Rule<ProblemKind>, problem: Problem, settings: AnalysisSettings): Severity | 'off' {
  const set = settings.rules[rule.meta.code];
  if (set === 'off') return 'off';
  if (problem.assumed) return 'hint';
  const severity = set ?? rule.meta.severity;
  return problem.compilesAnyway && severity === 'error' ? 'warning' : severity;
}

const roles: Record<RelatedFact['role'], (subject: string, type: string) => string> = {
  assigned: (subject, type) => `${subject} is assigned ${type} here`,
  argument: (subject, type) => `${subject} is passed ${type} here`,
  called: (subject, type) => `${subject} is called here${type === 'a value' ? '' : ` with ${type}`}`,
  returned: (_, type) => `${type} is returned here`,
  defined: (subject) => `${subject} is defined here`,
  appended: (subject, type) => `${type} is appended to ${subject} here`,
  element: (subject, type) => `${subject} holds ${type}`,
};

function relatedInformation(fact: RelatedFact): RelatedInformation {
  const subject = fact.subject ? `'${fact.subject}'` : 'the value';
  return {
    message: roles[fact.role](subject, fact.type ? plainType(fact.type) : 'a value'),
    range: fact.range,
  };
}
