import type { AstNode } from '../parse/ast';
import { conversion } from '../types/conversion';
import { none, type NumbaType } from '../types/numbaType';
import { typesEqual } from '../types/typesEqual';
import { unify } from '../types/unify';
import { isPrecise, unliteral } from '../types/unliteral';
import type { InferenceOptions } from './inferFunction';
import { type Inference, lineOf, type PendingProblem, type Phase, report } from './inference';
import { numbaLocals } from './locals';
import type { Problem } from './problem';
import type { Provenance, TypedFunction, TypedParameter } from './typedFunction';

export type Draft = { -readonly [K in keyof TypedFunction]: TypedFunction[K] };

/** Draws the conclusions of a finished inference: return type, imprecise variables, problems in Numba's order. */
export function finishFunction(inf: Inference, draft: Draft, options: InferenceOptions): TypedFunction {
  checkPrecision(inf);
  const returnType = returnTypeOf(inf, draft, options.returnType);
  const problems = orderProblems(inf.round.problems);
  return Object.assign(draft, {
    key: inf.key,
    name: inf.function?.qualifiedName ?? '<lambda>',
    node: inf.node,
    module: inf.module,
    ...(inf.function && { function: inf.function }),
    params: typedParameters(inf, options.origins ?? []),
    captures: [...inf.captures].map(([symbol, type]) => ({ symbol, type })),
    returnType,
    compiles: problems.every((problem) => problem.compilesAnyway),
    guessed: inf.round.guessed,
    problems,
    types: inf.round.types,
    ssa: inf.ssa.form,
    versionTypes: inf.versionTypes,
    resolutions: inf.round.resolutions,
    comparisons: inf.round.comparisons,
    stores: inf.round.stores,
    iterations: inf.round.iterations,
    decidedTests: inf.decided,
    locals: numbaLocals(inf),
    options: inf.flags,
  });
}

const phases: readonly Phase[] = [
  'bytecode',
  'ir',
  'globals',
  'typing',
  'variables',
  'returns',
  'lowering',
  'warning',
];

function orderProblems(pending: readonly PendingProblem[]): Problem[] {
  const seen = new Set<string>();
  return [...pending]
    .sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase) || a.order - b.order)
    .map(({ problem }) => problem)
    .filter((problem) => {
      const key = `${problem.kind} ${problem.range.start} ${problem.range.end}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Where the type of the parameter at a position is from, if `origins` does not tell. */
export function originOf(origins: readonly Provenance[], position: number, omitted: boolean): Provenance {
  return origins[position] ?? { kind: omitted ? 'default' : 'call' };
}

function typedParameters(inf: Inference, origins: readonly Provenance[]): TypedParameter[] {
  return inf.node.params.flatMap((param, i) => {
    const value = inf.parameters.get(param.name);
    if (!value) return [];
    const origin = originOf(origins, i, value.omitted);
    const variadic = param.kind === 'varPositional';
    return [
      {
        name: param.name,
        type: value.type,
        origin,
        ...(variadic && { variadic }),
        ...(value.omitted && { omitted: true }),
      },
    ];
  });
}

/** Lists and dicts that nothing made precise: the first by name, as Numba looks at variables in that order. */
function checkPrecision(inf: Inference): void {
  // What the container would have held may be what is not known; and Numba stops at an untyped argument.
  const isUntyped = [...inf.parameters.values()].some(({ type }) => type.kind === 'pyobject');
  if (isUntyped || inf.round.guessed) return;
  const found = inf.ssa.form.versions
    .filter((version) => !version.isPhi)
    .flatMap((version) => {
      const type = inf.versionTypes.get(version);
      return type && !isPrecise(type) && version.node ? [{ version, type, node: version.node }] : [];
    })
    .sort((a, b) => (a.version.name < b.version.name ? -1 : 1));
  const named = new Set<AstNode>();
  for (const { version, node, type } of found) {
    const source = inf.definedBy.get(version);
    if (source) named.add(source);
    const line = undeterminedLine(inf, version.name);
    const extra = line === undefined ? {} : { numbaLine: line };
    report(
      inf,
      'variables',
      node,
      { kind: 'untyped-container', subject: version.symbol.name, of: type },
      extra,
    );
  }
  for (const [node, type] of inf.round.types) {
    const display = node.kind === 'List' || node.kind === 'Dict' || node.kind === 'Call';
    if (!display || isPrecise(type) || named.has(node) || type.kind === 'undefined') continue;
    report(inf, 'variables', node, {
      kind: 'untyped-container',
      subject: inf.module.file.slice(node.range),
      of: type,
    });
  }
}

/** A variable that comes before by name and has no type at all, because of the imprecise one: Numba complains of it first. */
function undeterminedLine(inf: Inference, name: string): number | undefined {
  const undetermined = inf.ssa.form.versions
    .filter((version) => version.node && !inf.versionTypes.has(version) && version.name < name)
    .sort((a, b) => (a.name < b.name ? -1 : 1))[0];
  return undetermined?.node && lineOf(inf, undetermined.node.range.start);
}

function returnTypeOf(inf: Inference, draft: Draft, wanted: NumbaType | undefined): NumbaType {
  if (inf.round.yields.length > 0) return generatorType(inf, draft);
  const { returns, guessed, untypedReturn } = inf.round;
  if (wanted) return convertReturns(inf, wanted);
  if (guessed && untypedReturn) return { kind: 'undefined' };
  const unified = unify(distinct(returns.map(({ type }) => type)));
  if (returns.length === 0) return none;
  if (unified && isPrecise(unified)) return unified;
  if (unified) return unified;
  reportReturns(inf);
  return { kind: 'undefined' };
}

// Numba unifies the set of the types.
function distinct(types: readonly NumbaType[]): NumbaType[] {
  return types.filter((type, i) => types.findIndex((each) => typesEqual(each, type)) === i);
}

function reportReturns(inf: Inference): void {
  const { returns } = inf.round;
  const first = returns[0]!;
  const clash = returns.find(({ type }) => !unify([first.type, type])) ?? returns.at(-1)!;
  report(
    inf,
    'returns',
    clash.node === inf.node ? first.node : clash.node,
    { kind: 'cannot-unify-return', types: distinct(returns.map(({ type }) => unliteral(type))) },
    { related: returns.map(({ node, type }) => ({ range: node.range, role: 'returned', type })) },
  );
}

function convertReturns(inf: Inference, wanted: NumbaType): NumbaType {
  for (const { node, type } of inf.round.returns) {
    if (conversion(type, wanted) !== undefined) continue;
    report(inf, 'typing', node, { kind: 'return-conversion', from: type, to: wanted });
  }
  return wanted;
}

function generatorType(inf: Inference, draft: Draft): NumbaType {
  const { yields } = inf.round;
  const unified = unify(distinct(yields.map(({ type }) => type)));
  if (!unified || unified.kind === 'optional') {
    report(
      inf,
      'returns',
      yields.at(-1)!.node,
      { kind: 'cannot-unify', subject: 'yield', types: distinct(yields.map(({ type }) => type)) },
      { related: yields.map(({ node, type }) => ({ range: node.range, role: 'returned', type })) },
    );
  }
  const args = [...inf.parameters.values()].map(({ type }) => type);
  return { kind: 'generator', yields: unified ?? none, function: inf.function, args, made: draft };
}
