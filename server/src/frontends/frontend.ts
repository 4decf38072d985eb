import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import type { TextRange } from '@jitsight/shared/source/range';
import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Fix } from '../diagnostics/fix';

/** What a language supplies. Nothing outside a front end's folder knows its language. */
export interface Frontend {
  readonly languageIds: readonly string[];
  readonly fileExtensions: readonly string[];
  /** Loads grammars and the like; called once. */
  start(): Promise<void>;
  /**
   * Pure: no I/O, no clock, and never throws on any text. Yields between functions so that a caller can stop it;
   * the generator's return value is the whole file's analysis. `workspace` gives the other files' text, for
   * imports and call sites. From `previous`, an older version's analysis, it takes over what still holds: the result is
   * the same without.
   */
  analyze(
    file: SourceFile,
    settings: AnalysisSettings,
    workspace: WorkspaceView,
    previous?: FileAnalysis,
  ): Generator<void, FileAnalysis, void>;
  /**
   * Types one function for one signature on demand: `signature` is Numba's spelling of the argument tuple,
   * `(array(float64, 1d, C), int64)`, or of a signature, `float64(float64[:], int64)`; the best-supported
   * specialisation when absent.
   */
  specialize(
    file: SourceFile,
    settings: AnalysisSettings,
    workspace: WorkspaceView,
    functionName: string,
    signature?: string,
  ): Specialization | NotSpecialized;
}

export interface AnalysisSettings {
  /** Numba version whose rules apply, `0.68`. */
  readonly numba: string;
  readonly numbaSource: 'option' | 'interpreter' | 'default';
  /** Severity per rule code; 'off' silences it. */
  readonly rules: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>;
}

export interface WorkspaceView {
  /** Files of the workspace that may call or be imported by others; frozen. */
  readonly files: readonly SourceFile[];
}

export interface FileAnalysis {
  readonly uri: string;
  readonly version: number;
  readonly functions: readonly FunctionUnit[];
  /** Of the whole file, functions' included; suppressed and switched-off ones left out. */
  readonly diagnostics: readonly Diagnostic[];
  /** Inferred types to show at the end of these ranges. */
  readonly typeHints: readonly {
    readonly offset: number;
    readonly label: string;
    readonly tooltip: string;
  }[];
  /** Faults of the front end's own, for the log: what they touch is left out of the rest. */
  readonly failures?: readonly string[];
}

export type FunctionKind =
  | 'jit'
  | 'vectorize'
  | 'guvectorize'
  | 'generated_jit'
  | 'overload'
  | 'stencil'
  | 'cfunc'
  | 'plain';

/** All the rest of the program knows of a function (or of a module-level hot loop, named `<module>`). */
export interface FunctionUnit {
  /** Qualified: `Class.method`, `outer.<locals>.inner`. */
  readonly name: string;
  readonly kind: FunctionKind;
  readonly range: TextRange;
  readonly nameRange: TextRange;
  readonly verdict: 'compiles' | 'fails' | 'unknown';
  readonly specializations: readonly Specialization[];
  readonly advice: readonly Advice[];
  /** The loop that most of its work is in, where results are shown. */
  readonly hotLoopRange?: TextRange;
  /** Refactorings offered on the function whether or not something is wrong. */
  readonly fixes: readonly { readonly range: TextRange; readonly fix: Fix }[];
  /** Why it is not run or measured though it may compile: made for a device that is not here. */
  readonly cannotRun?: string;
}

/** Why a function has no specialisation for what it is called with. */
export interface NotSpecialized {
  readonly problem: string;
  /** The call itself is an error, whatever the function's body says. */
  readonly refused?: true;
}

/** A function for one tuple of argument types. */
export interface Specialization {
  /** Hash of own text, meaning of free names, callees' signatures, argument types, Numba version and ours. */
  readonly key: string;
  /** Numba's spelling, `(array(float64, 1d, C), int64)`. */
  readonly signature: string;
  readonly origin: 'signature' | 'annotation' | 'call' | 'default' | 'docstring' | 'use' | 'assumed';
  readonly parameters: readonly {
    readonly name: string;
    readonly type: string;
    readonly origin: Specialization['origin'];
    readonly originRange?: TextRange;
  }[];
  readonly returnType: string;
  readonly verdict: 'compiles' | 'fails';
  /** Variables and their types, Numba's spelling. */
  readonly locals: Readonly<Record<string, string>>;
  /** First failure, for `jitsight types`. */
  readonly error?: {
    readonly code: string;
    readonly numbaClass: string;
    /** The 1-based line that Numba names, where it is not the line `range` starts on. */
    readonly numbaLine?: number;
    readonly range: TextRange;
    readonly message: string;
  };
  /** Lowers on demand; `reason` says why there is no code though it types. */
  lower(): { readonly ir: ModuleIR } | { readonly reason: string };
  /**
   * How the runner must call it: a plain function once; an elementwise kernel (`vectorize`) broadcast over the
   * arguments by a wrapper that is already part of the IR.
   */
  readonly parameterTypes: readonly WireType[];
  readonly resultType: WireType;
}

/**
 * A type as execution needs it, to make, encode and compare values: Numba's spelling plus structure. It is the
 * language's own description in plain data.
 */
export type WireType =
  | { readonly kind: 'int'; readonly name: string; readonly bits: 8 | 16 | 32 | 64; readonly signed: boolean }
  | { readonly kind: 'float'; readonly name: string; readonly bits: 32 | 64 }
  | { readonly kind: 'complex'; readonly name: string; readonly bits: 64 | 128 }
  /** `randomGenerator`: a numpy.random.Generator. */
  | { readonly kind: 'bool' | 'none' | 'str' | 'randomGenerator' }
  | { readonly kind: 'bytes'; readonly class: 'bytes' | 'bytearray' | 'memoryview' }
  | { readonly kind: 'datetime' | 'timedelta'; readonly unit: string }
  | {
      readonly kind: 'array';
      readonly element: WireType;
      readonly ndim: number;
      readonly layout: 'C' | 'F' | 'A';
      readonly readonly: boolean;
    }
  /** `typed`: a numba.typed.List. */
  | {
      readonly kind: 'list';
      readonly element: WireType;
      readonly reflected: boolean;
      readonly typed?: boolean;
    }
  | {
      readonly kind: 'tuple';
      readonly elements: readonly WireType[];
      readonly named?: { readonly name: string; readonly fields: readonly string[] };
    }
  | { readonly kind: 'optional'; readonly value: WireType }
  /** A numba.typed.Dict. */
  | { readonly kind: 'dict'; readonly key: WireType; readonly value: WireType }
  | { readonly kind: 'set'; readonly element: WireType; readonly reflected: boolean }
  /** A member of an enum, by its value. */
  | {
      readonly kind: 'enum';
      readonly name: string;
      readonly of: WireType;
      readonly members: readonly (readonly [name: string, value: bigint | number | string | boolean])[];
    }
  /** An element of an array that is bytes of one size; `dtype` is what NumPy calls it, a structured one by its `descr`. */
  | { readonly kind: 'record' | 'charseq'; readonly name: string; readonly dtype: string }
  /** A value the runner cannot carry; `name` is Numba's spelling. An unboxable one Numba cannot return either. */
  | { readonly kind: 'opaque'; readonly name: string; readonly unboxable?: boolean };

export interface Advice {
  readonly code: string;
  readonly range: TextRange;
  /** Estimated share of work in 0..1, for ranking: nesting, trip counts and per-iteration cost. */
  readonly score: number;
  readonly message: string;
  readonly fixes: readonly Fix[];
}
