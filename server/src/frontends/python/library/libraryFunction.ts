import type { Expression } from '@jitsight/shared/ir/nodes';
import type { ConstantValue, TypedFunction } from '../infer/typedFunction';
import type { Lowering, Value } from '../lower/lowering';
import type { NumbaType } from '../types/numbaType';
import type { Indexed } from './iteration/indexed';

/**
 * One operation that compiled code can use: typing and lowering together. A name can have several values
 * (`operator.add` for scalars, arrays, tuples, strings); the first whose `type` accepts the arguments is taken.
 *
 * Names: `builtins.len`, `math.sqrt`, `numpy.mean`; operators as in Python's `operator` module and Numba:
 * `operator.add`, `operator.iadd`, `operator.getitem`, `operator.setitem`, `operator.lt`, `operator.contains`,
 * `operator.neg`, `operator.truth`, `operator.is_`; methods `array.sum`, `list.append`, `unicode.upper`;
 * attributes `getattr array.shape` and `setattr record.x`; iteration `iter KIND` where KIND is the `kind` of the operand's
 * NumbaType (`iter array`, `iter list`, `iter range`, `iter tuple`, `iter unicode`, `iter iterable`): `type` is asked with
 * the operand's type and gives the item type. The receiver of a method or attribute is the first argument. KIND in `KIND.method`
 * and `getattr KIND.name` is the NumbaType's `kind` too (`array`, `list`, `typedList`, `typedDict`, `set`, `unicode`, `complex`,
 * `int`, `float`, `tuple`, `record`, `datetime`, `iterable`, ...); `literal` receivers are looked up by their base kind and
 * `optional` ones by what they hold.
 * A number class that is called (`np.int32(x)`, `numba.int32(x)`, `x.dtype.type(3)`): `numpy.int32`, `numpy.bool_`.
 * Displays: `builtins.list display`, `builtins.set display`, `builtins.dict display` (keys and values alternate), `builtins.tuple display`,
 * taken with the elements' types; `builtins.slice` for `a:b:c` (omitted parts are `none`); `builtins.format` for an
 * f-string's pieces. Comprehensions build with `list.append`, `set.add` and `operator.setitem`.
 */
export interface LibraryFunction {
  readonly name: string;
  /** For calls: parameter names in order, for binding keywords. Absent: positional only, any number. */
  readonly params?: readonly ParameterSpec[];
  /** Numba versions that have it, `[since, until)`; absent means all from 0.56. */
  readonly since?: string;
  readonly until?: string;
  /** The Numba or NumPy behaviour it follows, for the generated support page. */
  readonly summary?: string;
  type(call: TypingCall): TypingOutcome;
  /** Absent where `type` answers with a Python implementation, or where there is no code yet. */
  lower?(call: LoweringCall, lowering: Lowering): Value;
  /**
   * For `iter KIND` entries: emits the whole loop over `call.args[0]`. It opens the IR loop (`lowering.ir.for` or
   * `loop`), makes the item and calls `body` exactly once, inside it. `body` emits what the user's loop does;
   * `steps` names the labels it may leave by: `ir.continue(steps.next)` goes on with the next item,
   * `ir.break(steps.done)` stops. Both may be the same label. `call.result` is the item type, the result of `type`.
   * Retaining and releasing: the item is borrowed; `body` retains what it keeps.
   */
  iterate?(call: IterationCall, lowering: Lowering, body: (item: Value, steps: LoopSteps) => void): void;
  /**
   * For `iter KIND` entries: the same, one item at a time, for `zip`, `enumerate`, `next`, `list(iterable)`. Required of an
   * entry without `iterate`; a `for` prefers `iterate` where both exist. Called before the loop, it sets up its
   * state in locals; the result emits one step inside it.
   */
  cursor?(call: IterationCall, lowering: Lowering): Cursor;
  /** Set by `iter KIND` entries that go by position: an iterator over those may be kept in a variable. */
  readonly indexed?: Indexed;
}

export interface IterationCall extends LoweringCall {
  /** The loop is over `prange` in a function compiled with `parallel=True`. */
  readonly parallel?: boolean;
  /** What the source calls the loop variable, for readable IR. */
  readonly hint?: string;
}

export interface LoopSteps {
  /** `ir.continue` to this label goes on with the next item. */
  readonly next: string;
  /** `ir.break` out of this label leaves the loop. */
  readonly done: string;
  /** How many items came before, where the loop counts them. */
  readonly index?: Expression;
}

export interface Cursor {
  /** Emits: if nothing is left, what `exhausted` emits (which must leave: break, raise or return); then the next item. */
  next(exhausted: () => void): Value;
}

export interface ParameterSpec {
  readonly name: string;
  /** A parameter without one is required. */
  readonly default?: ConstantValue | 'omitted';
  /** Takes all remaining positional arguments. */
  readonly variadic?: boolean;
  /** Given by its name only. */
  readonly keywordOnly?: boolean;
}

export interface TypingCall {
  /** In parameter order; an omitted one is undefined. Literal types are kept: use `unliteral` where it must not matter. */
  readonly args: readonly (NumbaType | undefined)[];
  /** The expected result of an explicit dtype and the like that is constant. */
  readonly context: TypingContext;
}

export interface TypingContext {
  /** `0.56`, `0.68`: rules of that Numba apply. */
  readonly numba: string;
  readonly errorModel: 'python' | 'numpy';
  /** Types a callee passed as an argument (np.vectorize-like, map, sorted key, reduce). */
  typeCallable(
    callee: NumbaType,
    args: readonly NumbaType[],
  ): { result: NumbaType; target: TypedFunction } | undefined;
}

export type TypingOutcome =
  | {
      readonly kind: 'typed';
      readonly result: NumbaType;
      /** Types the arguments are converted to before `lower`; absent: as they are, without literals. */
      readonly args?: readonly (NumbaType | undefined)[];
      /** An argument whose type the call makes precise: `xs.append(1.0)` on `list(undefined)`. */
      readonly refines?: { readonly argument: number; readonly type: NumbaType };
      /** The value is known when compiling. */
      readonly constant?: ConstantValue;
      /** Handed on to `lower`. */
      readonly data?: unknown;
    }
  /** Written in Python: the function of that name in the library's Python sources; its inferred return type is the result. */
  | {
      readonly kind: 'python';
      readonly source: PythonSource;
      readonly function: string;
      readonly args?: readonly NumbaType[];
    }
  /** Numba takes these arguments, and this library does not say what it makes of them: no verdict. */
  | { readonly kind: 'unknown' }
  /** Not for these arguments. */
  | { readonly kind: 'mismatch'; readonly reason?: string; readonly argument?: number };

/** A `.py` file of the library: compiled by our own compiler, tested under CPython. */
export interface PythonSource {
  readonly name: string;
  readonly text: string;
}

export interface LoweringCall {
  /** Converted as `type` asked; undefined where omitted. Arguments without a run-time value have no parts. */
  readonly args: readonly (Value | undefined)[];
  readonly argTypes: readonly (NumbaType | undefined)[];
  readonly result: NumbaType;
  readonly data?: unknown;
}
