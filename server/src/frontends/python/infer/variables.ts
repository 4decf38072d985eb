import type { BoundFunction, BoundModule, NameSymbol, Scope } from '../bind/boundModule';
import type { Call, Expression, FunctionNode, Lambda, FunctionDef, Name } from '../parse/ast';
import { walkBody, walk } from './children';

/** The function or module that owns a scope's names: comprehensions run inside the function around them. */
export function owner(scope: Scope | undefined): object | undefined {
  let current = scope;
  while (current?.kind === 'comprehension') current = current.parent;
  return current?.kind === 'function' ? current.node : undefined;
}

/** The variable of `fn` that a name reads or assigns; undefined for captured, global and built-in names. */
export function variableOf(module: BoundModule, fn: FunctionNode, name: Name): NameSymbol | undefined {
  const meaning = module.resolve(name);
  const symbol = 'symbol' in meaning ? meaning.symbol : undefined;
  return symbol && owner(symbol.scope) === fn ? symbol : undefined;
}

/** The variable of an enclosing function that a name inside `fn` reads. */
export function capturedVariable(module: BoundModule, fn: FunctionNode, name: Name): NameSymbol | undefined {
  const meaning = module.resolve(name);
  const symbol = 'symbol' in meaning ? meaning.symbol : undefined;
  const at = symbol && owner(symbol.scope);
  return at !== undefined && at !== fn ? symbol : undefined;
}

export interface Closure {
  readonly node: FunctionDef | Lambda;
  readonly function?: BoundFunction;
}

/** The inner function or lambda that an expression names for certain, as Numba must know it to inline the call. */
export function closureNamed(module: BoundModule, expression: Expression): Closure | undefined {
  if (expression.kind === 'Lambda') return { node: expression };
  if (expression.kind !== 'Name') return undefined;
  const meaning = module.resolve(expression);
  if (meaning.kind === 'function') {
    const { function: fn, symbol } = meaning;
    return owner(symbol.scope) && !fn.decorator && symbol.bindings.length === 1
      ? { node: fn.node, function: fn }
      : undefined;
  }
  if (meaning.kind !== 'local' && meaning.kind !== 'captured') return undefined;
  const redefined = definitionInForce(meaning.symbol, expression);
  if (redefined) return redefined;
  const [binding, ...others] = meaning.symbol.bindings;
  if (binding?.kind !== 'assignment' || others.length > 0 || binding.value.kind !== 'Lambda')
    return undefined;
  return { node: binding.value };
}

/** Of several `def`s of one name, none of them in a branch or loop, the last above a use. */
function definitionInForce(symbol: NameSymbol, use: Name): Closure | undefined {
  const body = functionBody(symbol.scope);
  let last: BoundFunction | undefined;
  for (const binding of symbol.bindings) {
    if (binding.kind !== 'function' || !body?.includes(binding.function.node)) return undefined;
    if (binding.function.node.range.end <= use.range.start) last = binding.function;
  }
  return last && !last.decorator ? { node: last.node, function: last } : undefined;
}

function functionBody(scope: Scope): readonly object[] | undefined {
  const node = owner(scope) as FunctionNode | undefined;
  return node?.kind === 'FunctionDef' ? node.body : undefined;
}

/** Variables of functions around `node` that its body reads, directly or through closures it calls, in order of first use. */
export function freeVariables(module: BoundModule, node: FunctionNode): NameSymbol[] {
  const found = new Set<NameSymbol>();
  const seen = new Set<object>();
  const visit = (closure: FunctionNode): void => {
    if (seen.has(closure)) return;
    seen.add(closure);
    for (const inner of bodyNodes(closure)) {
      if (inner.kind === 'Name') {
        const symbol = capturedVariable(module, closure, inner);
        const called = closureNamed(module, inner);
        if (called) visit(called.node);
        else if (symbol && owner(symbol.scope) !== node && !isInside(symbol.scope, node)) found.add(symbol);
      } else if (inner.kind === 'Lambda') visit(inner);
      else if (inner.kind === 'FunctionDef') visit(inner);
    }
  };
  visit(node);
  return [...found];
}

/** The calls of a closure below `call`'s own function part: what its inlined body reads at that point. */
export function calledClosure(module: BoundModule, call: Call): Closure | undefined {
  return closureNamed(module, call.func);
}

function bodyNodes(fn: FunctionNode) {
  return fn.kind === 'Lambda' ? walk(fn.body, (n) => n.kind !== 'Lambda') : walkBody(fn.body);
}

function isInside(scope: Scope, node: object): boolean {
  for (let current: Scope | undefined = scope; current; current = current.parent) {
    if (current.node === node) return true;
  }
  return false;
}
