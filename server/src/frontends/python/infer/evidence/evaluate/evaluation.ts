import type { BoundFunction, BoundModule, NameSymbol } from '../../../bind/boundModule';
import type { LinkedModules } from '../../../bind/imports';
import type { Call, Expression } from '../../../parse/ast';
import type { NumbaType } from '../../../types/numbaType';

/**
 * Where an expression is evaluated to a type, as CPython and NumPy would give its value. It sees what simple code
 * tells: undefined stands for everything else.
 */
export interface Evaluation {
  readonly linked: LinkedModules;
  readonly module: BoundModule;
  readonly numba: string;
  /** Types of the parameters of the function around. */
  readonly variables: ReadonlyMap<NameSymbol, NumbaType>;
  /** Functions being evaluated, outermost first. */
  readonly callers: readonly BoundFunction[];
  readonly pursuit: Pursuit;
  typeOf(expression: Expression): NumbaType | undefined;
}

/** What is being evaluated: a value that depends on itself is not known from there. */
export interface Pursuit {
  readonly active: Set<object>;
  /** How often something was not known only because it was being evaluated already. */
  cuts: number;
}

/** Evaluates `find` unless the same thing is being evaluated around it. */
export function pursue<T>(evaluation: Evaluation, thing: object, find: () => T | undefined): T | undefined {
  const { pursuit } = evaluation;
  if (pursuit.active.has(thing)) {
    pursuit.cuts++;
    return undefined;
  }
  pursuit.active.add(thing);
  const found = find();
  pursuit.active.delete(thing);
  return found;
}

/** The arguments of a call by position or keyword. */
export interface CallArguments {
  readonly call: Call;
  readonly evaluation: Evaluation;
  expression(index: number, keyword: string): Expression | undefined;
  type(index: number, keyword: string): NumbaType | undefined;
}

export function callArguments(evaluation: Evaluation, call: Call): CallArguments {
  const positional = call.args.some((arg) => arg.kind === 'Starred') ? [] : call.args;
  const expression = (index: number, keyword: string) =>
    positional[index] ?? call.keywords.find((one) => one.name === keyword)?.value;
  return {
    call,
    evaluation,
    expression,
    type(index, keyword) {
      const found = expression(index, keyword);
      return found && evaluation.typeOf(found);
    },
  };
}

/** A small integer that the text says: `3`, `-1`. */
export function integerIn(expression: Expression | undefined): number | undefined {
  if (expression?.kind === 'UnaryOp' && expression.op === '-') {
    const value = integerIn(expression.operand);
    return value === undefined ? undefined : -value;
  }
  if (expression?.kind !== 'Constant' || expression.value.type !== 'int') return undefined;
  const value = Number(expression.value.value);
  return Number.isSafeInteger(value) ? value : undefined;
}

export function textIn(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'Constant' && expression.value.type === 'str'
    ? expression.value.value
    : undefined;
}
