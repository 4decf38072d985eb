import type { TextRange } from '@jitsight/shared/source/range';
import type { BoundFunction } from '../bind/boundModule';
import type { NumbaType } from '../types/numbaType';

/**
 * What inference found wrong: facts without words. `kind` is the rule's code and the name of the file in `rules/`
 * that words it; a kind without a rule does not compile.
 */
export type Problem = {
  readonly range: TextRange;
  /** The 1-based line that Numba names, where it is not the line `range` starts on: a merge point, a caller. */
  readonly numbaLine?: number;
  /** The function whose body `range` stands in. */
  readonly function?: BoundFunction;
  /** True when the failure rests on an argument type that was guessed: a hint, not an error. */
  readonly assumed?: boolean;
  /** Numba compiles the function all the same: a warning whatever the rule's severity. */
  readonly compilesAnyway?: boolean;
  /** Places that explain it: where a clashing type came from, the call that passed the argument. */
  readonly related?: readonly RelatedFact[];
} & ProblemFact;

export interface RelatedFact {
  readonly range: TextRange;
  readonly type?: NumbaType;
  readonly role: 'assigned' | 'argument' | 'called' | 'returned' | 'defined' | 'appended' | 'element';
  /** The source name or expression it is about. */
  readonly subject?: string;
}

/** Kinds are Numba's vocabulary, for the pattern and not the cure. `subject` is source text. */
export type ProblemFact =
  | { readonly kind: 'syntax-error'; readonly detail: string }
  /** A name that nothing assigns: NameError at run time, `NameError: global name 'x' is not defined` in Numba. */
  | { readonly kind: 'undefined-name'; readonly subject: string }
  /** A variable that is read where no path assigned it. */
  | { readonly kind: 'unbound-variable'; readonly subject: string }
  /** A global Numba cannot type: dict, class, undecorated function (`what`), module of another library. */
  | { readonly kind: 'untyped-global'; readonly subject: string; readonly what: string }
  /** An undecorated Python function called from compiled code. */
  | { readonly kind: 'undecorated-callee'; readonly subject: string; readonly callee: BoundFunction }
  | { readonly kind: 'cannot-unify'; readonly subject: string; readonly types: readonly NumbaType[] }
  | { readonly kind: 'cannot-unify-return'; readonly types: readonly NumbaType[] }
  /** No typing of this operator for these operands. */
  | { readonly kind: 'unsupported-operator'; readonly operator: string; readonly types: readonly NumbaType[] }
  /** The library knows the function, but not for these arguments. */
  | {
      readonly kind: 'unsupported-argument';
      readonly callee: string;
      readonly types: readonly NumbaType[];
      readonly keywords?: readonly string[];
      readonly reason?: string;
      /** Where Numba does not say that it found no implementation. */
      readonly numbaSays?: { readonly class: string; readonly text: string };
    }
  /** A keyword in a call of an inner function: Numba inlines the call and leaves the parameter at its default. */
  | { readonly kind: 'ignored-keyword'; readonly callee: string; readonly keyword: string }
  /** NumPy, math or another library's function that this Numba does not know. */
  | { readonly kind: 'unsupported-function'; readonly callee: string }
  | { readonly kind: 'unknown-attribute'; readonly attribute: string; readonly type: NumbaType }
  | {
      readonly kind: 'unsupported-index';
      readonly type: NumbaType;
      readonly index: NumbaType;
      readonly store: boolean;
      readonly reason?: string;
    }
  | {
      readonly kind: 'readonly-array';
      readonly subject: string;
      readonly type?: NumbaType;
      readonly isGlobal?: boolean;
    }
  | { readonly kind: 'not-iterable'; readonly type: NumbaType }
  | {
      readonly kind: 'unsupported-syntax';
      readonly construct: string;
      readonly numbaOpcode?: string;
      readonly reason?: string;
    }
  | { readonly kind: 'unsupported-exception'; readonly construct: string; readonly reason?: string }
  | { readonly kind: 'unsupported-raise'; readonly reason: string }
  /** An empty list, dict or set that nothing made precise. */
  | { readonly kind: 'untyped-container'; readonly subject: string; readonly of: NumbaType }
  | { readonly kind: 'untyped-argument'; readonly subject: string; readonly type: NumbaType }
  | { readonly kind: 'wrong-arguments'; readonly callee: string; readonly reason: string }
  | { readonly kind: 'not-callable'; readonly type: NumbaType }
  | { readonly kind: 'runaway-recursion'; readonly subject: string }
  | { readonly kind: 'compile-time-constant'; readonly subject: string; readonly reason: string }
  | { readonly kind: 'bad-signature'; readonly text: string; readonly reason: string }
  /** A call whose argument types match no explicit signature. */
  | {
      readonly kind: 'no-matching-signature';
      readonly callee: string;
      readonly types: readonly NumbaType[];
      readonly signatures: readonly string[];
    }
  /** A call that an explicit signature accepts only by a lossy conversion (5.9 becomes 5). */
  | {
      readonly kind: 'unsafe-conversion';
      readonly callee: string;
      readonly parameter: string;
      readonly from: NumbaType;
      readonly to: NumbaType;
    }
  | {
      readonly kind: 'ambiguous-signature';
      readonly callee: string;
      readonly types: readonly NumbaType[];
      readonly signatures: readonly string[];
    }
  | { readonly kind: 'return-conversion'; readonly from: NumbaType; readonly to: NumbaType }
  | {
      readonly kind: 'reflected-list';
      readonly callee: string;
      readonly parameter: string;
      readonly type: NumbaType;
    }
  | {
      readonly kind: 'removed-api';
      readonly name: string;
      readonly removedIn: string;
      readonly instead: string;
    }
  | {
      readonly kind: 'bad-option';
      readonly option: string;
      readonly decorator: string;
      readonly reason: string;
    }
  | { readonly kind: 'gufunc-layout'; readonly reason: string }
  | { readonly kind: 'gufunc-return' }
  | { readonly kind: 'object-mode-fallback' }
  | { readonly kind: 'jit-on-method' }
  | { readonly kind: 'cuda-target'; readonly callee: string }
  | { readonly kind: 'prange-race'; readonly subject: string; readonly reason: string }
  | { readonly kind: 'prange-without-parallel' }
  | { readonly kind: 'parallel-without-parallelism' }
  | { readonly kind: 'integer-negative-power' }
  | { readonly kind: 'write-to-global'; readonly subject: string }
  | { readonly kind: 'frozen-global'; readonly subject: string }
  /** A float made text of: Numba writes a placeholder. */
  | { readonly kind: 'float-to-text'; readonly type: NumbaType }
  | { readonly kind: 'out-of-bounds'; readonly subject: string; readonly reason: string }
  /** `a[-i]` with a parallel prange's unsigned index. */
  | { readonly kind: 'negative-prange-index'; readonly subject: string }
  /** An index that is the unsigned counter of a parallel prange on one side, a signed integer on the other. */
  | {
      readonly kind: 'unsigned-prange-index';
      readonly subject: string;
      readonly index: string;
      readonly type: NumbaType;
    }
  | { readonly kind: 'unsigned-mix'; readonly subject: string }
  | { readonly kind: 'integer-overflow'; readonly subject: string }
  | { readonly kind: 'seed-outside-jit'; readonly subject: string }
  | { readonly kind: 'async-function'; readonly subject: string }
  | { readonly kind: 'ignored-annotation'; readonly annotation: string; readonly type: NumbaType }
  | { readonly kind: 'gufunc-output-rebound'; readonly subject: string }
  | {
      readonly kind: 'jitclass-missing-field';
      readonly subject: string;
      readonly field: string;
      /** Numba's name of the field's type, where its value tells it. */
      readonly fieldType?: string;
    }
  /** A masked array passed to a Numba that takes it for its data. */
  | { readonly kind: 'ignored-mask'; readonly subject: string }
  | {
      readonly kind: 'deprecated-api';
      readonly name: string;
      readonly removedIn: string;
      readonly instead: string;
    }
  | { readonly kind: 'cache-without-file'; readonly subject: string }
  | {
      readonly kind: 'non-contiguous-product';
      readonly subject: string;
      readonly operator: string;
      readonly types: readonly NumbaType[];
    }
  | { readonly kind: 'non-contiguous-reshape'; readonly subject: string; readonly type: NumbaType }
  | { readonly kind: 'append-in-loop'; readonly subject: string; readonly callee: string }
  | { readonly kind: 'allocation-in-loop'; readonly subject: string }
  | { readonly kind: 'row-temporary'; readonly subject: string }
  /** A small compiled function that a loop in Python code calls. */
  | { readonly kind: 'jit-call-in-loop'; readonly callee: string; readonly caller?: BoundFunction }
  | { readonly kind: 'jit-in-function'; readonly subject: string; readonly outer: string };

export type ProblemKind = ProblemFact['kind'];
