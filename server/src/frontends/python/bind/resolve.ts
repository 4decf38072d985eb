import type { Expression, Name, Statement } from '../parse/ast';
import type { Meaning, Scope } from './boundModule';
import { builtins } from './builtins';
import {
  type Collection,
  moduleScopeOf,
  type OpenBinding,
  type OpenFunction,
  type OpenScope,
  type OpenSymbol,
} from './scopeBuilder';
import { starExports } from './starExports';

/** Answers what names mean in one collected module. */
export interface Resolver {
  scopeAt(node: Expression | Statement): OpenScope;
  resolve(name: Name): Meaning;
  exported(id: string): Meaning;
  qualifiedName(expression: Expression): string | undefined;
  /** The expression that a name was last bound to where it is used, when that is certain. */
  valueOf(name: Name): Expression | undefined;
}

/** `wrapped` tells which function an expression like `njit(f)` stands for. */
export function makeResolver(
  collection: Collection,
  moduleScope: OpenScope,
  wrapped: (expression: Expression) => OpenFunction | undefined,
): Resolver {
  const known = new Map<Name, Meaning>();
  // Names whose meaning is being looked for: `x = x` has none of its own.
  const pending = new Set<Name>();
  const resolver: Resolver = {
    scopeAt: (node) => collection.scopeOfNode.get(node) ?? moduleScope,
    resolve(name) {
      const done = known.get(name);
      if (done) return done;
      const found = lookUp(resolver.scopeAt(name), name.id);
      if (!found) return remember(name, outsideMeaning(moduleScope, name.id));
      const fallback: Meaning = { kind: found.kind, symbol: found.symbol };
      if (pending.has(name)) return fallback;
      pending.add(name);
      const binding = bindingInForce(found, resolver.scopeAt(name), name);
      const meaning = binding ? bindingMeaning(binding, found) : fallback;
      pending.delete(name);
      return remember(name, meaning);
    },
    exported(id) {
      const found = lookUp(moduleScope, id);
      const binding = found && lastBinding(candidatesOf(found.symbol));
      if (found) return binding ? bindingMeaning(binding, found) : { kind: found.kind, symbol: found.symbol };
      const meaning = outsideMeaning(moduleScope, id);
      return meaning.kind === 'builtin' ? { kind: 'unbound' } : meaning;
    },
    qualifiedName(expression) {
      if (expression.kind === 'Attribute') {
        const base = resolver.qualifiedName(expression.value);
        return base === undefined ? undefined : `${base}.${expression.attr}`;
      }
      if (expression.kind !== 'Name') return undefined;
      const meaning = resolver.resolve(expression);
      if (meaning.kind === 'qualified') return meaning.qualifiedName;
      if (meaning.kind === 'builtin') return `builtins.${meaning.name}`;
      const value =
        meaning.kind === 'local' || meaning.kind === 'captured' ? resolver.valueOf(expression) : undefined;
      return value && aliasedName(value);
    },
    valueOf(name) {
      const found = lookUp(resolver.scopeAt(name), name.id);
      if (!found) return undefined;
      const single = found.kind === 'global' || found.symbol.bindings.length === 1;
      const binding = single ? bindingInForce(found, resolver.scopeAt(name), name) : undefined;
      return binding?.kind === 'assignment' && !isRunning(binding.target) ? binding.value : undefined;
    },
  };

  // A chain of aliases that leads back to itself ends here.
  const following = new Set<Expression>();
  const isRunning = (expression: Expression) => following.has(expression);
  const aliasedName = (value: Expression): string | undefined => {
    if (following.has(value) || following.size > 50) return undefined;
    following.add(value);
    const name = resolver.qualifiedName(value);
    following.delete(value);
    return name;
  };

  const remember = (name: Name, meaning: Meaning): Meaning => {
    if (pending.size === 0) known.set(name, meaning);
    return meaning;
  };

  const bindingMeaning = (binding: OpenBinding, { kind, symbol }: Found): Meaning => {
    if (binding.kind === 'import') return { kind: 'qualified', qualifiedName: binding.qualifiedName, symbol };
    if (binding.kind === 'function') {
      return { kind: 'function', function: binding.function, symbol, isDefinition: true };
    }
    if (binding.kind !== 'assignment' || kind !== 'global') return { kind, symbol };
    const fn = wrapped(binding.value) ?? functionNamed(binding.value);
    if (fn) return { kind: 'function', function: fn, symbol, isDefinition: false };
    const qualifiedName = aliasedName(binding.value);
    return qualifiedName === undefined ? { kind, symbol } : { kind: 'qualified', qualifiedName, symbol };
  };

  const functionNamed = (value: Expression) => {
    if (value.kind !== 'Name' || following.has(value)) return undefined;
    following.add(value);
    const meaning = resolver.resolve(value);
    following.delete(value);
    return meaning.kind === 'function' ? meaning.function : undefined;
  };

  return resolver;
}

interface Found {
  readonly kind: 'local' | 'captured' | 'global';
  readonly symbol: OpenSymbol;
}

/** Python's lookup: own scope, functions around it, module. Classes are seen only from their own body. */
function lookUp(scope: OpenScope, id: string): Found | undefined {
  const home = functionOf(scope);
  for (let current: OpenScope | undefined = scope; current; current = current.parent) {
    if (current.kind === 'class' && functionOf(scope) !== current) continue;
    const symbol = current.symbols.get(id);
    if (!symbol || symbol.isNonlocalDeclaration) continue;
    if (symbol.isGlobalDeclaration) return globalNamed(current, id);
    if (current.kind === 'module') return symbol.bindings.length > 0 ? { kind: 'global', symbol } : undefined;
    return { kind: functionOf(current) === home ? 'local' : 'captured', symbol };
  }
  return undefined;
}

function globalNamed(scope: OpenScope, id: string): Found | undefined {
  const symbol = moduleScopeOf(scope).symbols.get(id);
  return symbol && symbol.bindings.length > 0 ? { kind: 'global', symbol } : undefined;
}

/** Comprehensions count as part of what they stand in. */
function functionOf(scope: Scope): Scope {
  let current = scope;
  while (current.kind === 'comprehension' && current.parent) current = current.parent;
  return current;
}

/**
 * The binding a use sees: in code that runs top to bottom the last one before it, from inside a function the last
 * of all. Variables of functions are left to flow analysis unless everything that binds them agrees.
 */
function bindingInForce({ kind, symbol }: Found, from: OpenScope, name: Name): OpenBinding | undefined {
  const candidates = candidatesOf(symbol);
  const isTopDown = functionOf(from).kind !== 'function';
  if (kind !== 'global' && functionOf(symbol.scope).kind === 'function') {
    const [first, ...others] = candidates;
    const agree =
      first?.kind === 'import' &&
      others.every((other) => other.kind === 'import' && other.qualifiedName === first.qualifiedName);
    return others.length === 0 || agree ? first : undefined;
  }
  const before = isTopDown
    ? candidates.filter((binding) => binding.effectiveFrom <= name.range.start)
    : candidates;
  const visible = before.length > 0 ? before : candidates;
  return lastBinding(visible);
}

/** What the scope itself binds, before what inner functions do to it. */
function candidatesOf(symbol: OpenSymbol): readonly OpenBinding[] {
  const own = symbol.bindings.filter((binding) => !binding.isForeign);
  return own.length > 0 ? own : symbol.bindings;
}

function lastBinding(bindings: readonly OpenBinding[]): OpenBinding | undefined {
  return bindings.filter((binding) => !binding.isFallback).at(-1) ?? bindings.at(-1);
}

function outsideMeaning(moduleScope: OpenScope, id: string): Meaning {
  const stars = moduleScope.starImports;
  const exporter = stars.findLast((module) => starExports[module]?.has(id));
  if (exporter) return { kind: 'qualified', qualifiedName: `${exporter}.${id}` };
  if (builtins.has(id)) return { kind: 'builtin', name: id };
  const unknown = stars.findLast((module) => !(module in starExports));
  if (unknown === undefined) return { kind: 'unbound' };
  const qualifiedName = unknown.endsWith('.') ? unknown + id : `${unknown}.${id}`;
  return { kind: 'qualified', qualifiedName };
}
