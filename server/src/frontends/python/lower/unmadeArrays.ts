import { children, walkBody } from '../infer/children';
import type { Version } from '../infer/ssa';
import type { TypedFunction } from '../infer/typedFunction';
import type { Assign, AstNode, Expression, Name, Statement } from '../parse/ast';
import { assignVersion } from './assignVariable';
import type { Body } from './body';
import { isPureCall } from './effects';
import { namedDeferred } from './elementwiseTree';
import { lowerExpression } from './expressions/lowerExpression';
import { isFusible, takesElements } from './fusible';

/**
 * `t = a * b` where one statement further down reads `t`, once, and nothing up to there can change what `t` is made of:
 * the loop is left to that statement, whose own elementwise operation or sum joins it and needs no array for `t`. Numba
 * joins only operations that have no name. False where the assignment has to be made as it stands.
 */
export function leaveUnmade(body: Body, node: Assign): boolean {
  const { typed, lowering } = body;
  const version = planOf(typed).get(node);
  if (!version) return false;
  const value = lowerExpression(body, node.value, true);
  const { type } = body.variables.of(version);
  // What the statement owns is released at its end.
  const isLasting = lowering.temporaries.owned.length === 0;
  const unmade = isLasting && type.kind === 'array' ? namedDeferred(lowering, value, type) : undefined;
  if (unmade) {
    body.unmade.set(version, unmade);
    body.variables.forgo(body.variables.of(version));
    lowering.module.report({ pass: 'joinArrays', message, range: node.range }, typed.module.file);
  } else assignVersion(body, version, value);
  return true;
}

const message = 'the array is never made: the loop that reads it computes its elements';

const plans = new WeakMap<TypedFunction, ReadonlyMap<Assign, Version>>();

/** A function may be lowered several times. */
function planOf(typed: TypedFunction): ReadonlyMap<Assign, Version> {
  let plan = plans.get(typed);
  if (!plan) {
    plan = makePlan(typed);
    plans.set(typed, plan);
  }
  return plan;
}

function makePlan(typed: TypedFunction): ReadonlyMap<Assign, Version> {
  const plan = new Map<Assign, Version>();
  const { node } = typed;
  if (node.kind === 'Lambda') return plan;
  const uses = singleUses(typed);
  const leaves = new Map<string, ReadonlySet<string>>();
  forEachList(node.body, (list) => {
    list.forEach((statement, at) => {
      if (statement.kind !== 'Assign' || !makesElements(typed, statement.value)) return;
      const [target] = statement.targets;
      const version = target?.kind === 'Name' ? typed.ssa.definitions.get(target) : undefined;
      const use = version && uses.get(version);
      if (!use || statement.targets.length > 1 || typed.types.get(statement.value)?.kind !== 'array') return;
      const read = namesIn(statement.value, leaves);
      leaves.set(use.id, read);
      if (reaches(typed, list.slice(at + 1), use, read)) plan.set(statement, version);
    });
  });
  return plan;
}

/** Versions of variables that one name reads and nothing else: no merge of paths, no `x += ...`, no inner function. */
function singleUses({ ssa, node }: TypedFunction): ReadonlyMap<Version, Name> {
  const uses = new Map<Version, Name | undefined>();
  for (const [name, version] of ssa.uses) uses.set(version, uses.has(version) ? undefined : name);
  for (const version of ssa.augmentedUses.values()) uses.set(version, undefined);
  for (const { operands } of ssa.versions)
    for (const operand of operands) if (operand) uses.set(operand, undefined);
  const shared = new Set(innerNames(node));
  const single = [...uses].filter(
    (entry): entry is [Version, Name] => entry[1] !== undefined && !shared.has(entry[1].id),
  );
  return new Map(single);
}

function innerNames(node: AstNode): string[] {
  return children(node).flatMap((child) =>
    child.kind === 'FunctionDef' || child.kind === 'Lambda' ? [...namesIn(child)] : innerNames(child),
  );
}

/** Names read below the node; one that stands for an array that is not made reads what that array is made of. */
function namesIn(node: AstNode, leaves?: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set<string>();
  for (const one of walkBody([node])) {
    if (one.kind !== 'Name') continue;
    found.add(one.id);
    for (const leaf of leaves?.get(one.id) ?? []) found.add(leaf);
  }
  return found;
}

function forEachList(list: readonly Statement[], visit: (list: readonly Statement[]) => void): void {
  visit(list);
  for (const statement of list) {
    if ('body' in statement && statement.kind !== 'FunctionDef' && statement.kind !== 'ClassDef')
      forEachList(statement.body, visit);
    if ('orelse' in statement) forEachList(statement.orelse, visit);
  }
}

function makesElements(typed: TypedFunction, node: Expression): boolean {
  const resolution = typed.resolutions.get(node) ?? onlyComparison(typed, node);
  return resolution !== undefined && isFusible(resolution) && isQuiet(typed, node);
}

function onlyComparison(typed: TypedFunction, node: Expression) {
  const resolutions = typed.comparisons.get(node);
  return resolutions?.length === 1 ? resolutions[0] : undefined;
}

/** Whether control comes to the use with all that `read` names unchanged. */
function reaches(
  typed: TypedFunction,
  following: readonly Statement[],
  use: Name,
  read: ReadonlySet<string>,
): boolean {
  for (const statement of following) {
    const value = valueIn(statement);
    if (!value) return false;
    if (walkBody([value]).includes(use)) return value !== use && isQuietBefore(typed, value);
    const target =
      statement.kind === 'Assign' && statement.targets.length === 1 ? statement.targets[0] : undefined;
    if (target?.kind !== 'Name' || read.has(target.id) || !isQuiet(typed, value)) return false;
  }
  return false;
}

function valueIn(statement: Statement): Expression | undefined {
  switch (statement.kind) {
    case 'Assign':
    case 'AugAssign':
    case 'Return':
    case 'ExpressionStatement':
      return statement.value;
    default:
      return undefined;
  }
}

/** The operation on top runs when all that it is given was evaluated. */
function isQuietBefore(typed: TypedFunction, value: Expression): boolean {
  if (value.kind !== 'Call') return isQuiet(typed, value);
  return children(value).every((child) => isQuiet(typed, child as Expression));
}

/** Whether evaluating the expression, once, changes nothing and cannot fail but by shapes that do not fit. */
function isQuiet(typed: TypedFunction, node: Expression): boolean {
  const inside = () => children(node).every((child) => isQuiet(typed, child as Expression));
  switch (node.kind) {
    case 'Name':
    case 'Constant':
      return true;
    case 'Attribute':
    case 'UnaryOp':
    case 'Slice':
    case 'Tuple':
    case 'Compare':
      return inside();
    case 'BinOp':
      return (mayDivide(node.op) ? typed.types.get(node)?.kind === 'array' : true) && inside();
    case 'Subscript':
      return !typed.options.boundscheck && inside();
    case 'Call': {
      const resolution = typed.resolutions.get(node);
      if (!resolution) return false;
      return (isFusible(resolution) || takesElements(resolution) || isPureCall(resolution)) && inside();
    }
    default:
      return false;
  }
}

const mayDivide = (op: string): boolean => !['+', '-', '*', '&', '|', '^'].includes(op);
