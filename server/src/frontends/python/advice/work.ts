import type { BoundFunction, BoundModule } from '../bind/boundModule';
import { type Count, type Counts, countsOf } from './counts';
import { children } from '../infer/children';
import type { AstNode, Call, Expression, For, Statement, While } from '../parse/ast';

/** A loop with what it costs, in rough interpreter operations. */
export interface LoopWork {
  readonly loop: For | While;
  /** Function that holds it; undefined at module level. */
  readonly owner: BoundFunction | undefined;
  /** Estimated trips of each loop of the nest, outermost first; `known` where a constant says so. */
  readonly trips: readonly { readonly count: number; readonly known: boolean }[];
  /** Operations of one run of the whole nest, without the loops of functions that it calls. */
  readonly work: number;
  /** Operations in the run of the program: `work` times the estimated number of runs. */
  readonly total: number;
  /** `work` for callers that pass more than the calls in this file do. */
  readonly potential: number;
  readonly depth: number;
}

/** Trips assumed where nothing tells: an array is long, a row of it shorter, a while loop inside another loop short. */
const assumedTrips = { for: 10_000, innerFor: 1000, while: 1000, innerWhile: 30 };
/** A called function is entered at least so often in a run, and not more than this is believed. */
const mostRuns = 1e9;

/** All outermost loops of a module with their estimated work, heaviest first. */
export function estimateLoops(module: BoundModule): readonly LoopWork[] {
  const inRun = loopsOf(module, countsOf(module, true));
  const elsewhere = loopsOf(module, countsOf(module, false));
  return inRun
    .map((one, i): LoopWork => ({ ...one, potential: Math.max(one.work, elsewhere[i]!.work) }))
    .sort((a, b) => b.total - a.total);
}

type RunWork = Omit<LoopWork, 'potential'>;

function loopsOf(module: BoundModule, counts: Counts): readonly RunWork[] {
  const context: Estimate = { module, runs: new Map(), counts };
  const loops: RunWork[] = [];
  collect(module.tree.body, undefined, context, loops);
  for (const fn of module.functions) collect(fn.node.body, fn, context, loops);
  return loops;
}

interface Estimate {
  readonly module: BoundModule;
  readonly runs: Map<BoundFunction, number>;
  readonly counts: Counts;
}

function collect(
  body: readonly AstNode[],
  owner: BoundFunction | undefined,
  context: Estimate,
  loops: RunWork[],
): void {
  for (const node of body) {
    if (node.kind === 'For' || node.kind === 'While') {
      const trips: { count: number; known: boolean }[] = [];
      const work = loopCost(node, context, trips, 0);
      const runs = owner ? runsOf(owner, context, new Set()) : 1;
      loops.push({ loop: node, owner, trips, work, total: work * runs, depth: trips.length });
    } else if (node.kind !== 'FunctionDef' && node.kind !== 'ClassDef' && node.kind !== 'Lambda') {
      collect(children(node), owner, context, loops);
    }
  }
}

function loopCost(
  loop: For | While,
  context: Estimate,
  trips: { count: number; known: boolean }[],
  depth: number,
): number {
  const trip = tripsOf(loop, context, depth);
  trips.push(trip);
  const test = loop.kind === 'While' ? cost(loop.test, context, trips, depth + 1) : 1;
  return trip.count * (1 + test + costAll(loop.body, context, trips, depth + 1));
}

function costAll(
  nodes: readonly AstNode[],
  context: Estimate,
  trips: { count: number; known: boolean }[],
  depth: number,
): number {
  return nodes.reduce((sum, node) => sum + cost(node, context, trips, depth), 0);
}

const weights: Partial<Record<AstNode['kind'], number>> = {
  BinOp: 1,
  AugAssign: 1,
  Compare: 1,
  UnaryOp: 1,
  Subscript: 2,
  Attribute: 1,
  Call: 4,
  ListComp: 1000,
};

function cost(
  node: AstNode,
  context: Estimate,
  trips: { count: number; known: boolean }[],
  depth: number,
): number {
  if (node.kind === 'For' || node.kind === 'While') {
    const inner: { count: number; known: boolean }[] = [];
    const result = loopCost(node, context, inner, depth);
    if (inner.length + depth > trips.length) trips.splice(depth, trips.length - depth, ...inner);
    return result;
  }
  if (node.kind === 'FunctionDef' || node.kind === 'ClassDef' || node.kind === 'Lambda') return 0;
  const own = weights[node.kind] ?? 0;
  const called = node.kind === 'Call' ? looplessCallee(node, context) : undefined;
  const inside = called ? costAll(called.node.body, context, [], depth + 1) : 0;
  return own + inside + costAll(children(node), context, trips, depth);
}

/** A small function of the module without loops counts as part of the loop that calls it. */
export function looplessCallee(call: Call, { module }: Pick<Estimate, 'module'>): BoundFunction | undefined {
  if (call.func.kind !== 'Name') return undefined;
  const meaning = module.resolve(call.func);
  if (meaning.kind !== 'function' || hasLoop(meaning.function.node.body)) return undefined;
  return callsItself(meaning.function) ? undefined : meaning.function;
}

function callsItself(fn: BoundFunction): boolean {
  return (fn.module.callSites.get(fn) ?? []).some((site) => site.caller === fn) || depthOfCalls(fn, 0) > 3;
}

function depthOfCalls(fn: BoundFunction, depth: number): number {
  if (depth > 4) return depth;
  let deepest = depth;
  for (const [callee, sites] of fn.module.callSites) {
    if (sites.some((site) => site.caller === fn))
      deepest = Math.max(deepest, depthOfCalls(callee, depth + 1));
  }
  return deepest;
}

function hasLoop(nodes: readonly AstNode[]): boolean {
  return nodes.some((node) => node.kind === 'For' || node.kind === 'While' || hasLoop(children(node)));
}

function tripsOf(loop: For | While, context: Estimate, depth: number): { count: number; known: boolean } {
  if (loop.kind === 'While')
    return { count: depth > 0 ? assumedTrips.innerWhile : assumedTrips.while, known: false };
  const trips = elementsOf(loop.iter, context);
  if (trips) return { count: Math.max(0, Math.ceil(trips.value)), known: trips.exact };
  return { count: depth > 0 ? assumedTrips.innerFor : assumedTrips.for, known: false };
}

/** Items that a loop takes from what it goes over. */
function elementsOf(iterable: Expression, context: Estimate): Count | undefined {
  const name = iterable.kind === 'Call' ? context.module.qualifiedName(iterable.func) : undefined;
  const [first, second, step] = iterable.kind === 'Call' ? iterable.args : [];
  if (first && (name === 'builtins.enumerate' || name === 'builtins.zip')) return elementsOf(first, context);
  if (!first || !/(^|\.)p?range$/.test(name ?? '')) return context.counts.shape(iterable)?.[0];
  const [start, stop, by] = [second && first, second ?? first, step].map((one) =>
    one ? context.counts.integer(one) : { value: 0, exact: true },
  );
  if (!start || !stop || !by) return undefined;
  return {
    value: (stop.value - start.value) / (by.value || 1),
    exact: start.exact && stop.exact && by.exact,
  };
}

/** How often a function is entered in a run of the program, by the loops around its calls. */
function runsOf(fn: BoundFunction, context: Estimate, visiting: Set<BoundFunction>): number {
  const known = context.runs.get(fn);
  if (known !== undefined) return known;
  if (visiting.has(fn)) return 1;
  visiting.add(fn);
  let runs = 0;
  for (const { call, caller } of context.module.callSites.get(fn) ?? []) {
    const body = caller ? caller.node.body : context.module.tree.body;
    const around = tripsAround(body, call, context, 0) ?? 1;
    runs += around * (caller ? runsOf(caller, context, visiting) : 1);
  }
  const result = Math.min(mostRuns, Math.max(1, runs));
  context.runs.set(fn, result);
  return result;
}

/** Product of the trips of the loops around a node; undefined where it is not below `body`. */
function tripsAround(
  body: readonly Statement[],
  node: AstNode,
  context: Estimate,
  depth: number,
): number | undefined {
  for (const statement of body) {
    if (node.range.start < statement.range.start || node.range.end > statement.range.end) continue;
    if (statement.kind === 'For' || statement.kind === 'While') {
      const inner = tripsAround(statement.body, node, context, depth + 1);
      return inner === undefined ? 1 : inner * tripsOf(statement, context, depth).count;
    }
    const nested = children(statement).filter(isCompound);
    return tripsAround(nested, node, context, depth) ?? 1;
  }
  return undefined;
}

function isCompound(node: AstNode): node is Statement {
  return ['If', 'For', 'While', 'With', 'Try', 'Match'].includes(node.kind);
}
