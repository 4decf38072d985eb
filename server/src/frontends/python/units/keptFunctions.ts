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
 * What typing found out about a function in which nothing is the matter that is reported, without any place but those relative to
 * its start. It holds for another version of the file in which the function's key is the same.
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
  if (specializations.length !== units.length || !units.every(({ typed }) => isPlain(typed.returnType)))
    return undefined;
  // Why a plain function would fail is told of its specialisation alone.
  const isReported =
    fn.decorator && (problems.length > 0 || units.some(({ typed }) => typed.problems.length > 0));
  if (isReported || !specializations.every(({ error }) => !error || isInside(error, fn))) return undefined;
  const typed = units[0]?.typed;
  return {
    outline: typed && outlineOf(typed),
    specializations: specializations.map(({ lower: _, ...facts }, i) => ({
      facts: { ...facts, error: facts.error && movedError(facts.error, fn, -1) },
      tuple: given[i]!,
    })),
    hints: moved(hints, -fn.node.range.start),
  };
}

type SpecializationError = NonNullable<Specialization['error']>;

function isInside({ range, numbaLine }: SpecializationError, { node, module }: BoundFunction): boolean {
  const lineAt = (offset: number) => module.file.positionAt(offset).line + 1;
  const isOwnLine =
    numbaLine === undefined || (numbaLine >= lineAt(node.range.start) && numbaLine <= lineAt(node.range.end));
  return isOwnLine && node.range.start <= range.start && range.end <= node.range.end;
}

/** The error with its places made relative to the function's start, or (1) absolute again. */
function movedError(
  error: SpecializationError,
  { node, module }: BoundFunction,
  direction: 1 | -1,
): SpecializationError {
  const by = direction * node.range.start;
  const lines = direction * module.file.positionAt(node.range.start).line;
  const { range, numbaLine } = error;
  return {
    ...error,
    range: { start: range.start + by, end: range.end + by },
    numbaLine: numbaLine === undefined ? undefined : numbaLine + lines,
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
  fn: BoundFunction,
  tuples: readonly ArgumentTuple[],
  retyped: () => TypedVariants,
  numba: string,
): readonly Specialization[] {
  return specializations.map(({ facts, tuple }, index) => {
    const passed = passedArguments(tuples[tuple]!);
    return {
      ...facts,
      parameters: facts.parameters.map((one, i) => ({ ...one, originRange: passed[i]?.origin.range })),
      error: facts.error && movedError(facts.error, fn, 1),
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
