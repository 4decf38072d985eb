import type { BoundModule, NameSymbol } from '../../bind/boundModule';
import type { AstNode, Expression, FunctionNode, Name, Statement } from '../../parse/ast';
import { variableOf } from '../variables';
import { connect, type EdgeLabel, type FlowBlock, type Way } from './flowGraph';

/**
 * `structured` keeps one block per place where paths meet, as the source is nested, for lowering. `bytecode` has the blocks of
 * CPython 3.11's code, where a `while` tests again at its end: what Numba names its SSA versions by.
 */
export type FlowMode = 'structured' | 'bytecode';

/** Tests known without running them. `late` ones are known only after Numba has numbered its variables. */
export type Decisions = (test: Expression) => Decision | undefined;

export interface Decision {
  readonly value: boolean;
  readonly late: boolean;
  /** Holds for the first test of a `while` loop only. */
  readonly firstOnly?: boolean;
}

export interface FlowBuilder {
  readonly module: BoundModule;
  readonly fn: FunctionNode;
  readonly mode: FlowMode;
  /** Tests known before typing, by the expression tested. */
  readonly decided: Decisions;
  readonly blocks: FlowBlock[];
  /** The test being built is the first one of a `while` loop. */
  entersLoop: boolean;
  /** Undefined where the code cannot be reached. */
  current: FlowBlock | undefined;
  readonly loops: LoopTargets[];
  /** Entries of the handlers of the `try` bodies around. */
  readonly handlers: FlowBlock[];
  /** Uses of captured variables where a closure is called or made, by the expression that names it. */
  readonly captures: Map<Expression, Map<NameSymbol, object>>;
  /** Statements that can be reached. */
  readonly reached: Set<Statement>;
}

export interface LoopTargets {
  readonly next: FlowBlock;
  readonly done: FlowBlock;
}

export function createBuilder(
  module: BoundModule,
  fn: FunctionNode,
  mode: FlowMode,
  decided: Decisions,
): FlowBuilder {
  const builder: FlowBuilder = {
    module,
    fn,
    mode,
    decided,
    blocks: [],
    entersLoop: false,
    current: undefined,
    loops: [],
    handlers: [],
    captures: new Map(),
    reached: new Set(),
  };
  const entry = newBlock(builder);
  builder.blocks.push(entry);
  builder.current = entry;
  return builder;
}

/** What a test is decided to be where the blocks are formed. */
export function decision(b: FlowBuilder, test: Expression): boolean | undefined {
  const known = b.decided(test);
  return known && !known.firstOnly && !(known.late && b.mode === 'bytecode') ? known.value : undefined;
}

/** What a test is decided to be by now. */
export function lateDecision(b: FlowBuilder, test: Expression): boolean | undefined {
  const known = b.decided(test);
  return known && (!known.firstOnly || b.entersLoop) ? known.value : undefined;
}

export function newBlock(b: FlowBuilder): FlowBlock {
  return { leader: undefined, events: [], out: [], in: [], inLoop: b.loops.length > 0 };
}

/** Goes on in `block`, which comes next in the code; unreachable when nothing leads there. */
export function place(b: FlowBuilder, block: FlowBlock): void {
  if (b.current) connect(b.current, block, undefined, { way: 'falls' });
  b.current = block.in.length > 0 ? block : undefined;
  if (b.current) b.blocks.push(block);
}

/** Ends the current block with a way to `to`. */
export function jump(b: FlowBuilder, to: FlowBlock, label?: EdgeLabel, way: Way = 'falls'): void {
  if (b.current) connect(b.current, to, label, { way });
  b.current = undefined;
}

/** Marks that code of `node` runs here. */
export function at(b: FlowBuilder, node: AstNode): void {
  if (b.current) b.current.leader ??= node;
}

export function use(b: FlowBuilder, name: Name): void {
  const symbol = variableOf(b.module, b.fn, name);
  at(b, name);
  if (!symbol || !b.current) return;
  b.current.events.push({ kind: 'use', symbol, key: name });
  if (b.mode === 'bytecode') mayRaise(b, name);
}

/** Control can go to the handler from here. */
function mayRaise(b: FlowBuilder, key: object): void {
  const handler = b.handlers.at(-1);
  if (!handler || !b.current) return;
  connect(b.current, handler, { kind: 'tryPoint', node: key });
  place(b, newBlock(b));
}

export function define(b: FlowBuilder, name: Name): void {
  const symbol = variableOf(b.module, b.fn, name);
  if (symbol) defineSymbol(b, symbol, name, name);
}

export function defineSymbol(
  b: FlowBuilder,
  symbol: NameSymbol,
  key: object,
  node: AstNode | undefined,
): void {
  if (!b.current) return;
  if (node) at(b, node);
  b.current.events.push({ kind: 'define', symbol, key, node });
  mayRaise(b, key);
}
