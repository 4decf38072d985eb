import type { Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { isPrecise } from '../../types/unliteral';
import type { BoundArgument } from '../typedFunction';

/** A value on its way into an operation, before it is bound to a parameter. */
export interface Argument {
  readonly type: NumbaType;
  readonly source: BoundArgument['source'];
  readonly keyword?: string;
}

export function expressionArgument(expression: Expression, type: NumbaType, keyword?: string): Argument {
  return { type, source: { kind: 'expression', expression }, ...(keyword !== undefined && { keyword }) };
}

/** Numba resolves a call only once its arguments are precise; arrays of unknown dtype pass. */
export function isReady(type: NumbaType): boolean {
  return type.kind === 'array' || isPrecise(type);
}
