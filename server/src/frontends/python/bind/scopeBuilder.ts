import type { TextRange } from '@jitsight/shared/source/range';
import type { Expression, FunctionDef, Statement } from '../parse/ast';
import type { Binding, BoundFunction, NameSymbol, Scope } from './boundModule';

/** A scope while names are still being collected. */
export interface OpenScope extends Scope {
  readonly parent?: OpenScope;
  readonly symbols: Map<string, OpenSymbol>;
  /** Modules of `from module import *` here, in order. */
  readonly starImports: string[];
}

export interface OpenSymbol extends NameSymbol {
  isParameter: boolean;
  isGlobalDeclaration: boolean;
  isNonlocalDeclaration: boolean;
  readonly bindings: OpenBinding[];
}

export type OpenBinding = Binding & BindingPlace;

/** Facts about a binding that only name resolution needs. */
export interface BindingPlace {
  /** From here on the name has this value, for code that runs top to bottom. */
  readonly effectiveFrom: number;
  /** Made for the case that an import fails, which is not the case to analyse. */
  readonly isFallback?: boolean;
  /** Made by a `global` or `nonlocal` declaration of an inner function. */
  readonly isForeign?: boolean;
}

export type OpenFunction = { -readonly [K in keyof BoundFunction]: BoundFunction[K] };

export function openScope(
  kind: Scope['kind'],
  node: object | undefined,
  parent: OpenScope | undefined,
): OpenScope {
  return { kind, node, ...(parent && { parent }), symbols: new Map(), starImports: [] };
}

export function symbolIn(scope: OpenScope, name: string): OpenSymbol {
  let symbol = scope.symbols.get(name);
  if (!symbol) {
    symbol = {
      name,
      scope,
      isParameter: false,
      isGlobalDeclaration: false,
      isNonlocalDeclaration: false,
      bindings: [],
    };
    scope.symbols.set(name, symbol);
  }
  return symbol;
}

/** Records that `name` is bound in `scope`, or where a `global` or `nonlocal` declaration there sends it. */
export function bindName(scope: OpenScope, name: string, binding: OpenBinding): void {
  const symbol = symbolIn(scope, name);
  const target = declaredScope(scope, symbol);
  if (target === scope) symbol.bindings.push(binding);
  else symbolIn(target, name).bindings.push({ ...binding, isForeign: true });
}

function declaredScope(scope: OpenScope, symbol: OpenSymbol): OpenScope {
  if (symbol.isGlobalDeclaration) return moduleScopeOf(scope);
  if (!symbol.isNonlocalDeclaration) return scope;
  for (let outer = scope.parent; outer; outer = outer.parent) {
    if (outer.kind === 'function' && outer.symbols.has(symbol.name)) return outer;
  }
  return scope;
}

export function moduleScopeOf(scope: OpenScope): OpenScope {
  let current = scope;
  while (current.parent) current = current.parent;
  return current;
}

/** Where a walrus binds: past the comprehensions it stands in. */
export function scopeOfWalrus(scope: OpenScope): OpenScope {
  let current = scope;
  while (current.kind === 'comprehension' && current.parent) current = current.parent;
  return current;
}

/** What is being collected for one module. */
export interface Collection {
  readonly moduleName: string;
  readonly isPackage: boolean;
  readonly scopes: Map<object, OpenScope>;
  readonly scopeOfNode: Map<Expression | Statement, OpenScope>;
  readonly functions: OpenFunction[];
  readonly functionOf: Map<object, OpenFunction>;
  readonly calls: CollectedCall[];
  readonly decorated: Map<FunctionDef, OpenScope>;
}

export interface CollectedCall {
  readonly call: Expression & { readonly kind: 'Call' };
  readonly caller?: OpenFunction;
}

/** Where the walk stands. */
export interface Place {
  readonly scope: OpenScope;
  readonly function?: OpenFunction;
  readonly className?: string;
  /** `Class.`, `outer.<locals>.`. */
  readonly prefix: string;
  readonly isFallback: boolean;
  readonly statement?: Statement;
}

export function otherBinding(place: Place, range: TextRange, statement: Statement): OpenBinding {
  return { kind: 'other', range, statement, effectiveFrom: range.end, isFallback: place.isFallback };
}
