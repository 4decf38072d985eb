import type { FunctionBuilder } from '@jitsight/shared/ir/builder';
import type { Expression, RaisedError } from '@jitsight/shared/ir/nodes';
import type { ValueType } from '@jitsight/shared/ir/valueType';
import type { ConstantValue, TypedFunction } from '../infer/typedFunction';
import type { Cursor, LoopSteps, PythonSource } from '../library/libraryFunction';
import type { ArrayType, NumbaType } from '../types/numbaType';

/** A typed value under construction: the scalars of `flatten(valueTypeOf(type))`, as IR expressions. */
export interface Value {
  readonly type: NumbaType;
  readonly parts: readonly Expression[];
}

/**
 * What a library function's `lower` can ask for. One per function being lowered. Array element access, allocation
 * and iteration are here so that no library file computes addresses or reference counts itself.
 *
 * Ownership: every value is borrowed. Arguments belong to the caller; a result needs no `retain`, also when it is a
 * view of an argument: whoever keeps it (a variable, an element of a list, a return) retains it. What `lower`
 * allocates itself (`rt.allocate`, a list's header) it hands to `temporary`, which `newArray`, `elementwise`, `call`
 * and `callPython` do for it; a container releases what it drops.
 */
export interface Lowering {
  /** Statements and locals of the function being built. */
  readonly ir: FunctionBuilder;
  readonly numba: string;
  readonly errorModel: 'python' | 'numpy';
  readonly fastmath: boolean;
  /** Loops over array elements may run in any order (`parallel=True`). */
  readonly parallel: boolean;

  /** The same value in locals, so that its parts may be used several times. */
  hold(value: Value, hint?: string): Value;
  /** Numba's conversion between the two types; throws `NotLowered` where there is none. */
  cast(value: Value, type: NumbaType): Value;
  /** Python's truth value, as a bool expression. */
  truth(value: Value): Expression;
  constant(value: ConstantValue, type: NumbaType): Value;
  valueTypeOf(type: NumbaType): ValueType;
  raise(error: RaisedError, args?: readonly Expression[]): void;
  /** Gives up on this function with a reason that people read: typed, but no code yet. */
  notLowered(reason: string): never;

  /** A new C-ordered (or F-ordered) array, contents undefined; extents are i64 and checked not to be negative. */
  newArray(type: ArrayType, shape: readonly Expression[]): Value;
  arrayShape(array: Value): readonly Expression[];
  arrayStrides(array: Value): readonly Expression[];
  arrayData(array: Value): Expression;
  arrayMeminfo(array: Value): Expression;
  /** Number of elements, i64. */
  arraySize(array: Value): Expression;
  /** Assembles an array value over existing memory; retains nothing. */
  arrayView(
    type: ArrayType,
    parts: {
      meminfo: Expression;
      data: Expression;
      shape: readonly Expression[];
      strides: readonly Expression[];
    },
  ): Value;
  /** Reads at indices that are already wrapped and in range (i64). */
  loadElement(array: Value, indices: readonly Expression[]): Value;
  storeElement(array: Value, indices: readonly Expression[], value: Value): void;
  /** Nested counted loops over a shape, last axis innermost. */
  forEachIndex(shape: readonly Expression[], body: (indices: readonly Expression[]) => void): void;
  /** Reads or writes a value of any type that has a memory layout. */
  loadValue(type: NumbaType, address: Expression, offset?: number): Value;
  storeValue(address: Expression, value: Value, offset?: number): void;
  /** Broadcasts the operands (arrays and scalars) and stores `kernel` of their elements into a new or given array. */
  elementwise(
    operands: readonly Value[],
    resultDtype: NumbaType,
    kernel: (elements: readonly Value[]) => Value,
    out?: Value,
  ): Value;

  /**
   * Visits the elements, in C order, of an array whose loop was put off, in place of making it; false, with nothing
   * emitted, where it exists.
   */
  forEachUnmade(array: Value, visit: (element: Value) => void): boolean;

  /** Calls another specialisation. */
  call(target: TypedFunction, args: readonly Value[]): Value;
  /** Runs a kernel of `@guvectorize` over the loop dimensions of its inputs, into the outputs after them. */
  runGufunc(kernel: TypedFunction, layout: string, args: readonly Value[]): void;
  /** Calls a function of the library's Python sources, typed for these arguments. */
  callPython(source: PythonSource, name: string, args: readonly Value[]): Value;

  /**
   * Runs a generator (the value of a call of one): `body` gets each item it yields, as in `LibraryFunction.iterate`, and is
   * called once for each `yield` in its source.
   */
  iterateGenerator(generator: Value, body: (item: Value, steps: LoopSteps) => void): void;
  /** Steps through a generator one item at a time; all who hold the generator see how far it has come. */
  generatorCursor(generator: Value): Cursor;

  /** Address of `size` bytes, zero at first, that last as long as the instantiated module and that all who name them share. */
  workspace(name: string, size: number): Expression;

  /** One more owner of what the value refers to (arrays, lists, strings); nothing for scalars. */
  retain(value: Value): void;
  release(value: Value): void;
  /** A value that was just made with reference count 1: released at the end of the statement unless something keeps it. */
  temporary(value: Value): Value;
}

/** Thrown through lowering when a typed operation has no code yet; the function keeps its verdict without IR. */
export class NotLowered extends Error {}
