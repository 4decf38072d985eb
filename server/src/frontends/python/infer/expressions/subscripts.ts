import type { Expression, Slice, Subscript } from '../../parse/ast';
import { relativeItem } from '../../library/stencil/runStencil';
import { int64, type NumbaType, none, tupleOf } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import { expressionArgument } from '../calls/argument';
import { callLibrary } from '../calls/libraryCall';
import { constantOf } from '../decide/constantOf';
import { type Inference, reach, report, sourceOf } from '../inference';
import type { BoundArgument, Resolution } from '../typedFunction';
import { enumItem } from '../globals/enums';
import { arrayTypeOf } from './arrayTypes';
import { foldLiterals } from './constants';
import { inferExpression } from './expression';

export function inferSubscript(inf: Inference, node: Subscript): NumbaType | undefined {
  const known = foldLiterals(inf, node) ?? enumItem(inf, node);
  if (known) return known;
  const container = inferExpression(inf, node.value);
  const index = inferIndex(inf, node.index);
  if (!container || !index) return undefined;
  return arrayTypeOf(inf, node, container, index) ?? itemAt(inf, node, container, index);
}

/** The type of an index: slices, and tuples that may hold slices. */
export function inferIndex(inf: Inference, node: Expression): NumbaType | undefined {
  return inferExpression(inf, node);
}

export function inferSlice(inf: Inference, node: Slice): NumbaType | undefined {
  const parts = [node.lower, node.upper, node.step];
  const types = parts.map((part) => (part ? inferExpression(inf, part) : none));
  if (!types.every((type) => type !== undefined)) return undefined;
  for (const [i, type] of types.entries()) {
    if (isBound(type)) continue;
    return report(inf, 'typing', parts[i]!, {
      kind: 'unsupported-argument',
      callee: 'slice',
      types,
      reason: 'slices take numbers and None',
    });
  }
  const bounds = parts.map((part) => sliceBound(inf, part));
  const literal = bounds.every((bound) => bound !== undefined);
  return {
    kind: 'slice',
    hasStep: node.step !== undefined,
    ...(literal && { literal: true, bounds }),
  };
}

function isBound(type: NumbaType): boolean {
  const plain = unliteral(type);
  if (plain.kind === 'optional') return isBound(plain.value);
  return ['int', 'bool', 'none', 'float'].includes(plain.kind);
}

function sliceBound(inf: Inference, part: Expression | undefined): bigint | null | undefined {
  if (!part) return null;
  const value = constantOf(inf, part)?.value;
  return value?.kind === 'int' ? value.value : value?.kind === 'none' ? null : undefined;
}

/** The type of `container[index]`, noted at the Subscript. */
export function itemAt(
  inf: Inference,
  node: Subscript,
  container: NumbaType,
  index: NumbaType,
): NumbaType | undefined {
  reach(inf, node);
  const fixed = staticItem(inf, node, container);
  if (fixed !== undefined) return fixed === 'problem' ? undefined : fixed;
  const outcome = callLibrary(inf, 'operator.getitem', [
    expressionArgument(node.value, container),
    expressionArgument(node.index, index),
  ]);
  if (outcome.kind === 'typed') {
    inf.round.resolutions.set(node, relativeRead(inf, node, container, outcome.type) ?? outcome.resolution);
    return outcome.type;
  }
  if (outcome.kind === 'pending') return undefined;
  if (container.kind === 'tuple' && unliteral(index).kind === 'int' && !isUniform(container.elements)) {
    // In an unrolled loop the index is one, in each pass.
    if (inf.round.guessed) return undefined;
    if (isLiterally(inf, node.index)) {
      // Numba compiles the function again for the value it is called with.
      inf.round.guessed = true;
      return undefined;
    }
    return report(inf, 'typing', node, {
      kind: 'compile-time-constant',
      subject: sourceOf(inf, node.index),
      reason: `it selects from the different types of ${typeName(container)}`,
    });
  }
  const reason = outcome.kind === 'mismatch' ? outcome.reason : undefined;
  return report(inf, 'typing', node, {
    kind: 'unsupported-index',
    type: container,
    index,
    store: false,
    ...(reason && { reason }),
  });
}

/** In a stencil's kernel, `a[-1]` is the element that far from the point. */
function relativeRead(
  inf: Inference,
  node: Subscript,
  container: NumbaType,
  result: NumbaType,
): Resolution | undefined {
  const { stencil } = inf;
  if (!stencil || node.value.kind !== 'Name' || !stencil.parameters.has(node.value.id)) return undefined;
  const offsets = node.index.kind === 'Tuple' ? node.index.elements : [node.index];
  const types = offsets.map((offset) => inf.round.types.get(offset));
  if (!types.every((type) => type && unliteral(type).kind === 'int')) {
    inf.round.guessed = true;
    return undefined;
  }
  const args: BoundArgument[] = [
    { name: 'array', type: container, source: { kind: 'receiver', expression: node.value } },
    ...offsets.map((expression, i) => ({
      name: `offset${i}`,
      type: unliteral(types[i]!),
      source: { kind: 'expression', expression } as const,
    })),
    ...stencil.point.map((symbol) => ({
      name: symbol.name,
      type: int64,
      source: { kind: 'capture', symbol } as const,
    })),
  ];
  return { kind: 'library', function: relativeItem, args, result, data: { wraps: stencil.wraps } };
}

const isUniform = (elements: readonly NumbaType[]): boolean =>
  elements.every((element) => typesEqual(unliteral(element), unliteral(elements[0]!)));

/** Tuples and heterogeneous displays give each element its own type where the index is a constant. */
function staticItem(
  inf: Inference,
  node: Subscript,
  container: NumbaType,
): NumbaType | 'problem' | undefined {
  if (container.kind === 'literalDict') {
    const key = constantOf(inf, node.index)?.value;
    const item = key?.kind === 'str' && container.items.find((each) => each.key === key.value);
    return item ? item.value : undefined;
  }
  if (container.kind !== 'tuple' && container.kind !== 'literalList') return undefined;
  if (node.index.kind === 'Slice') return staticSlice(inf, node.index, container);
  const value = constantOf(inf, node.index)?.value;
  if (value?.kind !== 'int' && value?.kind !== 'bool') return undefined;
  const position = Number(value.value);
  const element = container.elements.at(position);
  if (element && position < container.elements.length) return element;
  report(inf, 'typing', node, {
    kind: 'unsupported-index',
    type: container,
    index: { kind: 'literal', literal: 'int', value: BigInt(position) },
    store: false,
    reason: 'tuple index out of range',
  });
  return 'problem';
}

function staticSlice(inf: Inference, slice: Slice, container: NumbaType): NumbaType | undefined {
  if (container.kind !== 'tuple') return undefined;
  const bounds = [slice.lower, slice.upper, slice.step].map((part) => sliceBound(inf, part));
  if (!bounds.every((bound) => bound !== undefined)) return undefined;
  return tupleOf(sliceIndices(container.elements.length, bounds).map((i) => container.elements[i]!));
}

/** The positions that Python's `slice(*bounds)` selects. */
export function sliceIndices(length: number, bounds: readonly (bigint | null | undefined)[]): number[] {
  const [lower, upper, step] = bounds.map((bound) =>
    bound === null || bound === undefined ? undefined : Number(bound),
  );
  const by = step ?? 1;
  if (by === 0) return [];
  const clamp = (bound: number): number => {
    const wrapped = bound < 0 ? bound + length : bound;
    return by > 0 ? Math.min(Math.max(wrapped, 0), length) : Math.min(Math.max(wrapped, -1), length - 1);
  };
  const start = lower === undefined ? (by > 0 ? 0 : length - 1) : clamp(lower);
  const stop = upper === undefined ? (by > 0 ? length : -1) : clamp(upper);
  const found: number[] = [];
  for (let i = start; by > 0 ? i < stop : i > stop; i += by) found.push(i);
  return found;
}

function isLiterally(inf: Inference, index: Expression): boolean {
  return index.kind === 'Call' && inf.module.qualifiedName(index.func) === 'numba.literally';
}
