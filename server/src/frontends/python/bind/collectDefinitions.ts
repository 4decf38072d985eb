import type { ClassDef, FunctionDef, Lambda, Parameter } from '../parse/ast';
import type { BoundModule } from './boundModule';
import { collectBody, declareNames } from './collect';
import { collectExpression } from './collectExpressions';
import {
  bindName,
  type Collection,
  type OpenFunction,
  openScope,
  type Place,
  symbolIn,
} from './scopeBuilder';

export function collectDefinition(
  collection: Collection,
  place: Place,
  statement: FunctionDef | ClassDef,
): void {
  for (const decorator of statement.decorators) collectExpression(collection, place, decorator);
  if (statement.kind === 'FunctionDef') collectFunction(collection, place, statement);
  else collectClass(collection, place, statement);
}

function collectFunction(collection: Collection, place: Place, node: FunctionDef): void {
  const fn: OpenFunction = {
    qualifiedName: place.prefix + node.name,
    node,
    // Filled in when the module exists.
    module: undefined as unknown as BoundModule,
    ...(place.function && { enclosing: place.function }),
    ...(place.className !== undefined && { inClass: place.className }),
    otherDecorators: [],
  };
  collection.functions.push(fn);
  collection.functionOf.set(node, fn);
  collection.decorated.set(node, place.scope);
  bindName(place.scope, node.name, {
    kind: 'function',
    function: fn,
    range: node.nameRange,
    effectiveFrom: node.range.end,
    isFallback: place.isFallback,
  });
  if (node.returns) collectExpression(collection, place, node.returns);
  const inner: Place = {
    scope: openScope('function', node, place.scope),
    function: fn,
    prefix: `${fn.qualifiedName}.<locals>.`,
    isFallback: false,
  };
  collection.scopes.set(node, inner.scope);
  declareNames(inner, node.body);
  collectParameters(collection, place, inner, node.params);
  collectBody(collection, inner, node.body);
}

export function collectLambda(collection: Collection, place: Place, node: Lambda): void {
  const inner: Place = { ...place, scope: openScope('function', node, place.scope) };
  collection.scopes.set(node, inner.scope);
  collectParameters(collection, place, inner, node.params);
  collectExpression(collection, inner, node.body);
}

/** Annotations and defaults belong to the scope around the function. */
function collectParameters(
  collection: Collection,
  outer: Place,
  inner: Place,
  params: readonly Parameter[],
): void {
  params.forEach((param, index) => {
    if (param.annotation) collectExpression(collection, outer, param.annotation);
    if (param.default) collectExpression(collection, outer, param.default);
    const symbol = symbolIn(inner.scope, param.name);
    symbol.isParameter = true;
    symbol.bindings.push({ kind: 'parameter', index, range: param.range, effectiveFrom: param.range.end });
  });
}

function collectClass(collection: Collection, place: Place, node: ClassDef): void {
  for (const base of node.bases) collectExpression(collection, place, base);
  bindName(place.scope, node.name, {
    kind: 'class',
    name: place.prefix + node.name,
    range: node.nameRange,
    node,
    effectiveFrom: node.range.end,
    isFallback: place.isFallback,
  });
  const inner: Place = {
    ...place,
    scope: openScope('class', node, place.scope),
    className: node.name,
    prefix: `${place.prefix}${node.name}.`,
  };
  collection.scopes.set(node, inner.scope);
  declareNames(inner, node.body);
  collectBody(collection, inner, node.body);
}
