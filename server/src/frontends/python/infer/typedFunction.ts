import type { TextRange } from '@jitsight/shared/source/range';
import type { BoundFunction, BoundModule, NameSymbol } from '../bind/boundModule';
import type { AstNode, Expression, FunctionNode } from '../parse/ast';
import type { LibraryFunction } from '../library/libraryFunction';
import type { NumbaType } from '../types/numbaType';
import type { Problem } from './problem';
import type { SsaForm, Version } from './ssa';

/** One specialisation: a function typed for one tuple of argument types. */
export interface TypedFunction {
  /** Unique in a compilation; readable: `f(int64, array(float64, 1d, C))`. */
  readonly key: string;
  readonly name: string;
  readonly node: FunctionNode;
  readonly module: BoundModule;
  /** Undefined for lambdas and for library functions written in Python. */
  readonly function?: BoundFunction;
  readonly params: readonly TypedParameter[];
  /** Variables of the enclosing function that a closure uses: passed after the parameters, in this order. */
  readonly captures: readonly { readonly symbol: NameSymbol; readonly type: NumbaType }[];
  readonly returnType: NumbaType;
  readonly compiles: boolean;
  /** Something it uses has a type that the source does not tell (a global computed at run time): there is no code, and `compiles` is a guess. */
  readonly guessed: boolean;
  readonly problems: readonly Problem[];
  /** Type of every expression that was reached; literal types are kept. */
  readonly types: ReadonlyMap<Expression, NumbaType>;
  readonly ssa: SsaForm;
  readonly versionTypes: ReadonlyMap<Version, NumbaType>;
  /**
   * What each operation that reads resolved to: Call, BinOp, UnaryOp, AugAssign (its in-place operator), Attribute, Subscript (also
   * the read of an augmented target), Slice, JoinedStr, displays with a library entry, Name of a global (a constant, or
   * nothing). A tuple's `t[i]` and `t[a:b]` with constant indices and a named tuple's `t.field` have none: their type says all.
   * Absent for a Call that needs no code: `len` folded to a constant has kind 'constant' instead.
   */
  readonly resolutions: ReadonlyMap<AstNode, Resolution>;
  /**
   * Per Compare, one resolution per operator, in order. `in` and `not in` are `operator.contains` with the container
   * first, `is` and `is not` are `operator.is_`: the negation of `not in` and `is not` is left to lowering.
   */
  readonly comparisons: ReadonlyMap<Expression, readonly Resolution[]>;
  /**
   * Subscript and Attribute targets that are assigned or deleted: `operator.setitem`, `operator.delitem`,
   * `setattr KIND.name`. The value to store is the argument whose source is `stored`.
   */
  readonly stores: ReadonlyMap<Expression, Resolution>;
  /** The `iter KIND` entry of a For, of each Comprehension clause, and of a Tuple or List target that unpacks something else than a tuple. */
  readonly iterations: ReadonlyMap<object, Iteration>;
  /**
   * Tests decided before typing, by constants and argument types: keyed by the If, While, IfExp, Assert or BoolOp that tests and by the
   * tested expression itself, also where it is an operand of `and`, `or`, `not`. The dead branch is neither typed nor
   * lowered, nor are operands after the one that decides; the tested expression of a decided test need not be typed.
   */
  readonly decidedTests: ReadonlyMap<AstNode, boolean>;
  /** Numba's spelling of each variable, versions as `x`, `x.1`, ... where they differ (conformance format). */
  readonly locals: ReadonlyMap<string, NumbaType>;
  /** Numba options that change code: fastmath, parallel, boundscheck, error_model. */
  readonly options: CompileFlags;
}

/** What those ask for who need no more than a function's verdict and types. */
export interface TypedOutline {
  readonly compiles: boolean;
  readonly returnType: NumbaType;
  readonly params: readonly Pick<TypedParameter, 'name' | 'type' | 'origin'>[];
}

export interface Iteration {
  readonly function: LibraryFunction;
  readonly source: NumbaType;
  readonly item: NumbaType;
  readonly data?: unknown;
}

export interface CompileFlags {
  readonly fastmath: boolean;
  readonly parallel: boolean;
  readonly boundscheck: boolean;
  /** 'python' raises ZeroDivisionError; 'numpy' gives inf or nan. */
  readonly errorModel: 'python' | 'numpy';
}

export interface TypedParameter {
  readonly name: string;
  readonly type: NumbaType;
  readonly origin: Provenance;
  /** A `*args` parameter receives a tuple. */
  readonly variadic?: boolean;
  /** No argument was given for it: it has the value of its default. */
  readonly omitted?: boolean;
}

/** Where an argument's type came from, strongest first. */
export interface Provenance {
  readonly kind: 'signature' | 'annotation' | 'call' | 'default' | 'docstring' | 'use' | 'assumed';
  /** The signature, annotation, call argument, ... in `uri` (the function's own file when absent). */
  readonly range?: TextRange;
  readonly uri?: string;
}

export type Resolution =
  /** `function.lower` makes the code. `args` are in the order of the library function's parameters. */
  | {
      readonly kind: 'library';
      readonly function: LibraryFunction;
      readonly args: readonly BoundArgument[];
      readonly result: NumbaType;
      readonly data?: unknown;
    }
  /** A call of another specialisation (user function, closure, or library function written in Python). */
  | {
      readonly kind: 'typed';
      readonly target: TypedFunction;
      readonly args: readonly BoundArgument[];
      readonly result: NumbaType;
    }
  /** A new instance of a jitclass; `target` is its `__init__`, whose first argument has the source `instance`. */
  | {
      readonly kind: 'construct';
      readonly target: TypedFunction;
      readonly args: readonly BoundArgument[];
      readonly result: NumbaType;
    }
  /** A value known when compiling: a frozen global, `np.pi`, `arr.ndim`, a folded literal. */
  | { readonly kind: 'constant'; readonly value: ConstantValue; readonly result: NumbaType }
  /** Names a function, module, type or exception class: no run-time value. */
  | { readonly kind: 'nothing'; readonly result: NumbaType };

export type ConstantValue =
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'complex'; readonly re: number; readonly im: number }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'str'; readonly value: string }
  | { readonly kind: 'bytes'; readonly value: Uint8Array }
  | { readonly kind: 'none' }
  | { readonly kind: 'tuple'; readonly elements: readonly ConstantValue[] }
  | { readonly kind: 'datetime'; readonly value: bigint };

/** One argument after binding names, defaults and `*args`. */
export interface BoundArgument {
  readonly name: string;
  /** Type after the conversion that the callee asked for. */
  readonly type: NumbaType;
  /** Where the value comes from. `receiver` is the object a method is called on. */
  readonly source:
    | { readonly kind: 'expression'; readonly expression: Expression }
    | { readonly kind: 'receiver'; readonly expression: Expression }
    | { readonly kind: 'constant'; readonly value: ConstantValue }
    /** Elements gathered into a tuple for `*args`. */
    | { readonly kind: 'tuple'; readonly elements: readonly BoundArgument[] }
    /** Element of a tuple passed as `*t`. */
    | { readonly kind: 'element'; readonly tuple: Expression; readonly index: number }
    /** A captured variable's value at the call. */
    | { readonly kind: 'version'; readonly version: Version }
    /** A variable that the calling closure itself captured, handed on: see `captures`. */
    | { readonly kind: 'capture'; readonly symbol: NameSymbol }
    /** The instance that a call of a jitclass makes. */
    | { readonly kind: 'instance' }
    /** The value that an assignment stores. */
    | { readonly kind: 'stored' }
    /** Not given and without a value of its own. */
    | { readonly kind: 'omitted' };
}
