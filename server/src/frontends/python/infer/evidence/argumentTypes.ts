import type { BoundFunction } from '../../bind/boundModule';
import { isArrayClass, isExtensionClass } from '../../bind/extensionTypes';
import type { LinkedModules } from '../../bind/imports';
import type { Parameter } from '../../parse/ast';
import { type ArrayType, arrayOf, float64, type NumbaType } from '../../types/numbaType';
import { signatureOf } from '../../types/signatureText';
import { allTypesEqual } from '../../types/typesEqual';
import { jitclassAround } from '../jitclass/jitClass';
import type { Provenance } from '../typedFunction';
import { evaluationIn } from './evaluate/evaluate';
import type { Clue, TypeHint } from './evidence';
import { annotationHint } from './fromAnnotation';
import { type CallArgument, callEvidence } from './fromCalls';
import { type DocumentedType, documentedTypes } from './fromDocstring';
import { unused, usesIn } from './fromUse';

/** Types a function is called with, in parameter order; a `*args` parameter's is the tuple of what it collects. */
export type ArgumentTuple = readonly ArgumentEvidence[];

export interface ArgumentEvidence {
  readonly name: string;
  readonly type: NumbaType;
  readonly origin: Provenance;
  /** Further calls that pass the same tuple of types. */
  readonly otherOrigins?: readonly Provenance[];
  /** Left to its default by the calls: Numba sees the default as a constant. */
  readonly omitted?: boolean;
  /** The tuple that a `*args` parameter collects. */
  readonly variadic?: boolean;
}

/** Answers where argument types come from, for the functions of modules that know of each other. */
interface EvidenceSource {
  /** `hops` is how many calls back evidence is followed: `g` calls `f` is one. */
  argumentTypes(fn: BoundFunction, hops: number): readonly ArgumentTuple[];
}

/** Specialisations per function that are worth showing; more calls than that add none. */
const maxTuples = 8;
/** Callers of callers of callers: beyond them code seldom says what it passes, and functions may call in circles. */
const maxHops = 3;

function makeEvidence(linked: LinkedModules, numba: string): EvidenceSource {
  const known = Array.from({ length: maxHops + 1 }, () => new Map<BoundFunction, readonly ArgumentTuple[]>());
  const source: EvidenceSource = {
    argumentTypes(fn, hops) {
      if (hops < 0) return [];
      const done = known[hops]!.get(fn);
      if (done) return done;
      const tuples = tuplesFor(fn, {
        linked,
        numba,
        tuplesOf: (other) => source.argumentTypes(other, hops - 1),
      });
      known[hops]!.set(fn, tuples);
      return tuples;
    },
  };
  return source;
}

const sources = new WeakMap<LinkedModules, Map<string, EvidenceSource>>();

/** The tuples of types a function is called with, best known first; answers are kept per set of linked modules. */
export function argumentTypes(
  fn: BoundFunction,
  linked: LinkedModules,
  numba = '0.68',
): readonly ArgumentTuple[] {
  const byVersion = sources.get(linked) ?? new Map<string, EvidenceSource>();
  sources.set(linked, byVersion);
  const source = byVersion.get(numba) ?? makeEvidence(linked, numba);
  byVersion.set(numba, source);
  return source.argumentTypes(fn, maxHops);
}

interface Search {
  readonly linked: LinkedModules;
  readonly numba: string;
  /** What is known of a function one call further away. */
  tuplesOf(fn: BoundFunction): readonly ArgumentTuple[];
}

function tuplesFor(fn: BoundFunction, search: Search): readonly ArgumentTuple[] {
  const explicit = signatureTuples(fn, search);
  if (explicit.length > 0) return explicit;
  const documented = documentedTypes(fn.node);
  const clues = fn.node.params.map((param, index) => ownClues(fn, param, index, search, documented));
  const calls = callEvidence(fn, search);
  const evidence = calls.length > 0 ? calls : [undefined];
  const tuples: ArgumentTuple[] = [];
  for (const call of evidence) {
    const params = fn.node.params.filter((param) => param.kind !== 'varKeyword');
    const tuple = params.map((param, index) => argument(param, clues[index]!, call?.[index]));
    const same = tuples.findIndex((other) => sameArguments(other, tuple));
    if (same === -1) tuples.push(tuple);
    else tuples[same] = tuples[same]!.map((arg, index) => withOrigins(arg, tuple[index]!));
  }
  return tuples.slice(0, maxTuples);
}

function sameArguments(a: ArgumentTuple, b: ArgumentTuple): boolean {
  const isSameShape = a.every((one, index) => one.omitted === b[index]?.omitted);
  const types = (tuple: ArgumentTuple) => tuple.map(({ type }) => type);
  return isSameShape && allTypesEqual(types(a), types(b));
}

function withOrigins(arg: ArgumentEvidence, same: ArgumentEvidence): ArgumentEvidence {
  if (same.origin.kind !== 'call') return arg;
  const otherOrigins = [...(arg.otherOrigins ?? []), same.origin, ...(same.otherOrigins ?? [])];
  return { ...arg, otherOrigins };
}

/** Signatures that fit the parameters; those that do not are the signature rules' to report. */
function signatureTuples(fn: BoundFunction, { numba, linked }: Search): ArgumentTuple[] {
  const params = fn.node.params.filter((param) => param.kind !== 'varKeyword');
  const evaluation = evaluationIn(linked, fn.module, numba);
  return (fn.decorator?.signatures ?? []).flatMap((expression): ArgumentTuple[] => {
    const parsed = signatureOf(expression, fn.module, numba, (value) => evaluation.typeOf(value));
    if (!('value' in parsed) || parsed.value.args.length !== params.length) return [];
    const { args } = parsed.value;
    const origin = { kind: 'signature', range: expression.range } as const;
    return [params.map(({ name }, index) => ({ name, type: args[index]!, origin }))];
  });
}

/** What is known of a parameter without looking at calls, strongest first. */
interface OwnClues {
  readonly annotation?: Clue;
  readonly others: readonly Clue[];
  readonly whenOmitted?: NumbaType;
}

function ownClues(
  fn: BoundFunction,
  param: Parameter,
  index: number,
  search: Search,
  documentation: ReadonlyMap<string, DocumentedType>,
): OwnClues {
  const { module } = fn;
  const self = index === 0 ? receiverClue(fn, param, search.numba) : undefined;
  if (self) return { annotation: self, others: [] };
  const hint = param.annotation && annotationHint(module, param.annotation, search.numba);
  const annotation: Clue | undefined = hint && {
    hint,
    origin: { kind: 'annotation', range: param.annotation!.range },
  };
  const evaluation = evaluationIn(search.linked, module, search.numba);
  const whenOmitted = param.default && evaluation.typeOf(param.default);
  const others: Clue[] = [];
  // A default of None tells nothing of what is passed otherwise.
  if (whenOmitted && whenOmitted.kind !== 'none') {
    others.push({ hint: whenOmitted, origin: { kind: 'default', range: param.default!.range } });
  }
  const documented = documentation.get(param.name);
  if (documented)
    others.push({ hint: documented.hint, origin: { kind: 'docstring', range: documented.range } });
  others.push(...useClues(fn, param, search));
  return { ...(annotation && { annotation }), others, ...(whenOmitted && { whenOmitted }) };
}

/** The object or class that a method is called on: no Numba type, unless its class is a jitclass. */
function receiverClue(fn: BoundFunction, param: Parameter, numba: string): Clue | undefined {
  if (fn.inClass === undefined || fn.enclosing) return undefined;
  const isStatic = fn.otherDecorators.some((one) => fn.module.qualifiedName(one) === 'builtins.staticmethod');
  if (isStatic || isExtensionClass(fn.module, fn.inClass)) return undefined;
  // A subclass of ndarray enters compiled code as the array that it is.
  if (isArrayClass(fn.module, fn.inClass)) return undefined;
  // Functions of a class body are also called as they stand there, on anything.
  if (!/^_*(self|cls|this)$/.test(param.name)) return undefined;
  const instance = jitclassAround(fn, numba);
  if (instance) return { hint: instance, origin: { kind: 'annotation', range: param.range } };
  const what = `instance of ${fn.inClass}`;
  return { hint: { kind: 'pyobject', what }, origin: { kind: 'call', range: param.range } };
}

function useClues(fn: BoundFunction, param: Parameter, search: Search): Clue[] {
  const symbol = fn.module.scopes.get(fn.node)?.symbols.get(param.name);
  if (!symbol) return [];
  const { ndim, scalar, range, passedTo } = usesIn(fn).get(symbol) ?? unused;
  const place = range && { range };
  if (ndim > 0) {
    const hint: TypeHint = { kind: 'array hint', ndim, ...(scalar && { dtype: scalar }) };
    return [{ hint, origin: { kind: 'use', ...place } }];
  }
  if (scalar) return [{ hint: scalar, origin: { kind: 'use', ...place } }];
  for (const { call, argument } of passedTo) {
    const callee = search.linked.functionNamed(fn.module, call.func);
    const position = call.args.indexOf(argument);
    if (!callee || position === -1) continue;
    const there = search.tuplesOf(callee)[0]?.[position];
    if (there && there.origin.kind !== 'assumed') {
      return [{ hint: there.type, origin: { kind: 'use', range: argument.range } }];
    }
  }
  return [];
}

function argument(param: Parameter, clues: OwnClues, call: CallArgument | undefined): ArgumentEvidence {
  const { name } = param;
  if (call?.omitted && clues.whenOmitted) {
    const origin = { kind: 'default', ...(param.default && { range: param.default.range }) } as const;
    return { name, type: clues.whenOmitted, origin, omitted: true };
  }
  const passed: Clue[] = call?.type ? [{ hint: call.type, origin: call.origin }] : [];
  const ordered = [...(clues.annotation ? [clues.annotation] : []), ...passed, ...clues.others];
  if (param.kind === 'varPositional') return variadic(name, ordered);
  const found = { name, ...settled(ordered) };
  const isPassed = found.origin.kind === 'call' && call !== undefined && call.otherOrigins.length > 0;
  return isPassed ? { ...found, otherOrigins: call.otherOrigins } : found;
}

/** `*args` collects what calls pass; its annotation is that of one element. */
function variadic(name: string, ordered: readonly Clue[]): ArgumentEvidence {
  const tuple = ordered.find((clue) => clue.hint.kind === 'tuple');
  if (tuple?.hint.kind === 'tuple') return { name, type: tuple.hint, origin: tuple.origin, variadic: true };
  const { type, origin } = settled(ordered.filter((clue) => clue.hint.kind !== 'array hint'));
  return { name, type: { kind: 'tuple', elements: [type] }, origin, variadic: true };
}

/** The first whole type, or an array put together from what the clues know of it. */
function settled(ordered: readonly Clue[]): Pick<ArgumentEvidence, 'type' | 'origin'> {
  const first = ordered[0];
  if (!first) return { type: float64, origin: { kind: 'assumed' } };
  if (first.hint.kind !== 'array hint') return { type: first.hint, origin: first.origin };
  const whole = ordered.find((clue) => clue.hint.kind === 'array');
  if (whole && fits(first.hint, whole.hint as ArrayType))
    return { type: whole.hint as ArrayType, origin: whole.origin };
  const list = ordered.find((clue) => clue.hint.kind === 'list' && clue.origin.kind === 'call');
  if (list && list.hint.kind === 'list') return { type: list.hint, origin: list.origin };
  return assembled(ordered);
}

function fits(hint: TypeHint, array: ArrayType): boolean {
  if (hint.kind !== 'array hint') return true;
  const sameDtype = !hint.dtype || allTypesEqual([hint.dtype], [array.dtype]);
  return sameDtype && (hint.ndim === undefined || hint.ndim === array.ndim);
}

function assembled(ordered: readonly Clue[]): Pick<ArgumentEvidence, 'type' | 'origin'> {
  const hints = ordered.flatMap((clue) =>
    clue.hint.kind === 'array hint' ? [{ ...clue, hint: clue.hint }] : [],
  );
  const dtype = hints.find((clue) => clue.hint.dtype)?.hint.dtype;
  const ndim = hints.find((clue) => clue.hint.ndim !== undefined)?.hint.ndim;
  const type = arrayOf(dtype ?? float64, ndim ?? 1);
  const weakest = hints.findLast((clue) => clue.hint.dtype === dtype || clue.hint.ndim === ndim) ?? hints[0]!;
  // Elements or dimensions that nothing tells are an assumption, wherever the rest comes from.
  const isWhole = dtype !== undefined && ndim !== undefined;
  return { type, origin: isWhole ? weakest.origin : { ...hints[0]!.origin, kind: 'assumed' } };
}
