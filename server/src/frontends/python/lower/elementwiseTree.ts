import type { ArrayType, NumbaType } from '../types/numbaType';
import { isArray } from './arrays';
import type { FunctionLowering } from './functionLowering';
import type { Value } from './lowering';

/** One operation on elements; its operands are values or operations whose results were never stored. */
export interface ElementwiseNode {
  readonly operands: readonly Value[];
  readonly dtype: NumbaType;
  readonly kernel: (elements: readonly Value[]) => Value;
}

const deferredNodes = new WeakMap<Value, ElementwiseNode>();

/**
 * An array that exists only as the operation that makes its elements: an operand of another elementwise operation
 * joins that one's loop; whatever reads its parts makes it store itself, by `store`, at that point.
 */
export function deferredArray(type: ArrayType, node: ElementwiseNode, store: () => Value): Value {
  let stored: Value | undefined;
  const value: Value = {
    type,
    get parts() {
      stored ??= store();
      return stored.parts;
    },
  };
  deferredNodes.set(value, node);
  return value;
}

/** The same deferred array under an equal type; undefined when `value` is not deferred. */
export function retypeDeferred(value: Value, type: ArrayType): Value | undefined {
  const node = deferredNodes.get(value);
  return node && deferredArray(type, node, () => value);
}

/**
 * The same deferred array as a variable holds it: its elements are those that would have been stored, of the array's own
 * dtype.
 */
export function namedDeferred(lowering: FunctionLowering, value: Value, type: ArrayType): Value | undefined {
  if (!deferredNodes.has(value)) return undefined;
  const { dtype } = type;
  const kernel = ([element]: readonly Value[]) => lowering.hold(lowering.cast(element!, dtype));
  return deferredArray(type, { operands: [value], dtype, kernel }, () => value);
}

export function deferredNode(value: Value): ElementwiseNode | undefined {
  return deferredNodes.get(value);
}

/** The stored operands under a tree of operations, each once, in order of appearance. */
export function leavesOf(node: ElementwiseNode): Value[] {
  const leaves: Value[] = [];
  const visit = (each: ElementwiseNode): void => {
    for (const operand of each.operands) {
      const inner = deferredNodes.get(operand);
      if (inner) visit(inner);
      else if (!leaves.some((leaf) => isSameValue(leaf, operand))) leaves.push(operand);
    }
  };
  visit(node);
  return leaves;
}

/**
 * The element the tree makes of one element of each leaf. What is not stored is not converted to its array's dtype: as in
 * Numba's array expressions, `a + b` of int8 elements inside another operation is an int64.
 */
export function evaluateNode(
  lowering: FunctionLowering,
  node: ElementwiseNode,
  leaves: readonly Value[],
  elements: readonly Value[],
): Value {
  const args = node.operands.map((operand) => {
    const inner = deferredNodes.get(operand);
    if (inner) return evaluateNode(lowering, inner, leaves, elements);
    return elements[leaves.findIndex((leaf) => isSameValue(leaf, operand))]!;
  });
  return node.kernel(args);
}

function isSameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (!isArray(a) || !isArray(b) || a.parts.length !== b.parts.length) return false;
  return a.parts.every((part, i) => {
    const other = b.parts[i]!;
    if (part.op === 'local') return other.op === 'local' && part.name === other.name;
    return part.op === 'const' && other.op === 'const' && part.value === other.value;
  });
}

/** Numba's layout of a ufunc's result: Fortran order only if some operand has it and none is in C order. */
export function resultLayout(operands: readonly Value[]): 'C' | 'F' {
  const layouts = operands.map((operand) =>
    operand.type.kind === 'array' ? operand.type.layout : undefined,
  );
  return layouts.includes('F') && !layouts.includes('C') ? 'F' : 'C';
}
