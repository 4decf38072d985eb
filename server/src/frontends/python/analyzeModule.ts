import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Advice, AnalysisSettings, FileAnalysis, FunctionUnit, WorkspaceView } from '../frontend';
import { advise, type AdviceByFunction } from './advice/advise';
import { adviceMetas } from './advice/adviceMetas';
import type { BoundFunction } from './bind/boundModule';
import { checkCalls } from './checks/callChecks';
import { checkDecorator, checkImports } from './checks/decoratorChecks';
import { checkGufuncOutput } from './checks/gufuncOutputChecks';
import { checkPrange } from './checks/parallelChecks';
import { calledProblems, typedProblems } from './checks/typedProblems';
import { checkCaches } from './checks/cacheChecks';
import { checkInnerJit, checkJitCalls } from './checks/callCostChecks';
import { checkJitclasses } from './checks/jitclassChecks';
import { checkSeeds } from './checks/randomChecks';
import { checkSignatureTexts } from './checks/signatureChecks';
import { checkFrozenGlobals } from './checks/valueChecks';
import type { Problem } from './infer/problem';
import { compareVersions } from './library/version';
import type { TypedFunction, TypedOutline } from './infer/typedFunction';
import { declarationProblems } from './infer/specialize/declaration/declarationProblems';
import { diagnosticOf } from './report/diagnosticOf';
import { unsuppressed } from './report/suppressions';
import type { RuleContext } from './rules/rule';
import { suppress } from './fixes/suppress';
import { dependencyKeys } from './units/dependencies';
import { type FunctionTyping, typingNow, typingOf } from './units/functionTyping';
import { functionUnit } from './units/functionUnit';
import type { KeptFunction } from './units/keptFunctions';
import { keepWork, keptFunctions, keptWork, type SoundFunction } from './units/keptWork';
import { boundModule } from './units/modules';
import { overloadVariants } from './units/overloadVariants';
import { type AnalysisSession, openSession } from './units/session';

/** Everything there is to say of one file, function by function; yields in between so that it can be stopped. */
export function* analyzeModule(
  file: SourceFile,
  settings: AnalysisSettings,
  workspace: WorkspaceView,
  previous?: FileAnalysis,
): Generator<void, FileAnalysis, void> {
  const before = keptWork(previous);
  boundModule(file, before?.parsed);
  for (const other of workspace.files) {
    boundModule(other);
    yield;
  }
  const session = openSession(file, settings.numba, workspace);
  yield;
  const failures: string[] = [];
  const typings = yield* typeModule(session, before?.functions(), failures);
  const context: RuleContext = { file, module: session.module, numba: settings.numba };
  const typedOf = (fn: BoundFunction) => typings.get(fn)?.outline;
  const advice = guarded(() => advise(context, typedOf), new Map(), failures);
  const contextOf = (problem: Problem): RuleContext => ({ ...context, typed: typedWith(problem, typings) });
  yield;
  const worded = (problems: readonly Problem[]) =>
    problems.flatMap((problem) => diagnosticOf(problem, contextOf(problem), settings) ?? []);
  const diagnostics = worded(moduleProblems(session, typedOf));
  const functions: FunctionUnit[] = [];
  const hints: FileAnalysis['typeHints'][number][] = [];
  const sound: SoundFunction[] = [];
  for (const [fn, one] of typings) {
    const own = ownProblems(one);
    diagnostics.push(...worded(problemsOf(one, own, session)));
    const unit = unitOf(one, advice.get(fn) ?? [], context, failures);
    functions.push(unit);
    const shown = one.hints();
    hints.push(...shown);
    if (own.length === 0) sound.push({ typing: one, specializations: unit.specializations, hints: shown });
    yield;
  }
  diagnostics.push(...adviceDiagnostics(advice, context, settings));
  const analysis: FileAnalysis = {
    uri: file.uri,
    version: file.version,
    functions: [...functions, ...moduleUnit(advice.get(undefined) ?? [])],
    diagnostics: unsuppressed(distinct(diagnostics), session.module).toSorted(
      (a, b) => a.range.start - b.range.start,
    ),
    typeHints: hints,
    failures,
  };
  keepWork(analysis, session.module, () => keptFunctions(sound), before);
  return analysis;
}

/** Every function of the module typed, those apart that `known` has. */
function* typeModule(
  session: AnalysisSession,
  known: ReadonlyMap<string, KeptFunction> | undefined,
  failures: string[],
): Generator<void, ReadonlyMap<BoundFunction, FunctionTyping>, void> {
  const { functions } = session.module;
  const keyOf = dependencyKeys(session);
  const typings = new Map<BoundFunction, FunctionTyping>();
  for (const fn of functions) {
    const untyped = () => typingNow({ fn, units: [], problems: [], given: [] });
    const typing = guarded(() => typingOf(fn, session, keyOf, known), undefined, failures) ?? untyped();
    typings.set(fn, typing);
    yield;
  }
  for (const fn of functions) {
    if (fn.decorator?.kind === 'overload') typings.set(fn, typingNow(overloadVariants(fn, session)));
  }
  return typings;
}

/** The specialisation that a problem was found in. */
function typedWith(
  { function: fn, kind, range }: Problem,
  typings: ReadonlyMap<BoundFunction, FunctionTyping>,
): TypedFunction | undefined {
  const units = (fn && typings.get(fn)?.variants().units) ?? [];
  const found = units.find(({ typed }) =>
    typed.problems.some((one) => one.kind === kind && one.range.start === range.start),
  );
  return (found ?? units[0])?.typed;
}

function moduleProblems(
  session: AnalysisSession,
  typedOf: (fn: BoundFunction) => TypedOutline | undefined,
): readonly Problem[] {
  const { module, context } = session;
  const syntax = module.tree.errors.map(
    ({ range, message }): Problem => ({ kind: 'syntax-error', range, detail: message }),
  );
  return [
    ...syntax,
    ...checkImports(module, context.numba),
    ...checkCaches(session),
    ...checkJitclasses(session),
    ...checkSeeds(session),
    ...checkJitCalls(session, typedOf),
  ];
}

/** What Python does as well is no error; a name that nothing assigns is one in any mode. */
function inObjectMode(problem: Problem): Problem {
  return problem.kind === 'undefined-name' ? problem : { ...problem, compilesAnyway: true };
}

/** What a compiled function's own types give away; nothing does in one that is kept. */
function ownProblems({ fn, kept, variants }: FunctionTyping): readonly Problem[] {
  const typed = kept || !fn.decorator ? undefined : variants().units[0]?.typed;
  return typed ? typedProblems(fn, typed) : [];
}

/** Undecorated functions are not compiled, so nothing about them is a problem. */
function problemsOf(
  { fn, kept, outline, problems, variants }: FunctionTyping,
  own: readonly Problem[],
  session: AnalysisSession,
): readonly Problem[] {
  const { numba } = session.context;
  if (!fn.decorator) return [];
  const typed = () => variants().units[0]!.typed;
  const unsound = !kept && outline !== undefined && typed().problems.some((one) => !one.compilesAnyway);
  return [
    ...checkDecorator(fn, numba, unsound),
    ...checkSignatureTexts(fn, numba),
    ...declarationProblems(fn, numba),
    ...(fallsBack(fn, numba) ? problems.map(inObjectMode) : problems),
    ...checkCalls(fn, session),
    ...checkPrange(fn),
    ...checkFrozenGlobals(fn),
    ...checkGufuncOutput(fn),
    ...checkInnerJit(fn),
    ...own,
    ...(outline ? calledProblems(fn, typed, session) : []),
  ];
}

/** Two checks may come to one finding. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, range, message }) => {
    const key = `${code} ${range.start} ${range.end} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Before 0.59 a plain `@jit` runs in object mode what does not compile in nopython mode. */
function fallsBack({ decorator }: BoundFunction, numba: string): boolean {
  const isForced = decorator?.options.get('forceobj')?.constant === true;
  return isForced || (decorator?.nopython === 'by-version' && compareVersions(numba, '0.59') < 0);
}

function unitOf(
  { fn, specializations }: FunctionTyping,
  advice: readonly Advice[],
  context: RuleContext,
  failures: string[],
): FunctionUnit {
  const whole = () => functionUnit(fn, specializations(context), advice, context);
  return guarded(whole, undefined, failures) ?? functionUnit(fn, [], [], context);
}

/** The module's own loops as one unit. */
function moduleUnit(loops: readonly Advice[]): readonly FunctionUnit[] {
  const [first] = loops;
  if (!first) return [];
  return [
    {
      name: '<module>',
      kind: 'plain',
      range: first.range,
      nameRange: first.range,
      verdict: 'unknown',
      specializations: [],
      advice: loops,
      fixes: [],
    },
  ];
}

/** Advice is shown where problems are, as hints with their fixes. */
function adviceDiagnostics(
  advice: AdviceByFunction,
  context: RuleContext,
  settings: AnalysisSettings,
): Diagnostic[] {
  return [...advice].flatMap(([fn, list]) =>
    list.flatMap((one) => adviceDiagnostic(one, fn, context, settings)),
  );
}

function adviceDiagnostic(
  { code, range, message, fixes }: Advice,
  fn: BoundFunction | undefined,
  context: RuleContext,
  settings: AnalysisSettings,
): Diagnostic[] {
  const meta = adviceMetas.find((one) => one.code === code)!;
  const severity = settings.rules[code] ?? meta.severity;
  if (severity === 'off') return [];
  const all = [...fixes, suppress(code, range, context)];
  return [
    { code, severity, message, range, function: fn?.qualifiedName ?? '<module>', related: [], fixes: all },
  ];
}

/** A fault of ours in one function must not take its neighbours along; it is told apart from what the user did. */
function guarded<T>(work: () => T, otherwise: T, failures: string[]): T {
  try {
    return work();
  } catch (error) {
    failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return otherwise;
  }
}
