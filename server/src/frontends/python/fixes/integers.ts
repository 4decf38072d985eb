import type { Fix } from '../../../diagnostics/fix';
import { walk } from '../advice/childNodes';
import type { AstNode } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { nodeAt, simpleStatementAt } from './findNode';
import { importModule } from './importName';
import { quickFix, replace, surround } from './quickFix';

/** `np.uint64(...)` around the integer literals of the assignment that mixes in a sign. */
export function keepUnsigned(problem: ProblemOf<'unsigned-mix'>, context: RuleContext): readonly Fix[] {
  const statement = simpleStatementAt(context.module, problem.range);
  if (statement?.kind !== 'Assign' && statement?.kind !== 'AugAssign') return [];
  const literals = walk(statement.value).filter(isInteger);
  if (literals.length === 0) return [];
  return quickFix('keep-unsigned', 'Keep it unsigned: np.uint64() around the constants', () => {
    const numpy = importModule(context, 'numpy', 'np');
    return [
      ...numpy.edits,
      ...literals.flatMap((one) => surround(one.range, `${numpy.reference}.uint64(`, ')')),
    ];
  });
}

function isInteger(node: AstNode): boolean {
  return node.kind === 'Constant' && node.value.type === 'int';
}

/** `r = 1` becomes `r = 1.0`: the first related place is the start. */
export function startWithFloat(
  { related, subject }: ProblemOf<'integer-overflow'>,
  { file }: RuleContext,
): readonly Fix[] {
  const start = related?.[0]?.range;
  if (!start || !/^\d+$/.test(file.slice(start))) return [];
  return quickFix(
    'start-with-float',
    `Compute '${subject}' as a float: start with ${file.slice(start)}.0`,
    () => [replace(start, `${file.slice(start)}.0`)],
  );
}

/** `float(a) ** b`. */
export function floatBase(
  problem: ProblemOf<'integer-negative-power'>,
  context: RuleContext,
): readonly Fix[] {
  const power = nodeAt(context.module, problem.range, 'BinOp');
  if (power?.op !== '**') return [];
  return quickFix('float-base', 'Make the base a float', () =>
    surround(power.left.range, 'float(', ')').slice(),
  );
}
