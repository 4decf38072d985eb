import type { Advice, FunctionKind, FunctionUnit } from '../../frontend';
import type { BoundFunction } from '../bind/boundModule';
import { type ArgumentTuple, argumentTypes } from '../infer/evidence/argumentTypes';
import type { Problem } from '../infer/problem';
import { explicitSignatures } from '../infer/specialize/explicitSignatures';
import type { Provenance } from '../infer/typedFunction';
import type { RuleContext } from '../rules/rule';
import { wrapInNjit } from '../fixes/decorateFunction';
import { typeName } from '../types/typeName';
import { contradictsGuess } from './contradiction';
import type { AnalysisSession } from './session';
import { specializationOf } from './specialization';
import { arrayCalls, passedArguments } from './passedArguments';
import { isTyped, type NotTyped, typeFunction, type TypedUnit } from './typeFunction';

/** A function typed for all the arguments that are known of. */
export interface TypedVariants {
  readonly fn: BoundFunction;
  readonly units: readonly TypedUnit[];
  readonly problems: readonly Problem[];
}

/** Types a function for each tuple of arguments that evidence gives. */
export function typeVariants(fn: BoundFunction, session: AnalysisSession): TypedVariants {
  const context = fn.decorator ? session.context : session.adviceContext;
  const units: TypedUnit[] = [];
  const problems: Problem[] = [];
  const tuples = [...argumentTypes(fn, session.linked, session.context.numba), ...arrayCalls(fn, session)];
  for (const tuple of tuples) {
    const passed = passedArguments(tuple);
    const result = typeFunction(
      fn,
      passed.map((one) => one.type),
      context,
      passed.map((one) => one.origin),
    );
    if (!isTyped(result)) {
      problems.push(...refusal(fn, tuple, result, session));
      continue;
    }
    if (units.some((one) => sameTypes(one, result))) continue;
    const assumed = isAssumed(tuple);
    if (assumed && contradictsGuess(fn, tuple, result.typed.problems)) continue;
    units.push(result);
    problems.push(...result.typed.problems.map((problem) => (assumed ? { ...problem, assumed } : problem)));
  }
  return { fn, units, problems: distinct(problems) };
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

// A docstring is prose, and reading it a guess.
const guesses: ReadonlySet<Provenance['kind']> = new Set(['assumed', 'use', 'docstring']);

/** Failures that rest on a guessed type are hints. */
function isAssumed(tuple: ArgumentTuple): boolean {
  return tuple.some(({ origin }) => guesses.has(origin.kind));
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
  { fn, units }: TypedVariants,
  advice: readonly Advice[],
  context: RuleContext,
): FunctionUnit {
  const specializations = units.map((unit) => specializationOf(unit, fn, context));
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
