import type { BoundFunction } from '../../../bind/boundModule';
import type { Expression, FunctionDef, Lambda, Statement } from '../../../parse/ast';
import { evaluateGenerator, truth } from './evaluateExpression';
import { GeneratorRaised, type GeneratorScope, type GeneratorValue, none, Unevaluable } from './values';

export type GeneratorResult =
  | { readonly kind: 'function'; readonly node: FunctionDef | Lambda; readonly scope: GeneratorScope }
  /** It returned None or nothing: not for these types. */
  | { readonly kind: 'declined' }
  | { readonly kind: 'raised'; readonly reason: string }
  /** It does something that cannot be evaluated here. */
  | { readonly kind: 'unknown' };

/** Runs a generator's body for argument types; a parameter left out takes its default. */
export function runGenerator(
  fn: BoundFunction,
  args: readonly (GeneratorValue | undefined)[],
  numba: string,
): GeneratorResult {
  const scope: GeneratorScope = { module: fn.module, numba, variables: new Map() };
  try {
    for (const [i, param] of fn.node.params.entries()) {
      const value = args[i] ?? (param.default ? evaluateGenerator(param.default, scope) : undefined);
      if (value) scope.variables.set(param.name, value);
    }
    const outcome = run(fn.node.body, scope);
    if (!outcome || outcome === none) return { kind: 'declined' };
    if (outcome.kind === 'constant' && outcome.value.kind === 'none') return { kind: 'declined' };
    if (outcome.kind !== 'function') return { kind: 'unknown' };
    return outcome;
  } catch (error) {
    if (error instanceof GeneratorRaised) return { kind: 'raised', reason: error.reason };
    if (error instanceof Unevaluable) return { kind: 'unknown' };
    throw error;
  }
}

function run(body: readonly Statement[], scope: GeneratorScope): GeneratorValue | undefined {
  for (const statement of body) {
    const returned = runStatement(statement, scope);
    if (returned) return returned;
  }
  return undefined;
}

function runStatement(node: Statement, scope: GeneratorScope): GeneratorValue | undefined {
  switch (node.kind) {
    case 'Return':
      return node.value ? evaluateGenerator(node.value, scope) : none;
    case 'If':
      return run(truth(evaluateGenerator(node.test, scope)) ? node.body : node.orelse, scope);
    case 'Assign': {
      const value = evaluateGenerator(node.value, scope);
      for (const target of node.targets) assign(target, value, scope);
      return undefined;
    }
    case 'AnnAssign':
      if (node.value) assign(node.target, evaluateGenerator(node.value, scope), scope);
      return undefined;
    case 'FunctionDef':
      scope.variables.set(node.name, { kind: 'function', node, scope });
      return undefined;
    case 'Raise':
      throw new GeneratorRaised(raisedText(node.exception, scope));
    case 'Assert':
      if (!truth(evaluateGenerator(node.test, scope))) throw new GeneratorRaised('an assertion failed');
      return undefined;
    case 'For':
      return runFor(node, scope);
    case 'ExpressionStatement':
    case 'Pass':
    case 'Import':
    case 'ImportFrom':
      return undefined;
    default:
      throw new Unevaluable();
  }
}

function runFor(node: Statement & { kind: 'For' }, scope: GeneratorScope): GeneratorValue | undefined {
  const items = evaluateGenerator(node.iter, scope);
  if (items.kind !== 'sequence') throw new Unevaluable();
  for (const item of items.elements) {
    assign(node.target, item, scope);
    const returned = run(node.body, scope);
    if (returned) return returned;
  }
  return run(node.orelse, scope);
}

function assign(target: Expression, value: GeneratorValue, scope: GeneratorScope): void {
  if (target.kind === 'Name') {
    scope.variables.set(target.id, value);
    return;
  }
  const isSequence = target.kind === 'Tuple' || target.kind === 'List';
  if (!isSequence || value.kind !== 'sequence' || value.elements.length !== target.elements.length) {
    throw new Unevaluable();
  }
  for (const [i, element] of target.elements.entries()) assign(element, value.elements[i]!, scope);
}

function raisedText(exception: Expression | undefined, scope: GeneratorScope): string {
  return exception ? scope.module.file.slice(exception.range) : 'an exception';
}
