import { localExpression } from '../../ir/expressions';
import type {
  Expression,
  ForStatement,
  FunctionIR,
  LocalExpression,
  LocalIR,
  Statement,
} from '../../ir/nodes';
import { type ScalarType, scalarSize } from '../../ir/scalarType';
import { isPure, usesLocal } from '../purity';
import { expressionKey } from '../sameExpression';
import type { Access } from './access';
import { type Lanes, splat, vectorCount } from './lanes';
import type { LinearForm } from '../linearForm';
import type { Reduction } from './reduction';
import type { SearchLanes } from './searchLanes';

/** Makes locals of names that the function does not have yet. */
export class FreshLocals {
  readonly added: LocalIR[] = [];
  private readonly names: Set<string>;
  /** The number to try next, by hint. */
  private readonly next = new Map<string, number>();

  constructor(fn: FunctionIR) {
    this.names = new Set(fn.locals.map((local) => local.name));
  }

  make(type: ScalarType, hint: string): LocalExpression {
    let i = this.next.get(hint) ?? 0;
    let name = i === 0 ? hint : `${hint}${i}`;
    while (this.names.has(name)) name = `${hint}${++i}`;
    this.next.set(hint, i + 1);
    this.names.add(name);
    this.added.push({ name, type });
    return localExpression(name, type);
  }
}

/** What is known of a loop before its vector form is made. */
export interface LoopFacts {
  readonly loop: ForStatement;
  /** Locals that the body sets, the index included. */
  readonly assigned: ReadonlySet<string>;
  /** Locals that differ from one iteration to the next. */
  readonly varying: ReadonlySet<string>;
  /** The value of locals that the body sets once. */
  readonly definitions: ReadonlyMap<string, Expression>;
  /** Whether the function gets a local from its caller and leaves it as it is. */
  isGiven(local: string): boolean;
  /** Whether places at a distance from one pointer are never those at a distance from the other. */
  areApart(one: string, other: string): boolean;
  readonly reductions: ReadonlyMap<string, Reduction>;
  /** Operands of the sums that `widenSum` adds up, by their local. */
  readonly wideSums: ReadonlyMap<string, readonly Expression[]>;
  /** Reads of each local in the loop. */
  readonly reads: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, ScalarType>;
}

/** A function of the run-time library by its name, to be put in place of its call. */
export type Library = (name: string) => FunctionIR | undefined;

/** The vector form of one loop while it is made. */
export interface LoopContext {
  readonly facts: LoopFacts;
  /** Whether the loop runs through the indices that its facts tell of from the last to the first. */
  readonly falls: boolean;
  readonly fresh: FreshLocals;
  readonly library: Library;
  /** Strides that the guards make sure of, by the key of their expression; absent until one matters. */
  assumed?: ReadonlyMap<string, bigint>;
  /** Iterations that run together. */
  readonly lanes: number;
  /** Bytes of the widest scalar in the body. */
  readonly widest: number;
  /** First of the iterations that run together. */
  readonly index: LocalExpression;
  /** Runs once before the vector loop. */
  readonly before: Statement[];
  readonly hoisted: Map<string, Expression>;
  /** Constants that the pointers of places which differ in them alone start from, by the places' key. */
  readonly anchors: Map<string, bigint>;
  readonly accesses: Access[];
  /** What must hold for the vector form to run. */
  readonly guards: Expression[];
  readonly guardKeys: Set<string>;
  /** Inner counted loops, by their index: what their index runs over. */
  readonly inner: Map<string, ForStatement>;
  /** Vectors of varying locals. */
  readonly vectors: Map<string, readonly LocalExpression[]>;
  /** Lanes that only the scalar loop can do; tested before anything is stored. */
  bail: LocalExpression | undefined;
  /** Whether something was stored at a place where the scalar loop could not be taken any more. */
  stored: boolean;
  /** What the loop looks for, if it does. */
  search: SearchLanes | undefined;
  /** Code of the outermost block, and what has to run after all else in it. */
  readonly late: { of: readonly Statement[] | undefined; readonly code: Statement[] };
}

/** Where the code of a block of statements goes. */
export interface Block {
  readonly parent: Block | undefined;
  /** Loads come first and stores last where no control flow is between them: V8 then can use the widest registers. */
  readonly straight: boolean;
  readonly loads: Statement[];
  readonly code: Statement[];
  readonly pending: Map<string, PendingStore>;
  /** Lanes for which the block runs; all when absent. */
  readonly mask: Mask | undefined;
  /** Of a loop that lanes leave one by one: its label. */
  readonly label?: string;
  readonly loaded: Map<string, Lanes>;
  /** Whole vectors that the block has loaded, by their place. */
  readonly vectorsAt: Map<string, Expression>;
  /** Places that stay in vectors while the block's loop runs. */
  readonly kept: Map<string, Lanes>;
  /** Reads of locals in the statements of the block, where it may matter that lanes are masked. */
  readonly reads: ReadonlyMap<string, number>;
  readonly exposed: ReadonlySet<string>;
}

export interface Mask {
  readonly lanes: Lanes;
  /** The mask of the other branch of the same `if`. */
  readonly opposite: Mask | undefined;
  readonly outer: Mask | undefined;
}

/** What will be stored at one place: later entries lie over earlier ones. */
export interface PendingStore {
  readonly access: Access;
  readonly form: LinearForm;
  entries: { readonly mask: Mask | undefined; readonly value: Lanes }[];
}

/** A local that holds the value; trivial values stay as they are. */
export function holdIn(context: LoopContext, code: Statement[]): (value: Expression) => Expression {
  return (value) => {
    if (value.op === 'local') return value;
    return keepIn(context, code)(value);
  };
}

/** As `holdIn`, for what is used after later statements: of a local too, which they may set again. */
export function keepIn(context: LoopContext, code: Statement[]): (value: Expression) => Expression {
  return (value) => {
    if (value.op === 'const') return value;
    const local = context.fresh.make(value.type, 'v');
    code.push({ op: 'set', local: local.name, value });
    return local;
  };
}

/** Whether the loop leaves the value as it is, so that it can be computed before. */
export function isInvariant({ facts }: LoopContext, expression: Expression): boolean {
  return isPure(expression) && !usesLocal(expression, facts.assigned);
}

/** Computes what the loop leaves alone before it, once. */
export function hoist(context: LoopContext, value: Expression): Expression {
  if (value.op === 'local' || value.op === 'const') return value;
  const key = expressionKey(value);
  const known = context.hoisted.get(key);
  if (known) return known;
  const local = context.fresh.make(value.type, 'inv');
  context.before.push({ op: 'set', local: local.name, value });
  context.hoisted.set(key, local);
  return local;
}

/** The same value in all lanes, computed before the loop where that can be. */
export function splatLanes(
  context: LoopContext,
  scalar: Expression,
  hold: (one: Expression) => Expression,
): Lanes {
  const { type } = scalar;
  const width = type === 'bool' ? context.widest : scalarSize(type);
  const vector = splat(scalar);
  const constant = scalar.op === 'const';
  const held =
    isInvariant(context, scalar) && !constant ? hoist(context, vector) : constant ? vector : hold(vector);
  const vectors = Array<Expression>(vectorCount(context.lanes, width)).fill(held);
  return { type, width, vectors };
}

/** The vectors of a local that differs between iterations; a bool is a mask as wide as the widest scalar. */
export function vectorsOf(context: LoopContext, local: string): Lanes {
  const type = context.facts.types.get(local)!;
  const width = type === 'bool' ? context.widest : scalarSize(type);
  let vectors = context.vectors.get(local);
  if (!vectors) {
    const count = vectorCount(context.lanes, width);
    const hint = local.replace(/[^\w$]/g, '_');
    vectors = Array.from({ length: count }, () => context.fresh.make('v128', `${hint}.v`));
    context.vectors.set(local, vectors);
  }
  return { type, width, vectors };
}

/** A loop's vector locals are fresh, so sets of them follow in order without hurting each other. */
export function setLanes(code: Statement[], target: Lanes, value: Lanes): void {
  for (const [i, vector] of value.vectors.entries()) {
    const local = target.vectors[i]!;
    if (local.op === 'local' && vector !== local) code.push({ op: 'set', local: local.name, value: vector });
  }
}
