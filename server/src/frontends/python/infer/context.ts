import type { BoundFunction, BoundModule, NameSymbol } from '../bind/boundModule';
import type { FunctionNode } from '../parse/ast';
import type { FrozenValue } from './inferFunction';
import type { Inference } from './inference';
import type { OverloadTable } from './specialize/overloadTable';
import type { TypedFunction } from './typedFunction';

/** What one analysis run shares between the functions it types. Not to be kept once a file changes. */
export interface InferenceContext {
  /** Rules of that Numba apply: `0.56`, `0.68`. */
  readonly numba: string;
  /** A function of another file of the workspace, by the qualified name it is imported under. */
  readonly resolveImport: (qualifiedName: string) => BoundFunction | undefined;
  /** Plain functions to be typed as if they were decorated: what advice would decorate along with their caller. */
  readonly assumeDecorated?: (fn: BoundFunction) => boolean;
  /** Finished specialisations, by function and argument types. */
  readonly memo: Map<FunctionNode, Map<string, TypedFunction>>;
  /** Functions being typed, outermost first: for recursion. */
  readonly stack: Inference[];
  /** Closures passed on as values: the module they stand in, and the constants they captured. */
  readonly escaped: Map<FunctionNode, EscapedClosure>;
  /** Overloads that the modules of this run register. */
  readonly overloads: OverloadTable;
}

export interface EscapedClosure {
  readonly module: BoundModule;
  readonly frozen: ReadonlyMap<NameSymbol, FrozenValue>;
}

export interface ContextOptions {
  readonly numba: string;
  readonly resolveImport?: InferenceContext['resolveImport'];
  readonly assumeDecorated?: InferenceContext['assumeDecorated'];
}

export function createContext(options: ContextOptions): InferenceContext {
  return {
    numba: options.numba,
    resolveImport: options.resolveImport ?? (() => undefined),
    assumeDecorated: options.assumeDecorated,
    memo: new Map(),
    escaped: new Map(),
    stack: [],
    overloads: new Map(),
  };
}
