import type { Advice, FunctionKind, FunctionUnit, Specialization } from '../../frontend';
import type { BoundFunction } from '../bind/boundModule';
import { type ArgumentTuple, argumentTypes } from '../infer/evidence/argumentTypes';
import type { Problem } from '../infer/problem';
import { explicitSignatures } from '../infer/specialize/explicitSignatures';
import type { RuleContext } from '../rules/rule';
import { wrapInNjit } from '../fixes/decorateFunction';
import { typeName } from '../types/typeName';
import { contradictsGuess } from './contradiction';
import { isAssumed, isGuess, otherGuesses } from './guesses';
import type { AnalysisSession } from './session';
import { arrayCalls, passedArguments } from './passedArguments';
import { isTyped, type NotTyped, typeFunction, type TypedUnit } from './typeFunction';

/** A function typed for all the arguments that are known of. */
export interface TypedVariants {
  readonly fn: BoundFunction;
  readonly units: readonly TypedUnit[];
  readonly problems: readonly Problem[];
  /** Per unit the index of the arguments that it was typed for, or for a likelier guess in their place. */
  readonly given: readonly number[];
}

/** The arguments that evidence says a function is compiled for. */
export function argumentTuples(fn: BoundFunction, session: AnalysisSession): readonly ArgumentTuple[] {
  return [...argumentTypes(fn, session.linked, session.context.numba), ...arrayCalls(fn, session)];
}

/** Types a function for each of these tuples of arguments. */
export function typeVariants(
  fn: BoundFunction,
  session: AnalysisSession,
  tuples: readonly ArgumentTuple[],
): TypedVariants {
  const units: TypedUnit[] = [];
  const problems: Problem[] = [];
  const given: number[] = [];
  for (const [index, tuple] of tuples.entries()) {
    const result = typeFor(fn, tuple, session);
    if (!isTyped(result)) {
      problems.push(...refusal(fn, tuple, result, session));
      continue;
    }
    const assumed = isAssumed(tuple);
    const judged = assumed ? judgeGuess(fn, tuple, result, session) : whole(result);
    if (!judged || units.some((one) => sameTypes(one, judged.unit))) continue;
    units.push(judged.unit);
    given.push(index);
    problems.push(...judged.problems.map((problem) => (assumed ? { ...problem, assumed } : problem)));
  }
  return { fn, units, problems: distinct(problems), given };
}

function typeFor(fn: BoundFunction, tuple: ArgumentTuple, session: AnalysisSession) {
  const passed = passedArguments(tuple);
  return typeFunction(
    fn,
    passed.map((one) => one.type),
    fn.decorator ? session.context : session.adviceContext,
    passed.map((one) => one.origin),
  );
}

interface Judged {
  readonly unit: TypedUnit;
  readonly problems: readonly Problem[];
}

const whole = (unit: TypedUnit): Judged => ({ unit, problems: unit.typed.problems });

/**
 * A failure under guessed types: what compiles under other guesses is taken for meant, and what fails under all of them
 * does not rest on the guess. Undefined where neither holds: nothing is known then.
 */
function judgeGuess(
  fn: BoundFunction,
  tuple: ArgumentTuple,
  first: TypedUnit,
  session: AnalysisSession,
): Judged | undefined {
  if (first.typed.compiles || !fn.decorator || !tuple.some(isGuess)) return whole(first);
  let lasting = first.typed.problems;
  for (const guess of otherGuesses(tuple)) {
    const other = typeFor(fn, guess, session);
    if (!isTyped(other)) continue;
    if (other.typed.compiles && !other.typed.guessed) return whole(other);
    lasting = lasting.filter((problem) => other.typed.problems.some((one) => sameProblem(one, problem)));
  }
  const failures = lasting.some((problem) => !problem.compilesAnyway);
  return failures && !contradictsGuess(fn, tuple, lasting) ? { unit: first, problems: lasting } : undefined;
}

function sameProblem(a: Problem, b: Problem): boolean {
  return a.kind === b.kind && a.range.start === b.range.start && a.range.end === b.range.end;
}

function sameTypes(a: TypedUnit, b: TypedUnit): boolean {
  return a.typed.key === b.typed.key && a.args.map(typeName).join() === b.args.map(typeName).join();
}

/** A call that the function's declared signatures, or its generator, do not take. */
function refusal(
  fn: BoundFunction,
  tuple: ArgumentTuple,
  { reason }: NotTyped,
  session: AnalysisSession,
): readonly Problem[] {
  const call = tuple.find((one) => one.origin.kind === 'call' && one.origin.range && !one.origin.uri);
  if (!call?.origin.range || fn.decorator?.kind !== 'generated_jit') return [];
  const types = tuple.map((one) => one.type);
  // Declared signatures are checked at the calls themselves.
  if (explicitSignatures(fn, session.context.numba).length > 0) return [];
  const related = [{ range: fn.node.nameRange, role: 'defined' as const, subject: fn.node.name }];
  return [
    { range: call.origin.range, related, kind: 'unsupported-argument', callee: fn.node.name, types, reason },
  ];
}

/** The same fact found for several argument types is told once. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) {
    const key = `${problem.kind} ${problem.range.start} ${problem.range.end}`;
    const before = seen.get(key);
    if (!before || (before.assumed && !problem.assumed)) seen.set(key, problem);
  }
  return [...seen.values()];
}

/** What the rest of the program sees of a function. */
export function functionUnit(
  fn: BoundFunction,
  specializations: readonly Specialization[],
  advice: readonly Advice[],
  context: RuleContext,
): FunctionUnit {
  const verdicts = new Set(specializations.map((one) => one.verdict));
  const canWrap = !fn.decorator && !fn.inClass && fn.otherDecorators.length === 0 && verdicts.has('compiles');
  return {
    name: fn.qualifiedName,
    kind: functionKind(fn),
    range: fn.node.range,
    nameRange: fn.node.nameRange,
    verdict: verdicts.size === 0 ? 'unknown' : verdicts.has('fails') ? 'fails' : 'compiles',
    specializations,
    advice,
    hotLoopRange: advice.find((one) => one.code === 'hot-loop')?.range ?? firstLoop(fn),
    fixes:
      canWrap && advice.length === 0 ? [{ range: fn.node.headerRange, fix: wrapInNjit(fn, context) }] : [],
    cannotRun:
      fn.decorator?.options.get('target')?.constant === 'cuda'
        ? 'it is for target="cuda", which needs an NVIDIA GPU'
        : undefined,
  };
}

function functionKind({ decorator }: BoundFunction): FunctionKind {
  if (!decorator) return 'plain';
  switch (decorator.kind) {
    case 'njit':
    case 'jit_module':
      return 'jit';
    default:
      return decorator.kind;
  }
}

function firstLoop(fn: BoundFunction) {
  const loop = fn.node.body.find((one) => one.kind === 'For' || one.kind === 'While');
  return loop && { start: loop.range.start, end: loop.range.start };
}
