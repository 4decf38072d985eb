import type { Fix } from '../../../diagnostics/fix';
import { walkAll } from '../advice/childNodes';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { nodeAt } from './findNode';
import { importModule } from './importName';
import { quickFix, replace, surround } from './quickFix';

/** `a[-i]` becomes `a[(len(a) - i) % len(a)]`. */
export function wrapNegativeIndex(
  problem: ProblemOf<'negative-prange-index'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const at = nodeAt(module, problem.range, 'Subscript');
  const negated = nodeAt(module, problem.range, 'UnaryOp');
  if (!at || !negated) return [];
  const axis = at.index.kind === 'Tuple' ? at.index.elements.indexOf(negated) : 0;
  const array = file.slice(at.value.range);
  const length = at.index.kind === 'Tuple' ? `${array}.shape[${axis}]` : `len(${array})`;
  const counter = file.slice(negated.operand.range);
  return quickFix(
    'wrap-negative-index',
    `Count from the length: (${length} - ${counter}) % ${length}`,
    () => [replace(negated.range, `(${length} - ${counter}) % ${length}`)],
  );
}

/** `np.int64(i)` for the bare counter in conditional expressions, so that both sides have a sign. */
export function signPrangeIndex(
  problem: ProblemOf<'unsigned-prange-index'>,
  context: RuleContext,
): readonly Fix[] {
  const loop = nodeAt(context.module, problem.range, 'For');
  if (!loop) return [];
  const bare = walkAll(loop.body)
    .flatMap((node) => (node.kind === 'IfExp' ? [node.body, node.orelse] : []))
    .filter((side) => side.kind === 'Name' && side.id === problem.index);
  return quickFix('sign-prange-index', `Give the counter a sign: np.int64(${problem.index})`, () => {
    const numpy = importModule(context, 'numpy', 'np');
    return [...numpy.edits, ...bare.flatMap((one) => surround(one.range, `${numpy.reference}.int64(`, ')'))];
  });
}
