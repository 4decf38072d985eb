import type { FunctionDef, Lambda, Return } from '../parse/ast';
import type { BoundModule } from './boundModule';
import type { Collection, OpenFunction } from './scopeBuilder';

/** The lambda as a function: `fast = njit(lambda x: x + 1)` makes one that returns its body. */
export function lambdaFunction(collection: Collection, lambda: Lambda): OpenFunction | undefined {
  const known = collection.functionOf.get(lambda);
  if (known) return known;
  const scope = collection.scopes.get(lambda);
  if (!scope) return undefined;
  const { range, params, body } = lambda;
  const result: Return = { kind: 'Return', value: body, range: body.range };
  const node: FunctionDef = {
    kind: 'FunctionDef',
    name: '<lambda>',
    nameRange: { start: range.start, end: range.start + 'lambda'.length },
    isAsync: false,
    decorators: [],
    params,
    body: [result],
    headerRange: { start: range.start, end: body.range.start },
    range,
  };
  // The lambda's names are those of the function it is now.
  const names = { ...scope, node };
  Object.assign(scope, names);
  collection.scopes.set(node, scope);
  collection.scopeOfNode.set(result, scope);
  const fn: OpenFunction = {
    qualifiedName: '<lambda>',
    node,
    module: undefined as unknown as BoundModule,
    otherDecorators: [],
  };
  collection.functions.push(fn);
  collection.functionOf.set(lambda, fn);
  collection.functionOf.set(node, fn);
  return fn;
}
