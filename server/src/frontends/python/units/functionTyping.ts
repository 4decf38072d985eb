import type { FileAnalysis, Specialization } from '../../frontend';
import type { BoundFunction } from '../bind/boundModule';
import type { ArgumentTuple } from '../infer/evidence/argumentTypes';
import type { Problem } from '../infer/problem';
import type { TypedOutline } from '../infer/typedFunction';
import { typeHints } from '../report/typeHints';
import type { RuleContext } from '../rules/rule';
import { argumentTuples, type TypedVariants, typeVariants } from './functionUnit';
import { type KeptFunction, revivedHints, revivedSpecializations } from './keptFunctions';
import type { AnalysisSession } from './session';
import { specializationOf } from './specialization';

/** What is known of a function's types: found out now, or kept from the version before. */
export interface FunctionTyping {
  readonly fn: BoundFunction;
  readonly problems: readonly Problem[];
  /** Of the first specialisation. */
  readonly outline: TypedOutline | undefined;
  /** Under which it is kept for the next version; undefined where it cannot be. */
  key(): string | undefined;
  readonly kept: KeptFunction | undefined;
  /** Typed in full, now if it was not needed before. */
  variants(): TypedVariants;
  specializations(context: RuleContext): readonly Specialization[];
  hints(): FileAnalysis['typeHints'];
}

/** Types a function, unless `known`, where there is an older version, has what typing would find out. */
export function typingOf(
  fn: BoundFunction,
  session: AnalysisSession,
  keyOf: (fn: BoundFunction, tuples: readonly ArgumentTuple[]) => string | undefined,
  known: ReadonlyMap<string, KeptFunction> | undefined,
): FunctionTyping {
  const tuples = argumentTuples(fn, session);
  if (!known) return typingNow(typeVariants(fn, session, tuples), () => keyOf(fn, tuples));
  const key = keyOf(fn, tuples);
  const kept = key === undefined ? undefined : known.get(key);
  if (!kept) return typingNow(typeVariants(fn, session, tuples), () => key);
  let typed: TypedVariants | undefined;
  const variants = () => {
    typed ??= typeVariants(fn, session, tuples);
    return typed;
  };
  return {
    fn,
    key: () => key,
    kept,
    problems: [],
    outline: kept.outline,
    variants,
    specializations: ({ numba }) => revivedSpecializations(kept, fn, tuples, variants, numba),
    hints: () => (fn.decorator ? revivedHints(kept, fn) : []),
  };
}

export function typingNow(
  variants: TypedVariants,
  key: FunctionTyping['key'] = () => undefined,
): FunctionTyping {
  const { fn, units, problems } = variants;
  return {
    fn,
    key,
    kept: undefined,
    problems,
    outline: units[0]?.typed,
    variants: () => variants,
    specializations: (context) => units.map((unit) => specializationOf(unit, fn, context)),
    hints: () => (fn.decorator && units[0] ? typeHints(fn, units[0].typed) : []),
  };
}
