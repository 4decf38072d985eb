import { add, binary, i64, mul } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering } from '../../lower/lowering';

/** The position along each dimension of the `index`-th element in C order. */
export function unravel(lowering: Lowering, index: Expression, shape: readonly Expression[]): Expression[] {
  const { ir } = lowering;
  if (shape.length === 1) return [index];
  const positions: Expression[] = [];
  let rest = ir.hold(index);
  for (let axis = shape.length - 1; axis > 0; axis--) {
    positions.unshift(ir.hold(binary('rem', rest, shape[axis]!)));
    rest = ir.hold(binary('div', rest, shape[axis]!));
  }
  return [rest, ...positions];
}

/**
 * Nested loops over a shape that user code runs in: `next` goes on with the innermost loop, `done` leaves all of them.
 * `order` F varies the first position fastest.
 */
export function loopOver(
  lowering: Lowering,
  shape: readonly Expression[],
  order: 'C' | 'F',
  body: (positions: readonly Expression[], next: string, done: string) => void,
): void {
  const { ir } = lowering;
  const axes = shape.map((_, axis) => axis);
  if (order === 'F') axes.reverse();
  ir.block((done) => {
    const positions: Expression[] = [];
    const nest = (depth: number, next: string): void => {
      const axis = axes[depth];
      if (axis === undefined) {
        body(positions, next, done);
        return;
      }
      ir.for({ start: i64(0), stop: shape[axis]! }, (index, label) => {
        positions[axis] = index;
        nest(depth + 1, label);
      });
    };
    nest(0, done);
  });
}

/** Steps through a shape in C order, one position at a time. */
export function stepOver(
  lowering: Lowering,
  shape: readonly Expression[],
): { next(exhausted: () => void): Expression[] } {
  const { ir } = lowering;
  const count = ir.hold(shape.reduce((a, b) => mul(a, b), i64(1)));
  const index = ir.local('i64', 'position');
  ir.set(index, i64(0));
  return {
    next(exhausted) {
      ir.if({ op: 'ge', type: 'bool', left: index, right: count }, exhausted);
      const positions =
        shape.length === 0 ? [] : unravel(lowering, index, shape).map((each) => ir.hold(each));
      ir.set(index, add(index, i64(1)));
      return positions;
    },
  };
}
