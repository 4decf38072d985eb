import type { TextRange } from '../source/range';
import type { MathFunction } from './mathFunctions';
import type { Remark } from './remark';
import type { ScalarType } from './scalarType';
import type { VectorLoad } from './simd';
import type { ValueType } from './valueType';

/**
 * The typed, structured IR. Expressions are trees over scalars; statements are structured (loop, if, break), there
 * is no goto. Every statement and every expression that can fail carries the range of source text it came from.
 *
 * A node is plain data and is never changed in place: passes build new nodes. The verifier states what is valid;
 * the builder only makes valid nodes.
 */
export interface ModuleIR {
  readonly name: string;
  readonly functions: readonly FunctionIR[];
  /** Name of the function the host calls. */
  readonly entry: string;
  /** Read-only bytes that constants point into, at addresses assigned on emission. */
  readonly data: readonly DataSegment[];
  /** Functions over a part of a loop, `(first i64, last i64, part i32)`, in the order in which `rt.parallel` counts them. */
  readonly parallel?: readonly string[];
  /** What the front end did to the source that readers of the code should know. */
  readonly remarks?: readonly Remark[];
}

export interface DataSegment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Power of two. */
  readonly align: number;
}

export interface FunctionIR {
  readonly name: string;
  readonly range?: TextRange;
  readonly params: readonly ParameterIR[];
  readonly result: ValueType;
  readonly locals: readonly LocalIR[];
  readonly body: readonly Statement[];
  /** May be inlined at any call whatever its size (thin library wrappers). */
  readonly alwaysInline?: boolean;
  /** Floating point may be reassociated and contracted (Numba's `fastmath=True`). */
  readonly fastmath?: boolean;
}

/** A parameter as the source knows it; its scalars are the locals `name`, or `name.0`, `name.1`, ... when several. */
export interface ParameterIR {
  readonly name: string;
  readonly type: ValueType;
  /** The locals that receive the scalars of `flatten(type)`, in order. */
  readonly locals: readonly string[];
  /** What a language calls the type, for printing only. */
  readonly displayType?: string;
}

export interface LocalIR {
  readonly name: string;
  readonly type: ScalarType;
  /** What the source calls the variable, when it is one. */
  readonly sourceName?: string;
}

export type Expression =
  | ConstExpression
  | LocalExpression
  | UnaryExpression
  | BinaryExpression
  | CompareExpression
  | SelectExpression
  | ConvertExpression
  | LoadExpression
  | WrapIndexExpression
  | CheckIndexExpression
  | MathExpression
  | CallExpression
  | DataAddressExpression
  | SimdExpression;

interface Ranged {
  readonly range?: TextRange;
}

export interface ConstExpression extends Ranged {
  readonly op: 'const';
  readonly type: ScalarType;
  /** `bigint` for i64 and u64, `number` for the rest: 0 or 1 for bool, 0 for v128 (all bits). */
  readonly value: number | bigint;
}

export interface LocalExpression extends Ranged {
  readonly op: 'local';
  readonly type: ScalarType;
  readonly name: string;
}

/** `not` on bool is logical; on integers bitwise. Integer `neg` wraps. */
export type UnaryOperator =
  | 'neg'
  | 'not'
  | 'abs'
  | 'sqrt'
  | 'floor'
  | 'ceil'
  | 'trunc'
  | 'nearest'
  | 'clz'
  | 'ctz'
  | 'popcnt';

export interface UnaryExpression extends Ranged {
  readonly op: UnaryOperator;
  readonly type: ScalarType;
  readonly value: Expression;
}

/**
 * Both operands and the result have type `type`. Integer arithmetic wraps. `div` and `rem` truncate like C and are
 * undefined for a zero divisor (the front end guards); `MIN div -1` is MIN and `MIN rem -1` is 0. `floordiv` and
 * `floormod` round towards minus infinity (Python's, for integers and floats; a zero divisor is guarded too).
 * `min` and `max` are Wasm's (NaN wins, -0 < +0). Shifts take the count modulo the width.
 */
export type BinaryOperator =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'rem'
  | 'floordiv'
  | 'floormod'
  | 'and'
  | 'or'
  | 'xor'
  | 'shl'
  | 'shr'
  | 'min'
  | 'max'
  | 'copysign';

export interface BinaryExpression extends Ranged {
  readonly op: BinaryOperator;
  readonly type: ScalarType;
  readonly left: Expression;
  readonly right: Expression;
}

export type CompareOperator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

/** Result is bool; `left` and `right` have one type. IEEE comparisons for floats. */
export interface CompareExpression extends Ranged {
  readonly op: CompareOperator;
  readonly type: 'bool';
  readonly left: Expression;
  readonly right: Expression;
}

/** Evaluates both values, in any order with the condition; use an `if` statement where one must not run. */
export interface SelectExpression extends Ranged {
  readonly op: 'select';
  readonly type: ScalarType;
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

/**
 * Numeric conversion of C and LLVM as NumPy does it on x86-64: integer to integer wraps or extends by the source's
 * signedness; float to integer truncates (out of range and NaN give the minimum of i32, for i64, u32 and u64 that of
 * i64, which then wraps); anything to bool is `!= 0`; `reinterpret` keeps the bits.
 */
export interface ConvertExpression extends Ranged {
  readonly op: 'convert' | 'reinterpret';
  readonly type: ScalarType;
  readonly value: Expression;
}

/**
 * Reads a scalar at `base + index * scale + offset`. Keeping the parts apart lets passes strength-reduce and the
 * emitter fold `offset` into the instruction. `index` is i64 or i32; the address is computed modulo 2**32.
 */
export interface Address {
  readonly base: Expression;
  readonly index?: Expression;
  readonly scale?: number;
  readonly offset?: number;
}

export interface LoadExpression extends Ranged {
  readonly op: 'load';
  readonly type: ScalarType;
  readonly address: Address;
  /** Of a v128 only: how fewer bytes than sixteen fill it. */
  readonly form?: VectorLoad;
}

/** Python's negative index: `index < 0 ? index + length : index`, all i64. Range analysis removes it where it can. */
export interface WrapIndexExpression extends Ranged {
  readonly op: 'wrapIndex';
  readonly type: 'i64';
  readonly index: Expression;
  readonly length: Expression;
}

/**
 * `index` if `0 <= index < length`, else raises `error`. A check with `optional: true` may be left out by
 * compiling without bounds checks (Numba's default for arrays); lists and tuples set it to false.
 */
export interface CheckIndexExpression extends Ranged {
  readonly op: 'checkIndex';
  readonly type: 'i64';
  readonly index: Expression;
  readonly length: Expression;
  readonly error: RaisedError;
  readonly optional: boolean;
}

/** C's math library on f64 (f32 operands are widened and the result rounded). */
export interface MathExpression extends Ranged {
  readonly op: 'math';
  readonly type: 'f32' | 'f64';
  readonly function: MathFunction;
  readonly args: readonly Expression[];
}

/** A call with exactly one scalar result. */
export interface CallExpression extends Ranged {
  readonly op: 'call';
  readonly type: ScalarType;
  readonly callee: string;
  readonly args: readonly Expression[];
}

/** Address of a data segment. */
export interface DataAddressExpression extends Ranged {
  readonly op: 'dataAddress';
  readonly type: 'ptr';
  readonly segment: string;
}

/** One SIMD instruction of Wasm: see `simdInstructions` for names, operands and results. */
export interface SimdExpression extends Ranged {
  readonly op: 'simd';
  readonly type: ScalarType;
  readonly instruction: string;
  readonly args: readonly Expression[];
  /** The lane numbers that `extract_lane`, `replace_lane` and `shuffle` carry. */
  readonly lanes?: readonly number[];
}

export type Statement =
  | SetStatement
  | StoreStatement
  | EvaluateStatement
  | CallStatement
  | IfStatement
  | LoopStatement
  | ForStatement
  | BlockStatement
  | BreakStatement
  | ContinueStatement
  | ReturnStatement
  | RaiseStatement
  | TryStatement
  | PrintStatement
  | MemoryCopyStatement
  | MemoryFillStatement;

export interface SetStatement extends Ranged {
  readonly op: 'set';
  readonly local: string;
  readonly value: Expression;
}

/** Stores `value`, of the memory type `value.type`. */
export interface StoreStatement extends Ranged {
  readonly op: 'store';
  readonly address: Address;
  readonly value: Expression;
  /** Of a v128 only: that many low bytes of it are stored, not all sixteen. */
  readonly lowBytes?: 4 | 8;
}

/** Evaluates for effect and drops the value. */
export interface EvaluateStatement extends Ranged {
  readonly op: 'evaluate';
  readonly value: Expression;
}

/** A call with any number of scalar results, each put into a local. */
export interface CallStatement extends Ranged {
  readonly op: 'callMany';
  readonly callee: string;
  readonly args: readonly Expression[];
  readonly results: readonly string[];
}

export interface IfStatement extends Ranged {
  readonly op: 'if';
  readonly condition: Expression;
  readonly whenTrue: readonly Statement[];
  readonly whenFalse: readonly Statement[];
}

/** Runs for ever; left by `break label`, restarted by `continue label`. */
export interface LoopStatement extends Ranged {
  readonly op: 'loop';
  readonly label: string;
  readonly body: readonly Statement[];
}

/**
 * A counted loop. `start` and `stop` are evaluated once, before; `step` is a non-zero constant or any expression
 * evaluated once (its sign decides the direction). `index` is a local of the loop's own that the body must not set.
 * Its trip count is Python's `len(range(start, stop, step))`.
 */
export interface ForStatement extends Ranged {
  readonly op: 'for';
  readonly label: string;
  /** Local of type i64 (or i32, u64), fresh for this loop. */
  readonly index: string;
  readonly start: Expression;
  readonly stop: Expression;
  readonly step: Expression;
  readonly body: readonly Statement[];
  /** The front end vouches that iterations may run in any order (Numba's prange). */
  readonly parallel?: boolean;
}

/** Left by `break label`. */
export interface BlockStatement extends Omit<LoopStatement, 'op'> {
  readonly op: 'block';
}

export interface BreakStatement extends Ranged {
  readonly op: 'break';
  readonly label: string;
}

export interface ContinueStatement extends Ranged {
  readonly op: 'continue';
  readonly label: string;
}

/** The scalars of `flatten(function.result)`. */
export interface ReturnStatement extends Ranged {
  readonly op: 'return';
  readonly values: readonly Expression[];
}

export interface RaisedError {
  /** Class name as the language spells it: `IndexError`. */
  readonly name: string;
  readonly message: string;
}

/** Ends the call with an error the host reports, unless a `try` around it catches. */
export interface RaiseStatement extends Ranged {
  readonly op: 'raise';
  readonly error: RaisedError;
  /** Values of `{0}`, `{1}`, ... in the message; `{2:str}` and `{2:repr}` take two, a string's address and its length. */
  readonly args?: readonly Expression[];
}

/** `handler` runs for any raised error, whatever its class; memory traps are not caught. */
export interface TryStatement extends Ranged {
  readonly op: 'try';
  readonly body: readonly Statement[];
  readonly handler: readonly Statement[];
}

/** One piece of a printed line; the host formats it. */
export interface PrintPiece {
  readonly type: ValueType;
  /** `repr`-relevant name of the language's type (`float32`, `bool`), for the host's formatter. */
  readonly displayType: string;
  readonly parts: readonly Expression[];
}

/** Python's `print(*pieces)`: separated by blanks, ended by a line break, collected by the host. */
export interface PrintStatement extends Ranged {
  readonly op: 'print';
  readonly pieces: readonly (string | PrintPiece)[];
}

/** Copies `size` bytes; the ranges may overlap. All operands ptr or i32. */
export interface MemoryCopyStatement extends Ranged {
  readonly op: 'memoryCopy';
  readonly target: Expression;
  readonly source: Expression;
  readonly size: Expression;
}

export interface MemoryFillStatement extends Ranged {
  readonly op: 'memoryFill';
  readonly target: Expression;
  readonly byte: Expression;
  readonly size: Expression;
}
