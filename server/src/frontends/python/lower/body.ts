import type { Version } from '../infer/ssa';
import type { TypedFunction } from '../infer/typedFunction';
import type { Expression } from '../parse/ast';
import type { EdgeTable } from './edges';
import type { FunctionLowering } from './functionLowering';
import type { Value } from './lowering';
import type { TemporaryPool } from './temporaries';
import type { Variables } from './variables';

/** One function's body on its way into IR: what the files for statements and expressions share. */
export interface Body {
  readonly typed: TypedFunction;
  readonly lowering: FunctionLowering;
  readonly variables: Variables;
  readonly edges: EdgeTable;
  /** Around the statement under construction, innermost last. */
  readonly enclosing: Enclosing[];
  /** Loops around the statement or comprehension under construction. */
  loopDepth: number;
  /** Bodies of `try` statements with handlers around it. */
  tryDepth: number;
  /** Expressions whose value is already at hand: the parts of an augmented target, which are evaluated once. */
  readonly pinned: Map<Expression, Value>;
  /** Frozen module-level values, by the function that computes each. */
  readonly globals: ReadonlyMap<TypedFunction, Value>;
  /** Arrays under a name whose loop the one use of the name joins. */
  readonly unmade: Map<Version, Value>;
  /** Set in the body of a generator that is being looped over. */
  readonly generator?: GeneratorFrame;
  /** What an assignment stores, while its target is lowered. */
  stored?: Value;
}

/** How a generator's body gives an item to the loop around it, and how it ends. */
export interface GeneratorFrame {
  emitItem(item: Value): void;
  /** Label of the block to break out of. */
  readonly end: string;
  /** The pool of the statement that loops. */
  readonly outside: TemporaryPool;
}

/** What a `break`, `continue` or `return` has to leave. */
export type Enclosing =
  | { readonly kind: 'loop'; readonly onContinue: () => void; readonly onBreak: () => void }
  /** A `finally` clause, to be run on the way out. */
  | { readonly kind: 'finally'; readonly run: () => void };

/** Runs `build` inside one more loop. */
export function inLoop(body: Body, build: () => void): void {
  body.loopDepth++;
  try {
    build();
  } finally {
    body.loopDepth--;
  }
}

/** Runs `build` inside one more enclosing statement. */
export function within(body: Body, enclosing: Enclosing, build: () => boolean): boolean {
  body.enclosing.push(enclosing);
  try {
    return build();
  } finally {
    body.enclosing.pop();
  }
}
