import type { FileAnalysis, Specialization } from '../../frontend';
import type { BoundFunction } from '../bind/boundModule';
import type { TypedFunction, TypedOutline } from '../infer/typedFunction';
import { lowered } from './specialization';
import type { ArgumentTuple } from '../infer/evidence/argumentTypes';
import { isPlain } from './dependencies';
import type { TypedVariants } from './functionUnit';
import { passedArguments } from './passedArguments';

type TypeHint = FileAnalysis['typeHints'][number];

/**
 * What typing found out about a function in which nothing is the matter, without any place but those relative to its start. It holds
 * for another version of the file in which the function's key is the same.
 */
export interface KeptFunction {
  readonly outline: TypedOutline | undefined;
  readonly specializations: readonly KeptSpecialization[];
  readonly hints: readonly TypeHint[];
}

interface KeptSpecialization {
  readonly facts: Omit<Specialization, 'lower'>;
  /** The index of the argument types it is for among those that evidence gives. */
  readonly tuple: number;
}

/** Undefined where something is the matter, or where more than plain data was found out. */
export function keepFunction(
  variants: TypedVariants,
  specializations: readonly Specialization[],
  hints: readonly TypeHint[],
): KeptFunction | undefined {
  const { fn, units, problems, given } = variants;
  const isWhole = units.every(({ typed }) => isPlain(typed.returnType) && typed.problems.length === 0);
  const isComplete = specializations.length === units.length && !given.includes(undefined);
  if (problems.length > 0 || !isWhole || !isComplete) return undefined;
  const typed = units[0]?.typed;
  return {
    outline: typed && outlineOf(typed),
    specializations: specializations.map(({ lower: _, ...facts }, i) => ({ facts, tuple: given[i]! })),
    hints: moved(hints, -fn.node.range.start),
  };
}

function outlineOf({ compiles, returnType, params }: TypedFunction): TypedOutline {
  return {
    compiles,
    returnType,
    params: params.map(({ name, type, origin: { kind } }) => ({ name, type, origin: { kind } })),
  };
}

/** The specialisations as of now: evidence has moved, and code is made of the present tree. */
export function revivedSpecializations(
  { specializations }: KeptFunction,
  tuples: readonly ArgumentTuple[],
  retyped: () => TypedVariants,
  numba: string,
): readonly Specialization[] {
  return specializations.map(({ facts, tuple }, index) => {
    const passed = passedArguments(tuples[tuple]!);
    return {
      ...facts,
      parameters: facts.parameters.map((one, i) => ({ ...one, originRange: passed[i]?.origin.range })),
      lower: () => lowered(retyped().units[index]!, numba),
    };
  });
}

export function revivedHints({ hints }: KeptFunction, fn: BoundFunction): readonly TypeHint[] {
  return moved(hints, fn.node.range.start);
}

function moved(hints: readonly TypeHint[], by: number): readonly TypeHint[] {
  return hints.map((one) => ({ ...one, offset: one.offset + by }));
}
