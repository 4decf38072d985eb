import type { Call, Comprehension, Constant, Expression, Name, Statement } from '../parse/ast';
import { collectLambda } from './collectDefinitions';
import {
  bindName,
  type Collection,
  openScope,
  otherBinding,
  type Place,
  scopeOfWalrus,
  symbolIn,
} from './scopeBuilder';

/** Records the scope of an expression and of everything in it, and the calls, lambdas and walruses there. */
export function collectExpression(collection: Collection, place: Place, expression: Expression): void {
  collection.scopeOfNode.set(expression, place.scope);
  const visit = (inner: Expression | undefined) => {
    if (inner) collectExpression(collection, place, inner);
  };
  switch (expression.kind) {
    case 'Lambda':
      collectLambda(collection, place, expression);
      return;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      collectComprehension(collection, place, expression, [expression.element]);
      return;
    case 'DictComp':
      collectComprehension(collection, place, expression, [expression.key, expression.value]);
      return;
    case 'NamedExpr':
      visit(expression.value);
      collectWalrus(collection, place, expression);
      return;
    case 'Call':
      collection.calls.push({ call: expression, ...(place.function && { caller: place.function }) });
      visit(expression.func);
      for (const arg of expression.args) visit(arg);
      for (const keyword of expression.keywords) visit(keyword.value);
      return;
    default:
      for (const operand of operandsOf(expression)) visit(operand);
      return;
  }
}

function operandsOf(expression: Expression): readonly (Expression | undefined)[] {
  switch (expression.kind) {
    case 'BinOp':
      return [expression.left, expression.right];
    case 'UnaryOp':
      return [expression.operand];
    case 'BoolOp':
      return expression.values;
    case 'Compare':
      return [expression.left, ...expression.comparators];
    case 'Attribute':
    case 'Starred':
    case 'Await':
    case 'Yield':
    case 'YieldFrom':
      return [expression.value];
    case 'Subscript':
      return [expression.value, expression.index];
    case 'Slice':
      return [expression.lower, expression.upper, expression.step];
    case 'Tuple':
    case 'List':
    case 'Set':
      return expression.elements;
    case 'Dict':
      return expression.items.flatMap((item) => [item.key, item.value]);
    case 'IfExp':
      return [expression.test, expression.body, expression.orelse];
    case 'JoinedStr':
      return expression.values.map((part) => (typeof part === 'string' ? undefined : part.value));
    default:
      return [];
  }
}

type ComprehensionNode = Expression & { readonly generators: readonly Comprehension[] };

/** The first iterable is evaluated outside, everything else in the comprehension's own scope. */
function collectComprehension(
  collection: Collection,
  place: Place,
  node: ComprehensionNode,
  results: readonly Expression[],
): void {
  const inner: Place = { ...place, scope: openScope('comprehension', node, place.scope) };
  collection.scopes.set(node, inner.scope);
  node.generators.forEach((generator, index) => {
    collectExpression(collection, index === 0 ? place : inner, generator.iter);
    if (place.statement) collectTarget(collection, inner, generator.target, place.statement);
    for (const test of generator.ifs) collectExpression(collection, inner, test);
  });
  for (const result of results) collectExpression(collection, inner, result);
}

function collectWalrus(
  collection: Collection,
  place: Place,
  expression: Expression & { kind: 'NamedExpr' },
): void {
  const { target, value, range } = expression;
  const scope = scopeOfWalrus(place.scope);
  collection.scopeOfNode.set(target, scope);
  if (!place.statement) return;
  bindName(scope, target.id, {
    kind: 'assignment',
    target,
    value,
    range: target.range,
    statement: place.statement,
    effectiveFrom: range.end,
    isFallback: place.isFallback,
  });
}

/** Binds the names of a target. Only a plain `name = value` is bound to an expression. */
export function collectTarget(
  collection: Collection,
  place: Place,
  target: Expression,
  statement: Statement,
  value?: Expression,
): void {
  collection.scopeOfNode.set(target, place.scope);
  switch (target.kind) {
    case 'Name':
      if (value) bindValue(place, target, value, statement);
      // `x: int` alone makes the name local and gives it no value.
      else if (statement.kind === 'AnnAssign') symbolIn(place.scope, target.id);
      else bindName(place.scope, target.id, otherBinding(place, target.range, statement));
      return;
    case 'Tuple':
    case 'List': {
      const values = pairedValues(place, target.elements, value);
      target.elements.forEach((element, index) => {
        collectTarget(collection, place, element, statement, values?.[index]);
      });
      return;
    }
    case 'Starred':
      collectTarget(collection, place, target.value, statement);
      return;
    default:
      collectExpression(collection, place, target);
      return;
  }
}

/** `a, b = 1, 2` binds each name to its own value, and so does `A, B, C = range(3)` in a module. */
function pairedValues(
  place: Place,
  targets: readonly Expression[],
  value: Expression | undefined,
): readonly Expression[] | undefined {
  if (value?.kind === 'Call' && place.scope.kind === 'module') return countedOff(targets, value);
  if (value?.kind !== 'Tuple' && value?.kind !== 'List') return undefined;
  const isPlain = [...targets, ...value.elements].every((one) => one.kind !== 'Starred');
  return isPlain && targets.length === value.elements.length ? value.elements : undefined;
}

function countedOff(targets: readonly Expression[], { func, args, keywords, range }: Call) {
  const [count, ...others] = args;
  if (func.kind !== 'Name' || func.id !== 'range' || others.length + keywords.length > 0) return undefined;
  if (count?.kind !== 'Constant' || count.value.type !== 'int') return undefined;
  if (count.value.value !== BigInt(targets.length)) return undefined;
  return targets.map(
    (_, i): Constant => ({ kind: 'Constant', range, value: { type: 'int', value: BigInt(i) } }),
  );
}

function bindValue(place: Place, target: Name, value: Expression, statement: Statement): void {
  bindName(place.scope, target.id, {
    kind: 'assignment',
    target,
    value,
    range: target.range,
    statement,
    effectiveFrom: statement.range.end,
    isFallback: place.isFallback,
  });
}
