import type { Expression } from '../parse/ast';
import type { BoundFunction, BoundModule, Meaning } from './boundModule';
import { callTargets, type LinkedCallSite } from './callTargets';
import { makeModuleFinder } from './modulePaths';

/** The modules of a workspace that know of each other. */
export interface LinkedModules {
  readonly modules: readonly BoundModule[];
  /** What a name that `from` imports means in the module that defines it; undefined for other libraries' names. */
  lookUp(from: BoundModule, qualifiedName: string): LinkedMeaning | undefined;
  /** The module itself and all that run when it is imported: what it imports, and what those import. */
  importedWith(module: BoundModule): ReadonlySet<BoundModule>;
  /** The function an expression names, in whichever module it is defined. */
  functionNamed(from: BoundModule, expression: Expression): BoundFunction | undefined;
  /** Calls of a function in all modules, its own first. */
  callSites(fn: BoundFunction): readonly LinkedCallSite[];
  /** Calls of another library's function: `numpy.clip`. */
  callsNamed(qualifiedName: string): readonly LinkedCallSite[];
}

export interface LinkedMeaning {
  readonly module: BoundModule;
  readonly meaning: Meaning;
}

/** Re-exports followed before giving up on a circle of them. */
const maxHops = 20;

export function linkModules(modules: readonly BoundModule[]): LinkedModules {
  const find = makeModuleFinder(modules);

  const lookUp = (from: BoundModule, qualifiedName: string, hops = 0): LinkedMeaning | undefined => {
    const { level, parts } = split(qualifiedName);
    for (let count = parts.length - 1; count >= (level > 0 ? 0 : 1); count--) {
      const module = find(from, '.'.repeat(level) + parts.slice(0, count).join('.'));
      const name = parts[count];
      // Attributes of a module's variables are not names of the module.
      if (!module || name === undefined || count + 1 < parts.length) continue;
      const meaning = module.exported(name);
      if (meaning.kind !== 'qualified') return meaning.kind === 'unbound' ? undefined : { module, meaning };
      return (
        (hops < maxHops ? lookUp(module, meaning.qualifiedName, hops + 1) : undefined) ?? { module, meaning }
      );
    }
    return undefined;
  };

  const functionNamed = (from: BoundModule, expression: Expression): BoundFunction | undefined => {
    if (expression.kind === 'Name') {
      const meaning = from.resolve(expression);
      if (meaning.kind === 'function') return meaning.function;
    }
    const qualifiedName = from.qualifiedName(expression);
    const found = qualifiedName === undefined ? undefined : lookUp(from, qualifiedName);
    return found?.meaning.kind === 'function' ? found.meaning.function : undefined;
  };

  const importedWith = (module: BoundModule, found = new Set<BoundModule>()): ReadonlySet<BoundModule> => {
    found.add(module);
    for (const name of importsOf(module)) {
      const { level, parts } = split(name);
      for (let count = parts.length; count > 0; count--) {
        const imported = find(module, '.'.repeat(level) + parts.slice(0, count).join('.'));
        if (imported && !found.has(imported)) importedWith(imported, found);
      }
    }
    return found;
  };

  let collected: CollectedCalls | undefined;
  const calls = () => {
    collected ??= collectCalls(modules, (from, name) => lookUp(from, name));
    return collected;
  };

  return {
    modules,
    lookUp: (from, qualifiedName) => lookUp(from, qualifiedName),
    importedWith: (module) => importedWith(module),
    functionNamed,
    callSites: (fn) => calls().byFunction.get(fn) ?? [],
    callsNamed: (qualifiedName) => calls().byName.get(qualifiedName) ?? [],
  };
}

interface CollectedCalls {
  readonly byFunction: ReadonlyMap<BoundFunction, LinkedCallSite[]>;
  readonly byName: ReadonlyMap<string, LinkedCallSite[]>;
}

function collectCalls(modules: readonly BoundModule[], lookUp: LinkedModules['lookUp']): CollectedCalls {
  const byFunction = new Map<BoundFunction, LinkedCallSite[]>();
  const byName = new Map<string, LinkedCallSite[]>();
  const add = <K>(map: Map<K, LinkedCallSite[]>, key: K, site: LinkedCallSite) => {
    const known = map.get(key);
    if (known) known.push(site);
    else map.set(key, [site]);
  };
  for (const module of modules) {
    const imported = new Map<string, BoundFunction | undefined>();
    const importedAs = (name: string) => {
      if (!imported.has(name)) {
        const meaning = lookUp(module, name)?.meaning;
        imported.set(name, meaning?.kind === 'function' ? meaning.function : undefined);
      }
      return imported.get(name);
    };
    for (const { site, function: own, qualifiedName } of callTargets(module)) {
      const fn = own ?? (qualifiedName === undefined ? undefined : importedAs(qualifiedName));
      if (fn) add(byFunction, fn, site);
      else if (qualifiedName !== undefined) add(byName, qualifiedName, site);
    }
  }
  for (const [fn, found] of byFunction) {
    found.sort((a, b) => Number(b.module === fn.module) - Number(a.module === fn.module));
  }
  return { byFunction, byName };
}

/** Qualified names of what import statements run, at any depth. */
function importsOf(module: BoundModule): readonly string[] {
  const scopes = [module.moduleScope, ...module.scopes.values()];
  const bindings = scopes.flatMap((scope) =>
    [...scope.symbols.values()].flatMap((symbol) => symbol.bindings),
  );
  const named = bindings.flatMap((one) => {
    if (one.kind !== 'import') return [];
    // `import a.b` binds `a`, and runs both.
    return one.statement.kind === 'Import'
      ? one.statement.names.map(({ name }) => name)
      : [one.qualifiedName];
  });
  return [...named, ...module.starImports];
}

function split(qualifiedName: string): { level: number; parts: string[] } {
  const level = /^\.*/.exec(qualifiedName)![0].length;
  return { level, parts: qualifiedName.slice(level).split('.') };
}
