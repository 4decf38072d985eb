import { blocksInScope } from '../parse/blocks';
import type { Expression, Statement } from '../parse/ast';
import type { SyntaxTree } from '../parse/syntaxTree';
import { collectDefinition } from './collectDefinitions';
import { collectExpression, collectTarget } from './collectExpressions';
import { collectImport } from './collectImports';
import { bindName, type Collection, openScope, otherBinding, type Place, symbolIn } from './scopeBuilder';

/** Walks a module once and records its scopes, bindings, functions and calls. Uses are resolved afterwards. */
export function collect(tree: SyntaxTree, moduleName: string, isPackage: boolean): Collection {
  const collection: Collection = {
    moduleName,
    isPackage,
    scopes: new Map(),
    scopeOfNode: new Map(),
    functions: [],
    functionOf: new Map(),
    calls: [],
    decorated: new Map(),
  };
  const scope = openScope('module', undefined, undefined);
  collection.scopes.set(tree, scope);
  collectBody(collection, { scope, prefix: '', isFallback: false }, tree.body);
  return collection;
}

/** Statements of one block, in a scope whose `global` and `nonlocal` declarations are known. */
export function collectBody(collection: Collection, place: Place, body: readonly Statement[]): void {
  for (const statement of body) {
    collection.scopeOfNode.set(statement, place.scope);
    collectStatement(collection, { ...place, statement }, statement);
  }
}

function collectStatement(collection: Collection, place: Place, statement: Statement): void {
  const visit = (expression: Expression | undefined) => {
    if (expression) collectExpression(collection, place, expression);
  };
  switch (statement.kind) {
    case 'FunctionDef':
    case 'ClassDef':
      collectDefinition(collection, place, statement);
      return;
    case 'Import':
    case 'ImportFrom':
      collectImport(collection, place, statement);
      return;
    case 'Assign':
      visit(statement.value);
      for (const target of statement.targets) {
        collectTarget(collection, place, target, statement, statement.value);
      }
      return;
    case 'AnnAssign':
      visit(statement.annotation);
      visit(statement.value);
      collectTarget(collection, place, statement.target, statement, statement.value);
      return;
    case 'AugAssign':
      visit(statement.value);
      collectTarget(collection, place, statement.target, statement);
      return;
    case 'For':
      visit(statement.iter);
      collectTarget(collection, place, statement.target, statement);
      collectBody(collection, place, statement.body);
      collectBody(collection, place, statement.orelse);
      return;
    case 'While':
      visit(statement.test);
      collectBody(collection, place, statement.body);
      collectBody(collection, place, statement.orelse);
      return;
    case 'If':
      collectIf(collection, place, statement);
      return;
    case 'With':
      for (const { context, target } of statement.items) {
        visit(context);
        if (target) collectTarget(collection, place, target, statement);
      }
      collectBody(collection, place, statement.body);
      return;
    case 'Try':
      collectTry(collection, place, statement);
      return;
    case 'Match':
      visit(statement.subject);
      for (const { guard, body } of statement.cases) {
        visit(guard);
        collectBody(collection, place, body);
      }
      return;
    case 'Delete':
      for (const target of statement.targets) collectTarget(collection, place, target, statement);
      return;
    case 'Global':
    case 'Nonlocal':
      return;
    default:
      collectSimple(visit, statement);
      return;
  }
}

function collectSimple(visit: (expression: Expression | undefined) => void, statement: Statement): void {
  if (statement.kind === 'Return' || statement.kind === 'ExpressionStatement') visit(statement.value);
  else if (statement.kind === 'Raise') {
    visit(statement.exception);
    visit(statement.cause);
  } else if (statement.kind === 'Assert') {
    visit(statement.test);
    visit(statement.message);
  }
}

/** `if USE_NUMBA: from numba import njit` with a stand-in under `else`: the import is the case to analyse. */
function collectIf(collection: Collection, place: Place, statement: Statement & { kind: 'If' }): void {
  collectExpression(collection, place, statement.test);
  collectBody(collection, place, statement.body);
  const isFallback = place.isFallback || (importsNumba(statement.body) && !importsNumba(statement.orelse));
  collectBody(collection, { ...place, isFallback }, statement.orelse);
}

function importsNumba(body: readonly Statement[]): boolean {
  return body.some(
    (one) =>
      (one.kind === 'ImportFrom' && /^numba\b/.test(one.module)) ||
      (one.kind === 'Import' && one.names.some(({ name }) => /^numba\b/.test(name))),
  );
}

function collectTry(collection: Collection, place: Place, statement: Statement & { kind: 'Try' }): void {
  collectBody(collection, place, statement.body);
  const imports = statement.body.some((one) => one.kind === 'Import' || one.kind === 'ImportFrom');
  for (const handler of statement.handlers) {
    if (handler.type) collectExpression(collection, place, handler.type);
    if (handler.name) bindName(place.scope, handler.name, otherBinding(place, handler.range, statement));
    collectBody(collection, { ...place, isFallback: place.isFallback || imports }, handler.body);
  }
  collectBody(collection, place, statement.orelse);
  collectBody(collection, place, statement.finalbody);
}

/** `global` and `nonlocal` hold for the whole function, also above the line they stand in. */
export function declareNames(place: Place, body: readonly Statement[]): void {
  for (const statement of body) {
    if (statement.kind === 'Global') {
      for (const name of statement.names) symbolIn(place.scope, name).isGlobalDeclaration = true;
    } else if (statement.kind === 'Nonlocal') {
      for (const name of statement.names) symbolIn(place.scope, name).isNonlocalDeclaration = true;
    } else {
      for (const block of blocksInScope(statement)) declareNames(place, block);
    }
  }
}
