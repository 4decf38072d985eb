import type { Binding, BoundModule, NameSymbol } from '../../../bind/boundModule';
import type { Comprehension, Expression, Name } from '../../../parse/ast';
import type { NumbaType } from '../../../types/numbaType';
import { type Evaluation, pursue } from './evaluation';
import { iterationType } from './iteration';
import { arithmeticType } from './promotion';
import { isFrozenBefore } from './writeFlag';

/** The type of a variable where it is used, from what was last assigned to it above. */
export function variableType(evaluation: Evaluation, symbol: NameSymbol, use: Name): NumbaType | undefined {
  const type = pursue(evaluation, symbol, () =>
    symbol.scope.kind === 'comprehension'
      ? comprehensionVariable(evaluation, symbol)
      : typeOfLastBinding(evaluation, symbol, use),
  );
  if (type?.kind === 'array' && isFrozenBefore(evaluation.module, symbol, use)) {
    return { ...type, readonly: true };
  }
  return type && filledIn(evaluation, symbol, type);
}

function typeOfLastBinding(evaluation: Evaluation, symbol: NameSymbol, use: Name): NumbaType | undefined {
  const isSameScope = evaluation.module.scopeAt(use) === symbol.scope;
  const above = isSameScope
    ? symbol.bindings.filter((one) => one.range.end <= use.range.start)
    : symbol.bindings;
  const visible = above.length > 0 ? above : symbol.bindings;
  // An update in a loop may stand above and read what stands above it.
  for (let index = visible.length - 1; index >= 0; index--) {
    const binding = visible[index]!;
    if (!isUpdate(binding)) return typeOfBinding(evaluation, symbol, binding);
    const before = index > 0 ? typeOfBinding(evaluation, symbol, visible[index - 1]!) : undefined;
    const { statement } = binding;
    const value = statement.kind === 'AugAssign' ? evaluation.typeOf(statement.value) : undefined;
    const op = statement.kind === 'AugAssign' ? statement.op : '';
    if (before && value) return arithmeticType(op, before, value) ?? before;
  }
  return undefined;
}

function comprehensionVariable(evaluation: Evaluation, symbol: NameSymbol): NumbaType | undefined {
  const { generators } = symbol.scope.node as { readonly generators: readonly Comprehension[] };
  for (const { range } of symbol.bindings) {
    const generator = generators.find((one) => contains(one.target, range.start));
    const iterated = generator && evaluation.typeOf(generator.iter);
    const item = iterated && iterationType(iterated);
    if (generator && item) return partOfTarget(generator.target, item, range.start);
  }
  return undefined;
}

type OtherBinding = Binding & { kind: 'other' };

function isUpdate(binding: Binding): binding is OtherBinding {
  return binding.kind === 'other' && binding.statement.kind === 'AugAssign';
}

function typeOfBinding(evaluation: Evaluation, symbol: NameSymbol, binding: Binding): NumbaType | undefined {
  if (binding.kind === 'parameter') return evaluation.variables.get(symbol);
  if (binding.kind === 'assignment') return evaluation.typeOf(binding.value);
  if (binding.kind !== 'other') return undefined;
  const { statement } = binding;
  if (statement.kind === 'For') {
    const iterated = evaluation.typeOf(statement.iter);
    const item = iterated && iterationType(iterated);
    return item && partOfTarget(statement.target, item, binding.range.start);
  }
  if (statement.kind !== 'Assign') return undefined;
  const value = evaluation.typeOf(statement.value);
  const target = statement.targets.find((one) => contains(one, binding.range.start));
  return value && target && partOfTarget(target, value, binding.range.start);
}

/** The part of a value that unpacking gives the name at an offset. */
export function partOfTarget(target: Expression, type: NumbaType, offset: number): NumbaType | undefined {
  if (target.kind === 'Name') return type;
  if (target.kind !== 'Tuple' && target.kind !== 'List') return undefined;
  const index = target.elements.findIndex((element) => contains(element, offset));
  const element = target.elements[index];
  if (!element || element.kind === 'Starred') return undefined;
  // Behind a star the position in a tuple depends on how much the star takes.
  const isBehindStar = target.elements.slice(0, index).some((one) => one.kind === 'Starred');
  const part = type.kind === 'tuple' && !isBehindStar ? type.elements[index] : iterationType(type);
  return part && partOfTarget(element, part, offset);
}

function contains(expression: Expression, offset: number): boolean {
  return expression.range.start <= offset && offset < expression.range.end;
}

/** A list that starts empty has the elements that are appended to it. */
function filledIn(evaluation: Evaluation, symbol: NameSymbol, type: NumbaType): NumbaType | undefined {
  const isEmpty =
    (type.kind === 'list' || type.kind === 'set' || type.kind === 'typedList') &&
    type.element.kind === 'undefined';
  if (!isEmpty) return type;
  for (const { method, argument } of additionsTo(evaluation.module, symbol)) {
    const added = pursue(evaluation, argument, () => evaluation.typeOf(argument));
    const element = added && (method === 'extend' || method === 'update' ? iterationType(added) : added);
    if (element) return { ...type, element };
  }
  return undefined;
}

interface Addition {
  readonly method: string;
  readonly argument: Expression;
}

const additionsByModule = new WeakMap<BoundModule, Map<NameSymbol, Addition[]>>();

/** Calls like `numbers.append(x)` by the variable they fill. */
function additionsTo(module: BoundModule, symbol: NameSymbol): readonly Addition[] {
  let bySymbol = additionsByModule.get(module);
  if (!bySymbol) {
    bySymbol = new Map();
    for (const { call } of module.calls) {
      const { func } = call;
      if (func.kind !== 'Attribute' || func.value.kind !== 'Name' || !fills.has(func.attr)) continue;
      const argument = call.args[func.attr === 'insert' ? 1 : 0];
      const meaning = module.resolve(func.value);
      if (!argument || !('symbol' in meaning) || !meaning.symbol) continue;
      const known = bySymbol.get(meaning.symbol) ?? [];
      known.push({ method: func.attr, argument });
      bySymbol.set(meaning.symbol, known);
    }
    additionsByModule.set(module, bySymbol);
  }
  return bySymbol.get(symbol) ?? [];
}

const fills = new Set(['append', 'insert', 'extend', 'add', 'update']);
