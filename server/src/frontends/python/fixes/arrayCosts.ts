import type { Fix } from '../../../diagnostics/fix';
import { walk, walkAll } from '../advice/childNodes';
import { pathTo, nodeAt } from './findNode';
import type { Assign, AstNode, Call, Expression, For } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { isOnlyIndexed } from '../checks/arrayCostChecks';
import { quickFix, replace } from './quickFix';

/** `r = np.empty(0)` and `r = np.append(r, x)` in `for i in range(n)` become `r = np.empty(n)` and `r[i] = x`. */
export function preallocate(
  problem: ProblemOf<'append-in-loop'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const path = pathTo(module, problem.range);
  const loop = path.findLast((one): one is For => one.kind === 'For');
  const statement = path.findLast((one): one is Assign => one.kind === 'Assign');
  if (!loop || !statement || !problem.function || statement.value.kind !== 'Call') return [];
  const [, added] = statement.value.args;
  const count = onceForEach(loop, module.qualifiedName);
  const start = emptyStart(problem.subject, problem.function.node.body, loop, (call) =>
    module.qualifiedName(call.func),
  );
  const isPlain = problem.callee === 'np.append' && added && statement.value.args.length === 2;
  if (
    !isPlain ||
    !count ||
    !start ||
    !loop.body.includes(statement) ||
    usesIn(loop.body, problem.subject) !== 2
  )
    return [];
  const isScalar = !['List', 'Tuple', 'ListComp'].includes(added.kind);
  if (!isScalar || walkAll(loop.body).some(({ kind }) => kind === 'Break' || kind === 'Continue')) return [];
  return quickFix('preallocate', 'Make the array once and assign its elements', () => [
    replace(start.range, file.slice(count.range)),
    replace(
      statement.range,
      `${problem.subject}[${file.slice(loop.target.range)}] = ${file.slice(added.range)}`,
    ),
  ]);
}

/** The `n` of `for i in range(n)`. */
function onceForEach(
  { iter, target }: For,
  nameOf: (node: Expression) => string | undefined,
): Expression | undefined {
  const isRange = iter.kind === 'Call' && nameOf(iter.func) === 'builtins.range' && iter.args.length === 1;
  return isRange && target.kind === 'Name' ? iter.args[0] : undefined;
}

/** The `0` of `r = np.empty(0)` before the loop. */
function emptyStart(
  name: string,
  body: readonly AstNode[],
  loop: For,
  nameOf: (call: Call) => string | undefined,
): Expression | undefined {
  const start = walkAll(body).findLast(
    (node): node is Assign =>
      node.kind === 'Assign' &&
      node.range.end < loop.range.start &&
      node.targets.some((one) => one.kind === 'Name' && one.id === name),
  );
  if (start?.value.kind !== 'Call' || !/^numpy\.(empty|zeros)$/.test(nameOf(start.value) ?? ''))
    return undefined;
  const [size] = start.value.args;
  return size?.kind === 'Constant' && size.value.type === 'int' && size.value.value === 0n ? size : undefined;
}

function usesIn(nodes: readonly AstNode[], name: string): number {
  return walkAll(nodes).filter((one) => one.kind === 'Name' && one.id === name).length;
}

/** `np.array([x, y])` becomes `(x, y)` where it is read with constant indices only. */
export function arrayToTuple(
  problem: ProblemOf<'allocation-in-loop'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const call = nodeAt(module, problem.range, 'Call');
  const statement = nodeAt(module, problem.range, 'Assign');
  const [display] = call?.args ?? [];
  const [target] = statement?.targets ?? [];
  if (!call || display?.kind !== 'List' || display.elements.length < 2 || call.args.length > 1) return [];
  if (call.keywords.length > 0 || target?.kind !== 'Name' || !problem.function) return [];
  if (!isOnlyIndexed(target, problem.function) || !isOnlyRead(target.id, problem.function.node.body))
    return [];
  const elements = display.elements.map((one) => file.slice(one.range)).join(', ');
  return quickFix('array-to-tuple', 'Use a tuple', () => [replace(call.range, `(${elements})`)]);
}

function isOnlyRead(name: string, body: readonly AstNode[]): boolean {
  const stored = new Set<AstNode>();
  const nodes = walkAll(body);
  for (const node of nodes) {
    if (node.kind === 'Assign') for (const one of node.targets) stored.add(one);
    if (node.kind === 'AugAssign') stored.add(node.target);
  }
  return nodes.every(
    (node) =>
      node.kind !== 'Subscript' ||
      node.value.kind !== 'Name' ||
      node.value.id !== name ||
      (!stored.has(node) && node.index.kind === 'Constant' && node.index.value.type === 'int'),
  );
}

/** Used by advice on rows: whether anything but arithmetic and calls reads the name, so that it may be kept. */
export function isKept(name: string, body: readonly AstNode[]): boolean {
  return walkAll(body).some(
    (node) =>
      (node.kind === 'Return' && node.value !== undefined && usesIn([node.value], name) > 0) ||
      (node.kind === 'Assign' && node.value.kind === 'Name' && node.value.id === name) ||
      (node.kind === 'Call' &&
        node.func.kind === 'Attribute' &&
        ['append', 'insert'].includes(node.func.attr) &&
        node.args.some((one) => walk(one).some((each) => each.kind === 'Name' && each.id === name))),
  );
}
