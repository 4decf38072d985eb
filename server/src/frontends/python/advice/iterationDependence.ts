import type { TextRange } from '@jitsight/shared/source/range';
import { children } from '../infer/children';
import type { AstNode, Expression, For, Name, Statement, Subscript } from '../parse/ast';
import { boundNames, walk, walkAll } from './childNodes';

/** Why iterations of a loop depend on each other. */
export interface Conflict {
  readonly range: TextRange;
  readonly subject: string;
  readonly reason: string;
}

/** Methods that change their receiver, so that it is shared state between iterations. */
const mutators = new Set([
  'append',
  'extend',
  'insert',
  'pop',
  'remove',
  'clear',
  'sort',
  'reverse',
  'fill',
  'add',
  'discard',
  'update',
  'setdefault',
  'popitem',
]);

/**
 * What keeps the iterations of `for i in range(...)` from running in any order. Empty means: every element written
 * belongs to one iteration, every scalar is set before it is read or is a reduction (`s += ...`), nothing leaves
 * the loop early. Two names of one array are not seen through; Numba does not either.
 */
export function iterationConflicts(loop: For): readonly Conflict[] {
  if (loop.target.kind !== 'Name')
    return [{ range: loop.target.range, subject: 'the target', reason: 'it is not a single name' }];
  const index = loop.target.id;
  return [
    ...earlyExits(loop.body, 0),
    ...mutatedContainers(loop.body),
    ...sharedElements(loop.body, index),
    ...carriedScalars(loop.body, index),
  ];
}

function* earlyExits(body: readonly AstNode[], loops: number): Generator<Conflict> {
  for (const node of body) {
    if (node.kind === 'FunctionDef' || node.kind === 'Lambda' || node.kind === 'ClassDef') continue;
    if (node.kind === 'Return' || (node.kind === 'Break' && loops === 0)) {
      const what = node.kind === 'Return' ? 'return' : 'break';
      yield { range: node.range, subject: what, reason: 'it leaves the loop early' };
    } else if (node.kind === 'Yield' || node.kind === 'YieldFrom' || node.kind === 'Raise') {
      yield { range: node.range, subject: node.kind.toLowerCase(), reason: 'it leaves the loop' };
    }
    yield* earlyExits(children(node), loops + (node.kind === 'For' || node.kind === 'While' ? 1 : 0));
  }
}

function* mutatedContainers(body: readonly AstNode[]): Generator<Conflict> {
  for (const node of walkAll(body)) {
    if (node.kind !== 'Call' || node.func.kind !== 'Attribute' || !mutators.has(node.func.attr)) continue;
    const subject = rootName(node.func.value)?.id;
    if (subject)
      yield { range: node.range, subject, reason: `.${node.func.attr}() changes it in every iteration` };
  }
}

/** An array that is written must be written, and read, at this iteration's own elements only. */
function* sharedElements(body: readonly Statement[], index: string): Generator<Conflict> {
  const writes = new Map<string, Subscript[]>();
  for (const node of walkAll(body)) {
    for (const target of storeTargets(node)) {
      const name = target.kind === 'Subscript' ? rootName(target)?.id : undefined;
      if (name && target.kind === 'Subscript') writes.set(name, [...(writes.get(name) ?? []), target]);
    }
  }
  const private_ = privateNames(body);
  for (const [name, targets] of writes) {
    if (private_.has(name)) continue;
    const stray = targets.find((target) => ownAxis(target, index) === undefined);
    if (stray) {
      yield {
        range: stray.range,
        subject: name,
        reason: `'${index}' alone does not say which element is written`,
      };
      continue;
    }
    const axes = new Set(targets.map((target) => ownAxis(target, index)));
    const foreign = readsOf(name, body).find((read) => !axes.has(ownAxis(read, index)) || axes.size > 1);
    if (foreign)
      yield {
        range: foreign.range,
        subject: name,
        reason: 'another iteration may write the element that is read',
      };
  }
}

/** Outermost subscripts of the array, wherever they stand; a bare use of the name counts as one without an axis. */
function readsOf(name: string, body: readonly AstNode[]): readonly AstNode[] {
  const reads: AstNode[] = [];
  const visit = (node: AstNode) => {
    if (node.kind === 'Subscript' && rootName(node)?.id === name) {
      reads.push(node);
      for (const part of subscriptIndices(node)) visit(part);
    } else if (node.kind === 'Attribute' && node.value.kind === 'Name' && node.value.id === name) {
      if (!['shape', 'ndim', 'size', 'dtype'].includes(node.attr)) reads.push(node);
    } else if (node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === 'len') {
      return;
    } else if (node.kind === 'Name') {
      if (node.id === name) reads.push(node);
    } else {
      for (const child of children(node)) visit(child);
    }
  };
  for (const node of body) visit(node);
  return reads;
}

/** The position of the index that is exactly the loop variable: 0 for `a[i]`, `a[i, j]`, `a[i][j]`; undefined if none. */
function ownAxis(node: AstNode, index: string): number | undefined {
  if (node.kind !== 'Subscript') return undefined;
  const position = subscriptIndices(node).findIndex((one) => one.kind === 'Name' && one.id === index);
  return position < 0 ? undefined : position;
}

/** `a[i][j, k]` gives i, j, k. */
function subscriptIndices(node: Subscript): readonly Expression[] {
  const outer = node.value.kind === 'Subscript' ? subscriptIndices(node.value) : [];
  return [...outer, ...(node.index.kind === 'Tuple' ? node.index.elements : [node.index])];
}

function* carriedScalars(body: readonly Statement[], index: string): Generator<Conflict> {
  const set = new Set<string>();
  for (const node of walkAll(body))
    for (const target of storeTargets(node)) for (const name of boundNames(target)) set.add(name);
  const private_ = privateNames(body);
  for (const name of set) {
    if (name === index) {
      yield { range: body[0]!.range, subject: name, reason: 'the loop variable is assigned in the body' };
    } else if (!private_.has(name) && !isReduction(name, body)) {
      const use = walkAll(body).find((node) => node.kind === 'Name' && node.id === name)!;
      yield { range: use.range, subject: name, reason: 'one iteration reads what an earlier one left in it' };
    }
  }
}

/** Names that the body assigns before anything in it reads them, on every path: each iteration has its own. */
function privateNames(body: readonly Statement[]): ReadonlySet<string> {
  const assigned = new Set<string>();
  const readFirst = new Set<string>();
  for (const statement of body) scanPrivate(statement, assigned, readFirst);
  for (const name of readFirst) assigned.delete(name);
  return assigned;
}

function scanPrivate(statement: Statement, assigned: Set<string>, readFirst: Set<string>): void {
  const targets = storeTargets(statement).flatMap(boundNames);
  const augmented = statement.kind === 'AugAssign';
  const reads = [...walk(statement)].filter((node): node is Name => node.kind === 'Name');
  const isSimple = !('body' in statement);
  const pure =
    isSimple && !augmented ? targets : statement.kind === 'For' ? boundNames(statement.target) : [];
  for (const { id } of reads) if (!assigned.has(id) && !pure.includes(id)) readFirst.add(id);
  if (isSimple && !augmented) {
    for (const name of targets) {
      const selfRead =
        reads.filter((read) => read.id === name).length > targets.filter((one) => one === name).length;
      if (selfRead && !assigned.has(name)) readFirst.add(name);
      assigned.add(name);
    }
  } else if (statement.kind === 'For') {
    for (const name of pure) assigned.add(name);
  }
}

/** Only `name op= expression` with one commutative operator, and no other use: Numba makes it a reduction. */
function isReduction(name: string, body: readonly Statement[]): boolean {
  let operator: string | undefined;
  let uses = 0;
  let reductions = 0;
  for (const node of walkAll(body)) {
    if (node.kind === 'Name' && node.id === name) uses++;
    if (node.kind !== 'AugAssign' || node.target.kind !== 'Name' || node.target.id !== name) continue;
    if (!['+', '*', '-'].includes(node.op) || (operator !== undefined && operator !== node.op)) return false;
    operator = node.op;
    reductions++;
  }
  return reductions > 0 && uses === reductions;
}

function storeTargets(node: AstNode): readonly Expression[] {
  if (node.kind === 'Assign') return node.targets;
  if (node.kind === 'AugAssign' || node.kind === 'AnnAssign' || node.kind === 'For') return [node.target];
  if (node.kind === 'NamedExpr') return [node.target];
  return [];
}

function rootName(expression: Expression): Name | undefined {
  if (expression.kind === 'Name') return expression;
  if (expression.kind === 'Subscript' || expression.kind === 'Attribute') return rootName(expression.value);
  return undefined;
}
