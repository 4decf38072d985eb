import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { SyntaxTree } from '../parse/syntaxTree';
import type { BoundFunction, BoundModule, CallSite } from './boundModule';
import { collect } from './collect';
import { markInterpreted } from './interpretedCalls';
import { makeResolver, type Resolver } from './resolve';
import type { Collection } from './scopeBuilder';
import { findSuppressions } from './suppressions';
import { attachDecorators, wrappedFunction } from './wraps';

/** Resolves the names of one module. `moduleName` is its dotted name where known. */
export function bind(file: SourceFile, tree: SyntaxTree, moduleName = ''): BoundModule {
  const isPackage = /(^|\/)__init__\.pyi?$/.test(file.uri);
  const collection = collect(tree, moduleName, isPackage);
  const moduleScope = collection.scopes.get(tree)!;
  const resolver: Resolver = makeResolver(collection, moduleScope, (expression) =>
    wrappedFunction(collection, resolver, expression),
  );
  attachDecorators(collection, resolver, tree.body);
  const module: BoundModule = {
    file,
    tree,
    moduleName,
    moduleScope,
    scopes: collection.scopes,
    functions: collection.functions,
    functionOf: collection.functionOf as ReadonlyMap<object, BoundFunction> as BoundModule['functionOf'],
    callSites: findCallSites(collection, resolver),
    suppressions: findSuppressions(file, tree),
    starImports: moduleScope.starImports,
    calls: collection.calls,
    scopeAt: resolver.scopeAt,
    resolve: resolver.resolve,
    exported: resolver.exported,
    qualifiedName: resolver.qualifiedName,
    valueOf: resolver.valueOf,
  };
  for (const fn of collection.functions) fn.module = module;
  return Object.freeze(module);
}

function findCallSites(collection: Collection, resolver: Resolver): Map<BoundFunction, CallSite[]> {
  const sites = new Map<BoundFunction, CallSite[]>();
  for (const site of collection.calls) {
    if (site.call.func.kind !== 'Name') continue;
    const meaning = resolver.resolve(site.call.func);
    if (meaning.kind !== 'function') continue;
    const known = sites.get(meaning.function);
    const marked = markInterpreted(site, meaning);
    if (known) known.push(marked);
    else sites.set(meaning.function, [marked]);
  }
  return sites;
}
