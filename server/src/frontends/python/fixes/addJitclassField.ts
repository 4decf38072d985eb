import type { Fix } from '../../../diagnostics/fix';
import { jitclassDecorator } from '../infer/jitclass/jitClass';
import type { ClassDef, Dict, List } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { fileStyle } from './fileStyle';
import { nodeAt } from './findNode';
import { importName } from './importName';
import { insert, quickFix } from './quickFix';

/** `("n", int64)` at the end of a specification that is written out. */
export function addJitclassField(
  problem: ProblemOf<'jitclass-missing-field'>,
  context: RuleContext,
): readonly Fix[] {
  const node = nodeAt(context.module, problem.range, 'ClassDef');
  const spec = node && specificationOf(node, context);
  const { field, fieldType } = problem;
  if (!spec || !fieldType || fieldType === 'unicode_type') return [];
  return quickFix('add-jitclass-field', `Add '${field}' to the specification, as ${fieldType}`, () => {
    const type = importName(context, 'numba', fieldType);
    const { quote } = fileStyle(context.file);
    const name = `${quote}${field}${quote}`;
    const text = spec.kind === 'List' ? `(${name}, ${type.reference})` : `${name}: ${type.reference}`;
    const last = spec.kind === 'List' ? spec.elements.at(-1) : spec.items.at(-1)?.value;
    return [...type.edits, last ? insert(last.range.end, `, ${text}`) : insert(spec.range.end - 1, text)];
  });
}

function specificationOf(node: ClassDef, { module }: RuleContext): List | Dict | undefined {
  const decorator = jitclassDecorator(module, node);
  const written = decorator?.kind === 'Call' ? decorator.args[0] : undefined;
  const spec = written?.kind === 'Name' ? module.valueOf(written) : written;
  return spec?.kind === 'List' || spec?.kind === 'Dict' ? spec : undefined;
}
