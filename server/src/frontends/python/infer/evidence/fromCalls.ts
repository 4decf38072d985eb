import type { BoundFunction, NameSymbol } from '../../bind/boundModule';
import type { LinkedCallSite } from '../../bind/callTargets';
import type { LinkedModules } from '../../bind/imports';
import type { Expression, Parameter } from '../../parse/ast';
import { type NumbaType, tupleOf } from '../../types/numbaType';
import { allTypesEqual } from '../../types/typesEqual';
import type { Provenance } from '../typedFunction';
import { evaluationIn } from './evaluate/evaluate';
import type { Evaluation } from './evaluate/evaluation';
import { parameterVariables } from './evaluate/userCalls';
import type { ArgumentTuple } from './argumentTypes';

/** What one call passes, in parameter order. */
export type CallEvidence = readonly CallArgument[];

export interface CallArgument {
  /** Undefined when the evaluator cannot tell. */
  readonly type: NumbaType | undefined;
  readonly origin: Provenance;
  /** Of further calls that pass the same types. */
  readonly otherOrigins: readonly Provenance[];
  readonly omitted: boolean;
}

export interface CallContext {
  readonly linked: LinkedModules;
  readonly numba: string;
  /** What a calling function is itself called with. */
  tuplesOf(caller: BoundFunction): readonly ArgumentTuple[];
}

const maxTuplesPerCaller = 4;

/** What the calls of a function pass it, one entry per different tuple of types. */
export function callEvidence(fn: BoundFunction, context: CallContext): CallEvidence[] {
  const found: CallEvidence[] = [];
  for (const site of sitesOf(fn, context)) {
    if (site.caller === fn || isInside(site, fn)) continue;
    for (const { evaluation, isGuess } of evaluationsAt(site, context)) {
      const evidence = evidenceOf(fn, site, evaluation);
      if (evidence) add(found, isGuess || site.isInterpreted ? evidence.map(asGuess) : evidence);
    }
  }
  return found;
}

/**
 * An overload is reached by the calls of what it overloads. Where nothing calls the compiled function, calls of the plain one
 * that it was made of tell what it is for.
 */
function sitesOf(fn: BoundFunction, { linked }: CallContext): readonly LinkedCallSite[] {
  const target = fn.decorator?.overloadOf;
  if (!target) {
    const sites = linked.callSites(fn);
    const compiled = sites.filter((site) => !site.isInterpreted);
    return compiled.length > 0 ? compiled : sites;
  }
  const overloaded = linked.functionNamed(fn.module, target);
  if (overloaded) return linked.callSites(overloaded);
  const qualifiedName = fn.module.qualifiedName(target);
  return qualifiedName === undefined ? [] : linked.callsNamed(qualifiedName);
}

function isInside({ call, module }: LinkedCallSite, fn: BoundFunction): boolean {
  const { range } = fn.node;
  return module === fn.module && range.start <= call.range.start && call.range.end <= range.end;
}

interface SiteEvaluation {
  readonly evaluation: Evaluation;
  readonly isGuess: boolean;
}

/** One evaluation per tuple of types that the calling function is itself called with. */
function evaluationsAt(site: LinkedCallSite, context: CallContext): SiteEvaluation[] {
  const { linked, numba } = context;
  const { caller, module } = site;
  if (!caller || caller.node.params.length === 0)
    return [{ evaluation: moduleEvaluation(linked, module, numba), isGuess: false }];
  const tuples = context.tuplesOf(caller).slice(0, maxTuplesPerCaller);
  return tuples.map((tuple) => {
    const isGuess = tuple.some(({ origin }) => origin.kind === 'docstring');
    const known = callerEvaluations.get(tuple);
    if (known) return { evaluation: known, isGuess };
    // A guess about the caller is no evidence about what it calls.
    const types = tuple.map(({ type, origin }) =>
      origin.kind === 'use' || origin.kind === 'assumed' ? undefined : type,
    );
    const variables: ReadonlyMap<NameSymbol, NumbaType> = parameterVariables(caller, types);
    const pursuit = { active: new Set<object>(), cuts: 0 };
    const evaluation = evaluationIn(linked, module, numba, { variables, callers: [caller], pursuit });
    callerEvaluations.set(tuple, evaluation);
    return { evaluation, isGuess };
  });
}

const callerEvaluations = new WeakMap<ArgumentTuple, Evaluation>();
const moduleEvaluations = new WeakMap<LinkedModules, Map<object, Evaluation>>();

function moduleEvaluation(
  linked: LinkedModules,
  module: LinkedCallSite['module'],
  numba: string,
): Evaluation {
  const known = moduleEvaluations.get(linked) ?? new Map<object, Evaluation>();
  moduleEvaluations.set(linked, known);
  const evaluation = known.get(module) ?? evaluationIn(linked, module, numba);
  known.set(module, evaluation);
  return evaluation;
}

function evidenceOf(
  fn: BoundFunction,
  site: LinkedCallSite,
  evaluation: Evaluation,
): CallEvidence | undefined {
  const { call, module } = site;
  if (call.args.some((arg) => arg.kind === 'Starred') || call.keywords.some((keyword) => !keyword.name)) {
    return undefined;
  }
  const passed = [...call.args];
  const isBound = fn.inClass !== undefined && call.func.kind === 'Attribute';
  const elsewhere = module === fn.module ? {} : { uri: module.file.uri };
  const args = fn.node.params.map((param, index): CallArgument => {
    if (isBound && index === 0) return known(undefined, { kind: 'assumed' });
    if (param.kind === 'varPositional')
      return collected(passed.splice(0), evaluation, { kind: 'call', range: call.range, ...elsewhere });
    const arg = argumentOf(param, passed, call.keywords, evaluation, elsewhere);
    // Displays make typed containers in compiled code, not Python's objects.
    return site.caller?.decorator && arg.type?.kind === 'pyobject' ? { ...arg, type: undefined } : arg;
  });
  const isKnown = args.some(({ type, omitted }) => type !== undefined || omitted);
  if (!isKnown && args.length > 0) return undefined;
  return elementwise(fn, args);
}

/** A plain function may be called with what the compiled one is not meant for, and docstrings are prose. */
function asGuess(arg: CallArgument): CallArgument {
  return { ...arg, origin: { ...arg.origin, kind: 'assumed' } };
}

function argumentOf(
  param: Parameter,
  passed: Expression[],
  keywords: readonly { readonly name?: string; readonly value: Expression }[],
  evaluation: Evaluation,
  elsewhere: Pick<Provenance, 'uri'>,
): CallArgument {
  const byPosition = param.kind === 'keywordOnly' || param.kind === 'varKeyword' ? undefined : passed.shift();
  const given = byPosition ?? keywords.find((keyword) => keyword.name === param.name)?.value;
  if (given) {
    return known(evaluation.typeOf(given), { kind: 'call', range: given.range, ...elsewhere });
  }
  return { ...known(undefined, { kind: 'default' }), omitted: param.default !== undefined };
}

function collected(rest: readonly Expression[], evaluation: Evaluation, origin: Provenance): CallArgument {
  const types = rest.map((arg) => evaluation.typeOf(arg));
  return known(types.every((one) => one !== undefined) ? tupleOf(types) : undefined, origin);
}

function known(type: NumbaType | undefined, origin: Provenance): CallArgument {
  return { type, origin, otherOrigins: [], omitted: false };
}

/** A ufunc is called with arrays and compiled for their elements. */
function elementwise(fn: BoundFunction, args: readonly CallArgument[]): readonly CallArgument[] {
  if (fn.decorator?.kind !== 'vectorize') return args;
  return args.map((arg) => (arg.type?.kind === 'array' ? { ...arg, type: arg.type.dtype } : arg));
}

function add(found: CallEvidence[], evidence: CallEvidence): void {
  const index = found.findIndex((other) => sameTypes(other, evidence));
  if (index === -1) found.push(evidence);
  else {
    found[index] = found[index]!.map((arg, at) => {
      const { origin } = evidence[at]!;
      const isKnown = [arg.origin, ...arg.otherOrigins].some(
        (one) => one.range === origin.range && one.uri === origin.uri,
      );
      return isKnown ? arg : { ...arg, otherOrigins: [...arg.otherOrigins, origin] };
    });
  }
}

function sameTypes(a: CallEvidence, b: CallEvidence): boolean {
  if (a.some((arg, index) => arg.omitted !== b[index]?.omitted)) return false;
  const types = (one: CallEvidence) => one.map(({ type }): NumbaType => type ?? { kind: 'undefined' });
  return allTypesEqual(types(a), types(b));
}
