import { constant, convert, localExpression, simd } from '../../ir/expressions';
import type { Expression } from '../../ir/nodes';
import { type ScalarType, scalarSize } from '../../ir/scalarType';
import { addGuard } from './access';
import { convertLanes } from './convertLanes';
import { asLaneScalar, type Lanes, shapeOf, vectorCount } from './lanes';
import { type Block, holdIn, hoist, type LoopContext } from './loopContext';

/** Whether the expression is the index of the loop that runs in lanes. */
export function isLoopIndex(expression: Expression, { facts }: LoopContext): boolean {
  return expression.op === 'local' && expression.name === facts.loop.index;
}

/** The index in each of the iterations that run together, or its low bits. */
export function indexLanes(type: ScalarType, context: LoopContext, block: Block): Lanes {
  const start = convert(localExpression(context.index.name, context.index.type), type);
  return countedFrom(asLaneScalar(start), type, context, block);
}

/** The index as a float, which one sum makes of it: what floats do not count exactly is guarded against. */
export function indexAsFloat(to: 'f32' | 'f64', context: LoopContext, block: Block): Lanes {
  guardIndexWithin(1n << 52n, context);
  const start = convert(localExpression(context.index.name, context.index.type), 'f64');
  const lanes = countedFrom(start, 'f64', context, block);
  return convertLanes(lanes, to, context.lanes, holdIn(context, block.code));
}

function countedFrom(start: Expression, type: ScalarType, context: LoopContext, block: Block): Lanes {
  const shape = shapeOf(type);
  const width = scalarSize(type);
  const hold = holdIn(context, block.code);
  const first = hold(simd(`${shape}.splat`, [start]));
  const perVector = 16 / width;
  const number = (value: number) =>
    type === 'f64' ? constant(type, value) : asLaneScalar(constant(type, value));
  const vectors = Array.from({ length: vectorCount(context.lanes, width) }, (_, i) => {
    let offsets = simd(`${shape}.splat`, [number(i * perVector)]);
    for (let lane = 1; lane < perVector; lane++)
      offsets = simd(`${shape}.replace_lane`, [offsets, number(i * perVector + lane)], [lane]);
    return hold(simd(`${shape}.add`, [first, hoist(context, offsets)]));
  });
  return { type, width, vectors };
}

/** All indices must be at least `-limit` and below `limit`. */
export function guardIndexWithin(limit: bigint, context: LoopContext): void {
  const { start, stop } = context.facts.loop;
  const guard = (op: 'ge' | 'le', left: Expression, right: bigint): void => {
    addGuard(context, { op, type: 'bool', left: convert(left, 'i64'), right: constant('i64', right) });
  };
  guard('ge', start, -limit);
  guard('le', stop, limit);
}
