import type { Call, Expression, Statement } from '../parse/ast';
import { type DecoratorValue, decoratorValue, numbaDecorator, wrappedArgument } from './decorators';
import { factoryResult } from './factories';
import { lambdaFunction } from './lambdas';
import type { Resolver } from './resolve';
import type { Collection, OpenFunction } from './scopeBuilder';

/** Puts decorators on functions: above them, by a wrapping call, or by `jit_module()`. */
export function attachDecorators(
  collection: Collection,
  resolver: Resolver,
  body: readonly Statement[],
): void {
  for (const fn of collection.functions) decorate(resolver, fn);
  for (const { call } of collection.calls) {
    const wrapped = wrappedArgument(resolver, call);
    const fn = wrapped && functionBehind(collection, resolver, wrapped.argument);
    if (fn && !fn.decorator) fn.decorator = numbaDecorator(resolver, wrapped.decorator, call, 'wrap');
  }
  for (const statement of body) {
    const value = statement.kind === 'ExpressionStatement' ? statement.value : undefined;
    const decorator = value?.kind === 'Call' ? decoratorValue(resolver, value) : undefined;
    if (value?.kind === 'Call' && decorator?.kind === 'jit_module')
      decorateModule(collection, resolver, decorator, value);
  }
}

/** The function a wrapping call stands for, so that `fast = njit(f)` makes `fast` mean f. */
export function wrappedFunction(
  collection: Collection,
  resolver: Resolver,
  expression: Expression,
): OpenFunction | undefined {
  if (expression.kind !== 'Call') return undefined;
  const wrapped = wrappedArgument(resolver, expression);
  if (wrapped) return functionBehind(collection, resolver, wrapped.argument);
  return factoryResult(collection, resolver, expression, (one) => wrappedFunction(collection, resolver, one));
}

function functionBehind(
  collection: Collection,
  resolver: Resolver,
  expression: Expression,
): OpenFunction | undefined {
  if (expression.kind === 'Lambda') return lambdaFunction(collection, expression);
  if (expression.kind !== 'Name') return undefined;
  const meaning = resolver.resolve(expression);
  return meaning.kind === 'function' ? collection.functionOf.get(meaning.function.node) : undefined;
}

function decorate(resolver: Resolver, fn: OpenFunction): void {
  const others: Expression[] = [];
  for (const node of fn.node.decorators) {
    const value = decoratorValue(resolver, node);
    if (value && value.kind !== 'jit_module' && !fn.decorator) {
      fn.decorator = numbaDecorator(resolver, value, node, node.kind === 'Call' ? 'call' : 'bare');
    } else others.push(node);
  }
  fn.otherDecorators = others;
}

/** `jit_module()` compiles the plain functions of the module that are defined when it runs. */
function decorateModule(collection: Collection, resolver: Resolver, value: DecoratorValue, call: Call): void {
  for (const fn of collection.functions) {
    const isTopLevel = !fn.enclosing && fn.inClass === undefined;
    if (!isTopLevel || fn.decorator || fn.node.isAsync || fn.node.range.end > call.range.start) continue;
    fn.decorator = numbaDecorator(resolver, value, call, 'module');
  }
}
