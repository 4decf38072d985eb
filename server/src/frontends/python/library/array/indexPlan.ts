import { add, and, eq, i64, mul, ne, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, int64 } from '../../types/numbaType';
import { scalar } from '../arithmetic/kernel';
import { isIndexArray } from './indexTypes';
import { arrayType } from './parts';
import { runOf } from './slices';
import { positionOf, usesAxis, wrapped } from './views';

/** How an index with arrays in it walks the array: the result's shape, and where each source position comes from. */
export interface IndexPlan {
  readonly shape: readonly Expression[];
  /** Per dimension of the array. */
  readonly sources: readonly Source[];
}

export interface Source {
  /** The last of the result's dimensions that it depends on; -1 for none. */
  readonly after: number;
  position(indices: readonly Expression[]): Expression;
}

/** One dimension of the array and what indexes it. */
type Axis =
  | { readonly kind: 'fixed'; readonly position: Expression }
  | {
      readonly kind: 'run';
      readonly start: Expression;
      readonly step: Expression;
      readonly length: Expression;
    }
  | { readonly kind: 'picked'; readonly indices: Value; readonly extent: Expression }
  | { readonly kind: 'masked'; readonly indices: Value; readonly extent: Expression };

/** `array` is held. */
export function planIndex(lowering: Lowering, array: Value, members: readonly Value[]): IndexPlan {
  const { axes, added } = axesOf(lowering, array, members);
  const picked = axes.flatMap((axis) => (axis.kind === 'picked' ? [axis.indices] : []));
  const common = broadcastIndices(lowering, picked);
  const at = subspacePosition(axes);
  const shape: Expression[] = [];
  const places = axes.map(() => 0);
  let subspace = 0;
  axes.forEach((axis, i) => {
    if (i === at) {
      subspace = shape.length;
      shape.push(...common);
    }
    places[i] = shape.length;
    if (axis.kind === 'run') shape.push(axis.length);
    if (axis.kind === 'masked') shape.push(lowering.arrayShape(axis.indices)[0]!);
  });
  const shift = insertNewAxes(shape, added);
  const sources = axes.map((axis, i) =>
    sourceOf(
      lowering,
      axis,
      shift(places[i]!),
      common.map((_, k) => shift(subspace + k)),
    ),
  );
  return { shape, sources };
}

function axesOf(
  lowering: Lowering,
  array: Value,
  members: readonly Value[],
): { axes: Axis[]; added: number[] } {
  const extents = lowering.arrayShape(array);
  const axes: Axis[] = [];
  const added: number[] = [];
  const used = members.filter(usesAxis).length;
  let resultAxis = 0;
  const entire = (): void => {
    axes.push({ kind: 'run', start: i64(0), step: i64(1), length: extents[axes.length]! });
    resultAxis++;
  };
  for (const member of members) {
    const extent = extents[axes.length]!;
    if (member.type.kind === 'ellipsis') for (let i = used; i < extents.length; i++) entire();
    else if (member.type.kind === 'none') added.push(resultAxis++);
    else {
      axes.push(axisOf(lowering, member, extent));
      if (member.type.kind === 'slice' || isIndexArray(member.type)) resultAxis++;
    }
  }
  while (axes.length < extents.length) entire();
  return { axes, added };
}

function axisOf(lowering: Lowering, member: Value, extent: Expression): Axis {
  if (member.type.kind === 'slice') return { kind: 'run', ...runOf(lowering, member, extent) };
  if (!isIndexArray(member.type)) {
    return { kind: 'fixed', position: lowering.ir.hold(positionOf(lowering, member, extent)) };
  }
  const held = lowering.hold(member);
  const isMask = arrayType(held.type).dtype.kind === 'bool';
  return isMask
    ? { kind: 'masked', indices: maskedPositions(lowering, held), extent }
    : { kind: 'picked', indices: held, extent };
}

/** The positions where a mask of one dimension is true, as an array. */
export function maskedPositions(lowering: Lowering, mask: Value): Value {
  const positions = lowering.newArray(arrayOf(int64, 1), [countTrue(lowering, mask)]);
  const next = lowering.ir.local('i64', 'next');
  lowering.ir.set(next, i64(0));
  forEachTrue(lowering, mask, (index) => {
    lowering.storeElement(positions, [next], scalar(int64, index));
    lowering.ir.set(next, add(next, i64(1)));
  });
  return positions;
}

export function countTrue(lowering: Lowering, mask: Value): Expression {
  const count = lowering.ir.local('i64', 'count');
  lowering.ir.set(count, i64(0));
  lowering.ir.for({ start: i64(0), stop: lowering.arrayShape(mask)[0]! }, (index) => {
    const test = lowering.loadElement(mask, [index]).parts[0]!;
    lowering.ir.set(count, add(count, { op: 'convert', type: 'i64', value: test }));
  });
  return count;
}

export function forEachTrue(lowering: Lowering, mask: Value, body: (index: Expression) => void): void {
  lowering.ir.for({ start: i64(0), stop: lowering.arrayShape(mask)[0]! }, (index) => {
    lowering.ir.if(lowering.loadElement(mask, [index]).parts[0]!, () => body(index));
  });
}

/** The shape that all index arrays broadcast to. */
function broadcastIndices(lowering: Lowering, picked: readonly Value[]): Expression[] {
  const ndim = Math.max(0, ...picked.map((each) => arrayType(each.type).ndim));
  if (picked.length <= 1) return picked.flatMap((each) => lowering.arrayShape(each));
  const { ir } = lowering;
  const mismatch = {
    name: 'ValueError',
    message: 'shape mismatch: objects cannot be broadcast to a single shape',
  };
  return Array.from({ length: ndim }, (_, axis) => {
    const extent = ir.local('i64', 'extent');
    ir.set(extent, i64(1));
    for (const each of picked) {
      const own = lowering.arrayShape(each)[axis - (ndim - arrayType(each.type).ndim)];
      if (!own) continue;
      ir.if(and(ne(own, extent), ne(own, i64(1))), () => {
        ir.if(ne(extent, i64(1)), () => lowering.raise(mismatch));
        ir.set(extent, own);
      });
    }
    return extent;
  });
}

// NumPy puts the index arrays' dimensions where they stand if they are neighbours, else first.
function subspacePosition(axes: readonly Axis[]): number | undefined {
  if (!axes.some((axis) => axis.kind === 'picked')) return undefined;
  const isAdvanced = axes.map((axis) => axis.kind === 'picked' || axis.kind === 'fixed');
  const first = isAdvanced.indexOf(true);
  const groups = isAdvanced.filter((each, i) => each && !isAdvanced[i - 1]).length;
  return groups > 1 ? 0 : first;
}

/** Puts dimensions of one into `shape`; the answer says where a dimension of before has gone. */
function insertNewAxes(shape: Expression[], added: readonly number[]): (axis: number) => number {
  for (const at of added) shape.splice(at, 0, i64(1));
  return (axis) => {
    let place = axis;
    for (const at of added) if (at <= place) place++;
    return place;
  };
}

function sourceOf(lowering: Lowering, axis: Axis, place: number, subspace: readonly number[]): Source {
  switch (axis.kind) {
    case 'fixed':
      return { after: -1, position: () => axis.position };
    case 'run':
      return { after: place, position: (indices) => alongRun(axis, indices[place]!) };
    case 'masked':
      return {
        after: place,
        position: (indices) => lowering.loadElement(axis.indices, [indices[place]!]).parts[0]!,
      };
    case 'picked':
      return {
        after: Math.max(...subspace),
        position: (indices) =>
          pickedPosition(
            lowering,
            axis,
            subspace.map((k) => indices[k]!),
          ),
      };
  }
}

function alongRun(axis: Axis & { kind: 'run' }, index: Expression): Expression {
  const stepped = isConstant(axis.step, 1n) ? index : mul(index, axis.step);
  return isConstant(axis.start, 0n) ? stepped : add(axis.start, stepped);
}

function pickedPosition(
  lowering: Lowering,
  { indices, extent }: Axis & { kind: 'picked' },
  at: readonly Expression[],
): Expression {
  const shape = lowering.arrayShape(indices);
  const own = at.slice(at.length - shape.length);
  const stretched = own.map((index, k) => select(eq(shape[k]!, i64(1)), i64(0), index));
  return wrapped(lowering, lowering.loadElement(indices, stretched).parts[0]!, extent);
}

function isConstant(value: Expression, number: bigint): boolean {
  return value.op === 'const' && BigInt(value.value) === number;
}

/** Loops over the result's positions; each source position is found as soon as the loops it depends on are open. */
export function walkPlan(
  lowering: Lowering,
  plan: IndexPlan,
  body: (indices: readonly Expression[], source: readonly Expression[]) => void,
): void {
  const { ir } = lowering;
  const found: Expression[] = [];
  const settle = (indices: readonly Expression[]): void => {
    plan.sources.forEach((source, axis) => {
      if (source.after === indices.length - 1) found[axis] = ir.hold(source.position(indices), 'at');
    });
  };
  const nest = (indices: readonly Expression[]): void => {
    settle(indices);
    const stop = plan.shape[indices.length];
    if (stop) ir.for({ start: i64(0), stop }, (index) => nest([...indices, index]));
    else body(indices, found);
  };
  nest([]);
}
