import { conversion } from '../../types/conversion';
import type { NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unifyPair } from '../../types/unify';
import { unliteral } from '../../types/unliteral';
import { mismatch, typed } from '../outcome';
import type { TypingOutcome } from '../libraryFunction';
import type { ListType } from './storage';

/**
 * Stores an item in a list at argument 0: a reflected or plain list takes what unifies with its elements and is made
 * to hold the unified type; a typed list takes what converts to its element type.
 */
export function storeOutcome(
  list: ListType,
  item: NumbaType,
  result: NumbaType,
  args: (element: NumbaType) => readonly (NumbaType | undefined)[],
): TypingOutcome {
  const element = list.kind === 'list' ? unifiedElement(list, item) : castElement(list, item);
  if (!element) return mismatch(`the list holds ${describe(list.element)}`, 1);
  if (typesEqual(element, list.element)) return typed(result, { args: args(element) });
  return typed(result, {
    args: args(element),
    refines: { argument: 0, type: withElement(list, element) },
  });
}

function unifiedElement(list: ListType, item: NumbaType): NumbaType | undefined {
  const element = unifyPair(list.element, unliteral(item));
  return element && unliteral(element);
}

function castElement(list: ListType, item: NumbaType): NumbaType | undefined {
  if (list.element.kind === 'undefined') return unliteral(item);
  return castsImplicitly(item, list.element) ? list.element : undefined;
}

/** What typed containers accept: conversions without loss, and those between numbers of one family. */
export function castsImplicitly(from: NumbaType, to: NumbaType): boolean {
  const source = unliteral(from);
  const found = conversion(source, to);
  if (found === undefined) return false;
  if (found !== 'unsafe') return true;
  return isNumberKind(source) && (source.kind === to.kind || to.kind === 'bool');
}

function isNumberKind(type: NumbaType): boolean {
  return type.kind === 'int' || type.kind === 'float' || type.kind === 'complex';
}

/** The list with another element type and without its initial value. */
export function withElement(list: ListType, element: NumbaType): ListType {
  return list.kind === 'list'
    ? { kind: 'list', element, reflected: list.reflected }
    : { kind: 'typedList', element };
}

/** Whether two elements have `==` (and `<`) that gives one truth value. */
export function comparable(a: NumbaType, b: NumbaType): boolean {
  if (a.kind === 'array' || b.kind === 'array') return false;
  return typesEqual(a, b) || unifyPair(a, b) !== undefined;
}

/** Whether `<` orders values of the type. */
export function ordered(type: NumbaType): boolean {
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'bool':
    case 'unicode':
    case 'datetime':
    case 'timedelta':
    case 'charseq':
      return true;
    case 'tuple':
      return type.elements.every(ordered);
    case 'list':
    case 'typedList':
      return ordered(type.element);
    default:
      return false;
  }
}

function describe(type: NumbaType): string {
  return type.kind === 'undefined' ? 'nothing yet' : type.kind;
}
