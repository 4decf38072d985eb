import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { TextRange } from '@jitsight/shared/source/range';
import type { Call, Expression, FunctionDef, FunctionNode, Name, Statement } from '../parse/ast';
import type { SyntaxTree } from '../parse/syntaxTree';

/** A module with its names resolved. Frozen once bound; side tables are keyed by node. */
export interface BoundModule {
  readonly file: SourceFile;
  readonly tree: SyntaxTree;
  /** Dotted name when known, else ''. */
  readonly moduleName: string;
  readonly moduleScope: Scope;
  /** The scope that a `def`, lambda, class or comprehension opens. */
  readonly scopes: ReadonlyMap<object, Scope>;
  /** Every `def`, at any depth, in source order. */
  readonly functions: readonly BoundFunction[];
  readonly functionOf: ReadonlyMap<FunctionNode, BoundFunction>;
  /** Where the module's own names are called, by the called function: evidence for argument types. */
  readonly callSites: ReadonlyMap<BoundFunction, readonly CallSite[]>;
  /** Every call in the module, in source order: the ones of other modules' functions are evidence there. */
  readonly calls: readonly CallSite[];
  /** Modules of `from module import *` at the top level, in order. */
  readonly starImports: readonly string[];
  /** Ranges switched off by `# jitsight: ignore` comments. */
  readonly suppressions: readonly Suppression[];
  /** The scope a node's names are looked up in. */
  scopeAt(node: Expression | Statement): Scope;
  /** What a name use means; see `Meaning`. */
  resolve(name: Name): Meaning;
  /** What another module gets by `from module import id`: the meaning at the end of the module. */
  exported(id: string): Meaning;
  /** The qualified name of a dotted expression rooted in an import or builtin: `numpy.linalg.norm`; else undefined. */
  qualifiedName(expression: Expression): string | undefined;
  /** The expression that a name stands for where it is used, when one assignment decides that. */
  valueOf(name: Name): Expression | undefined;
}

export interface Suppression {
  /** Zero-based line it speaks for: the comment's own, or the next one with code when the comment stands alone. */
  readonly line: number;
  /** Empty means all. */
  readonly codes: readonly string[];
  /** What it covers: a statement, a compound statement's header, a whole function or the whole file. */
  readonly range: TextRange;
}

export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly node: object | undefined;
  readonly parent?: Scope;
  readonly symbols: ReadonlyMap<string, NameSymbol>;
}

/** A name in a scope, with everything that binds it. */
export interface NameSymbol {
  readonly name: string;
  readonly scope: Scope;
  readonly isParameter: boolean;
  readonly isGlobalDeclaration: boolean;
  readonly isNonlocalDeclaration: boolean;
  readonly bindings: readonly Binding[];
}

export type Binding =
  | {
      readonly kind: 'import';
      readonly qualifiedName: string;
      readonly range: TextRange;
      readonly statement: Statement;
    }
  | { readonly kind: 'function'; readonly function: BoundFunction; readonly range: TextRange }
  | { readonly kind: 'class'; readonly name: string; readonly range: TextRange; readonly node: object }
  | {
      readonly kind: 'assignment';
      readonly target: Name;
      readonly value: Expression;
      readonly range: TextRange;
      readonly statement: Statement;
    }
  /** Unpacking, for-target, with-target, augmented assignment, except-as, del: bound, but to no single expression. */
  | { readonly kind: 'other'; readonly range: TextRange; readonly statement: Statement }
  | { readonly kind: 'parameter'; readonly index: number; readonly range: TextRange };

/**
 * What a name stands for where it is used.
 * `local`: a variable of the function the use stands in; `captured`: of an enclosing function; `global`: of the
 * module, frozen by Numba at compile time; `qualified`: an import or a chain of aliases of one (`jit = numba.njit`);
 * `builtin`: Python's; `unbound`: nothing assigns it.
 */
export type Meaning =
  | { readonly kind: 'local'; readonly symbol: NameSymbol }
  | { readonly kind: 'captured'; readonly symbol: NameSymbol }
  | { readonly kind: 'global'; readonly symbol: NameSymbol }
  | {
      readonly kind: 'function';
      readonly function: BoundFunction;
      readonly symbol: NameSymbol;
      /** The `def` itself, not a name that a wrapping call gave it. */
      readonly isDefinition: boolean;
    }
  | { readonly kind: 'qualified'; readonly qualifiedName: string; readonly symbol?: NameSymbol }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'unbound' };

export interface BoundFunction {
  /** Python's `__qualname__`: `Class.method`, `outer.<locals>.inner`. */
  readonly qualifiedName: string;
  readonly node: FunctionDef;
  readonly module: BoundModule;
  readonly enclosing?: BoundFunction;
  readonly inClass?: string;
  /** The call of the function around it that made this one: its arguments are what the function captured. */
  readonly madeBy?: Call;
  /** The numba decorator in force, if any, after resolving aliases and wrapping calls (`f = njit(f)`). */
  readonly decorator?: NumbaDecorator;
  /** Decorators that are not Numba's, as written. */
  readonly otherDecorators: readonly Expression[];
}

export type DecoratorKind =
  | 'jit'
  | 'njit'
  | 'vectorize'
  | 'guvectorize'
  | 'generated_jit'
  | 'stencil'
  | 'cfunc'
  | 'overload'
  | 'jit_module';

export interface NumbaDecorator {
  readonly kind: DecoratorKind;
  /** The whole decorator expression, or the call that wraps the function. */
  readonly node: Expression;
  readonly range: TextRange;
  /** Whether it is used as `@njit`, `@njit(...)`, `f = njit(f)`, or comes from `jit_module()`. */
  readonly form: 'bare' | 'call' | 'wrap' | 'module';
  /** Explicit signatures in order, as expressions: types, calls of types, strings, elements of a list or tuple. */
  readonly signatures: readonly Expression[];
  /** guvectorize's layout string, `(n),()->(n)`. */
  readonly layout?: string;
  /** overload's target expression: `np.clip`, a function of the module. */
  readonly overloadOf?: Expression;
  readonly options: ReadonlyMap<string, DecoratorOption>;
  /** True for njit, vectorize, guvectorize, stencil, cfunc and for jit(nopython=True); for plain jit it depends on Numba's version. */
  readonly nopython: boolean | 'by-version';
}

export interface DecoratorOption {
  readonly name: string;
  readonly value: Expression;
  readonly range: TextRange;
  /** The literal's value where it is one. */
  readonly constant?: boolean | string | number;
}

export interface CallSite {
  readonly call: Call;
  /** The function whose body the call stands in; undefined at module level. */
  readonly caller?: BoundFunction;
  /** The call is of the plain function, which `fast = njit(f)` compiles under another name. */
  readonly isInterpreted?: true;
}
