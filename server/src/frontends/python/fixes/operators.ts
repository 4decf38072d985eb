import type { Fix } from '../../../diagnostics/fix';
import type { Expression } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { nodeAt, pathTo } from './findNode';
import { importModule } from './importName';
import { insert, quickFix, replace } from './quickFix';

export function operatorFixes(
  problem: ProblemOf<'unsupported-operator'>,
  context: RuleContext,
): readonly Fix[] {
  return problem.operator === '@' ? floatMatrices(problem, context) : plainDivision(problem, context);
}

/** `a @ b` of integers becomes `a.astype(np.float64) @ b.astype(np.float64)`. */
function floatMatrices(
  { range, types }: ProblemOf<'unsupported-operator'>,
  context: RuleContext,
): readonly Fix[] {
  const product = nodeAt(context.module, range, 'BinOp');
  const isSmall = types.every((one) => one.kind === 'array' && one.ndim <= 2);
  if (product?.op !== '@' || !isSmall) return [];
  const sides = [product.left, product.right].filter((_, i) => {
    const type = types[i];
    return type?.kind === 'array' && !(type.dtype.kind === 'float' && type.dtype.bits === 64);
  });
  return quickFix('float-matrices', 'Convert to float64', () => {
    const numpy = importModule(context, 'numpy', 'np');
    return [...numpy.edits, ...sides.flatMap((side) => converted(side, numpy.reference))];
  });
}

function converted(side: Expression, numpy: string) {
  const text = `.astype(${numpy}.float64)`;
  const isPlain = ['Name', 'Call', 'Attribute', 'Subscript'].includes(side.kind);
  if (isPlain) return [insert(side.range.end, text)];
  return [insert(side.range.start, '('), insert(side.range.end, `)${text}`)];
}

/** `a /= 2` becomes `a = a / 2` where no loop or branch makes both one variable. */
function plainDivision(
  { range, operator }: ProblemOf<'unsupported-operator'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const statement = nodeAt(module, range, 'AugAssign');
  const isNested = pathTo(module, range).some((one) =>
    ['For', 'While', 'If', 'Try', 'With'].includes(one.kind),
  );
  if (operator !== '/=' || statement?.target.kind !== 'Name' || isNested) return [];
  const name = statement.target.id;
  return quickFix('plain-division', `Make a new array: ${name} = ${name} / ...`, () =>
    [
      replace({ start: statement.range.start, end: statement.value.range.start }, `${name} = ${name} / `),
      ...(statement.value.kind === 'BinOp'
        ? [insert(statement.value.range.start, '('), insert(statement.value.range.end, ')')]
        : []),
    ].filter((one) => file.text.length >= one.range.end),
  );
}
