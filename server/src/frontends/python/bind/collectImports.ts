import type { Import, ImportAlias, ImportFrom } from '../parse/ast';
import { bindName, type Collection, type Place } from './scopeBuilder';

export function collectImport(collection: Collection, place: Place, statement: Import | ImportFrom): void {
  const bind = (name: string, qualifiedName: string, alias: ImportAlias) =>
    bindName(place.scope, name, {
      kind: 'import',
      qualifiedName,
      range: alias.range,
      statement,
      effectiveFrom: statement.range.end,
      isFallback: place.isFallback,
    });
  if (statement.kind === 'Import') {
    for (const alias of statement.names) {
      // `import a.b` binds `a`; `import a.b as c` binds the submodule.
      if (alias.asName) bind(alias.asName, alias.name, alias);
      else bind(alias.name.split('.')[0]!, alias.name.split('.')[0]!, alias);
    }
    return;
  }
  const source = absoluteModule(collection, statement);
  for (const alias of statement.names) {
    if (alias.name === '*') place.scope.starImports.push(source);
    else bind(alias.asName ?? alias.name, joinDotted(source, alias.name), alias);
  }
}

/** Relative imports keep their dots where the module's own name is not known. */
function absoluteModule(collection: Collection, { module, level }: ImportFrom): string {
  if (level === 0) return module;
  const parents = collection.moduleName.split('.').filter((part) => part !== '');
  const up = collection.isPackage ? level - 1 : level;
  if (parents.length < up || parents.length === 0) return '.'.repeat(level) + module;
  const base = parents.slice(0, parents.length - up).join('.');
  if (base === '') return '.'.repeat(level) + module;
  return module === '' ? base : `${base}.${module}`;
}

function joinDotted(module: string, name: string): string {
  return module === '' || module.endsWith('.') ? module + name : `${module}.${name}`;
}
