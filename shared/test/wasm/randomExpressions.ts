import type { FunctionBuilder } from '../../src/ir/builder';
import { binary, compare, constant, convert, i64, load, math, select, unary } from '../../src/ir/expressions';
import type { Address, Expression, LocalExpression } from '../../src/ir/nodes';
import { isFloatScalar, scalarSize } from '../../src/ir/scalarType';
import { seededRandom } from './compiled';
import {
  type ArrayParts,
  integerTypes,
  loopTypes,
  pick,
  type LoopType as Type,
  randomIndex,
  wrappingIndex,
} from './randomPlaces';

/** What an iteration of a random loop may compute, read and store. */
export class ExpressionGenerator {
  protected readonly random: () => number;
  protected readonly arrays: ArrayParts[] = [];
  protected readonly temporaries = new Map<Type, LocalExpression[]>();
  protected b!: FunctionBuilder;
  protected k!: Expression;
  protected x!: Expression;
  protected indices: LocalExpression[] = [];
  /** Whether places may count from the end of an array. */
  protected wraps = false;

  constructor(seed: number) {
    this.random = seededRandom(seed * 7919);
  }

  protected store(value: Expression): void {
    const array = this.pick(this.arrays);
    this.b.store(this.element(array), convert(value, array.type));
  }

  protected element({ type, data }: ArrayParts): Address {
    const choose = this.wraps && this.random() < 0.6 ? wrappingIndex : randomIndex;
    const index = choose({ random: this.random, indices: this.indices, k: this.k });
    return { base: data, index, scale: scalarSize(type) };
  }

  protected pick = <T>(items: readonly T[]): T => pick(this.random, items);

  protected condition(depth: number): Expression {
    const type = this.pick(loopTypes);
    const op = this.pick(['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const);
    const one = compare(op, this.expression(type, depth), this.expression(type, depth - 1));
    if (depth === 0 || this.random() < 0.6) return one;
    if (this.random() < 0.3) return unary('not', one);
    return binary(this.pick(['and', 'or', 'xor'] as const), one, this.condition(depth - 1));
  }

  protected expression(type: Type, depth: number): Expression {
    if (depth <= 0 || this.random() < 0.15) return this.leaf(type);
    const inner = (other: Type = type) => this.expression(other, depth - 1);
    const roll = this.random();
    if (roll < 0.15) return convert(inner(this.pick(loopTypes)), type);
    if (roll < 0.25) return select(this.condition(1), inner(), inner());
    if (roll < 0.28) return convert(this.condition(1), type);
    if (isFloatScalar(type)) {
      if (roll < 0.36) return math(this.pick(['exp', 'log', 'sin', 'cos'] as const), inner());
      // The sign of a NaN is nobody's business, so copysign never sees one.
      if (roll < 0.39) return binary('copysign', inner(), convert(inner('i32'), type));
      if (roll < 0.5)
        return unary(
          this.pick(['neg', 'abs', 'floor', 'ceil', 'trunc', 'nearest', 'sqrt'] as const),
          inner(),
        );
      return binary(this.pick(['add', 'sub', 'mul', 'div', 'min', 'max'] as const), inner(), inner());
    }
    if (roll < 0.36) return unary(this.pick(['neg', 'not', 'abs'] as const), inner());
    if (roll < 0.44)
      return binary(
        this.pick(['floordiv', 'floormod', 'shl', 'shr', 'rem', 'div'] as const),
        inner(),
        constant(type, this.pick([1, 2, 3, 4, 7, 10, 16])),
      );
    if (roll < 0.55) return convert(this.widened(depth), type);
    return binary(
      this.pick(['add', 'sub', 'mul', 'and', 'or', 'xor', 'min', 'max'] as const),
      inner(),
      inner(),
    );
  }

  /** An integer as Python computes it, in 64 bits whatever it is made of. */
  protected widened(depth: number): Expression {
    const operand = (): Expression => {
      if (depth > 1 && this.random() < 0.3) return this.widened(depth - 1);
      return convert(this.leaf(this.pick(integerTypes)), 'i64');
    };
    const roll = this.random();
    if (roll < 0.15)
      return binary(
        this.pick(['floordiv', 'floormod', 'shr'] as const),
        operand(),
        i64(this.pick([2, 3, 10])),
      );
    if (roll < 0.25) return select(compare('lt', operand(), operand()), operand(), operand());
    if (roll < 0.35) return unary(this.pick(['neg', 'not', 'abs'] as const), operand());
    const op = this.pick(['add', 'sub', 'mul', 'and', 'or', 'xor', 'min', 'max'] as const);
    return binary(op, operand(), operand());
  }

  protected leaf(type: Type): Expression {
    const known = this.temporaries.get(type);
    if (known && this.random() < 0.4) return this.pick(known);
    const arrays = this.arrays.filter((array) => array.type === type);
    if (arrays.length > 0 && this.random() < 0.7) {
      const array = this.pick(arrays);
      return load(type, this.element(array));
    }
    if (type === 'i64' && this.random() < 0.4) return this.pick([...this.indices, this.k]);
    if (type === 'f64' && this.random() < 0.4) return this.x;
    if (isFloatScalar(type)) return constant(type, this.pick([0, -0, 1, -1.5, 0.5, 1e10, 3]));
    return constant(type, this.pick([0, 1, 2, 3, 7, 100]));
  }
}
