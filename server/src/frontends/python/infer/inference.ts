import type { TextRange } from '@jitsight/shared/source/range';
import type { BoundFunction, BoundModule, NameSymbol } from '../bind/boundModule';
import type { AstNode, Expression, FunctionNode } from '../parse/ast';
import type { NumbaType } from '../types/numbaType';
import type { InferenceContext } from './context';
import type { FrozenValue } from './inferFunction';
import type { Problem, ProblemFact } from './problem';
import type { StencilReads } from './specialize/stencilKernel';
import type { Version } from './ssa';
import type { Ssa } from './ssa/buildSsa';
import type { CompileFlags, ConstantValue, Iteration, Resolution } from './typedFunction';

/** The typing of one specialisation in progress: Numba's constraint network, walked in order until nothing changes. */
export interface Inference {
  readonly context: InferenceContext;
  readonly module: BoundModule;
  readonly node: FunctionNode;
  readonly function?: BoundFunction;
  readonly flags: CompileFlags;
  /** By parameter name; a parameter left out has the type of its default. */
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  readonly captures: ReadonlyMap<NameSymbol, NumbaType>;
  /** Values of enclosing functions' variables that are known while compiling. */
  readonly frozen: ReadonlyMap<NameSymbol, FrozenValue>;
  readonly key: string;
  /** Numba asks a function in progress for its return type when it calls itself; then calls of itself are skipped. */
  readonly skipRecursion: boolean;
  ssa: Ssa;
  readonly decided: Map<AstNode, boolean>;
  /** Those of them that Numba decides only once variables have SSA versions. */
  readonly decidedLate: Set<AstNode>;
  /** Tests of `while` loops that hold the first time. */
  readonly decidedEntry: Set<Expression>;
  /** Types grow monotonically over the rounds. */
  readonly versionTypes: Map<Version, NumbaType>;
  /** Where a version's value comes from, for making `[]` precise once an append tells the element type. */
  readonly definedBy: Map<Version, Expression>;
  /** Displays and calls whose type later uses made precise. */
  readonly refined: Map<Expression, NumbaType>;
  /** Set for the kernel of a stencil. */
  readonly stencil?: StencilReads;
  /** Variables whose type `@jit(locals=...)` fixes. */
  readonly lockedLocals: ReadonlyMap<string, NumbaType>;
  /** Types of returns seen in any round so far, for calls of itself. */
  readonly returnTypes: NumbaType[];
  /** What the round under way found. */
  round: Round;
}

export interface ParameterValue {
  readonly type: NumbaType;
  /** The value where the parameter was left out or is a literal. */
  readonly constant?: ConstantValue;
  readonly omitted: boolean;
}

export interface Round {
  changed: boolean;
  readonly types: Map<Expression, NumbaType>;
  readonly resolutions: Map<AstNode, Resolution>;
  readonly comparisons: Map<Expression, readonly Resolution[]>;
  readonly stores: Map<Expression, Resolution>;
  readonly iterations: Map<object, Iteration>;
  readonly problems: PendingProblem[];
  readonly returns: { readonly node: AstNode; readonly type: NumbaType }[];
  readonly yields: { readonly node: AstNode; readonly type: NumbaType }[];
  /** Expressions whose value nothing uses. */
  readonly discarded: Set<Expression>;
  /** Versions whose types clash: nothing more is said about them. */
  readonly clashes: Set<Version>;
  /** When each node was reached, for the order in which Numba finds failures. */
  readonly reached: Map<object, number>;
  /** Uses something whose type the source does not tell: no verdict rests on it. */
  guessed: boolean;
  /** A return of a value without a type: where something is guessed, the result has none either. */
  untypedReturn: boolean;
}

/** The step of Numba's pipeline that raises: earlier ones win. */
export type Phase =
  | 'bytecode'
  | 'ir'
  | 'globals'
  | 'typing'
  | 'variables'
  | 'returns'
  | 'lowering'
  | 'warning';

export interface PendingProblem {
  readonly phase: Phase;
  readonly order: number;
  readonly problem: Problem;
}

export function startRound(): Round {
  return {
    changed: false,
    types: new Map(),
    resolutions: new Map(),
    comparisons: new Map(),
    stores: new Map(),
    iterations: new Map(),
    problems: [],
    returns: [],
    yields: [],
    discarded: new Set(),
    clashes: new Set(),
    reached: new Map(),
    guessed: false,
    untypedReturn: false,
  };
}

export type Extra = Pick<Problem, 'related' | 'numbaLine' | 'compilesAnyway'>;

/** Notes a problem at a node or range; always gives undefined, the type of what failed. */
export function report(
  inf: Inference,
  phase: Phase,
  at: { readonly range: TextRange } | TextRange,
  fact: ProblemFact,
  extra: Extra = {},
): undefined {
  const range = 'range' in at ? at.range : at;
  const order = inf.round.reached.get(at) ?? inf.round.reached.size;
  addProblem(inf, phase, { range, function: inf.function, ...extra, ...fact }, order);
  return undefined;
}

export function addProblem(
  inf: Inference,
  phase: Phase,
  problem: Problem,
  order = inf.round.reached.size,
): void {
  inf.round.problems.push({ phase, order, problem });
}

/** Marks that typing has come to a node. */
export function reach(inf: Inference, node: object): void {
  if (!inf.round.reached.has(node)) inf.round.reached.set(node, inf.round.reached.size);
}

export function sourceOf(inf: Inference, node: { readonly range: TextRange }): string {
  return inf.module.file.slice(node.range);
}

export function lineOf(inf: Inference, offset: number): number {
  return inf.module.file.positionAt(offset).line + 1;
}
