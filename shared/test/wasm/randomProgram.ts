import { FunctionBuilder } from '../../src/ir/builder';
import {
  add,
  binary,
  call,
  compare,
  constant,
  convert,
  i32,
  i64,
  load,
  select,
  sub,
  unary,
  wrapIndex,
} from '../../src/ir/expressions';
import type { Expression, LocalExpression, ModuleIR } from '../../src/ir/nodes';
import { arrayOf, moduleOf, scalar, seededRandom } from './compiled';

const types = ['i64', 'f64', 'i32', 'u8'] as const;
type Type = (typeof types)[number];

/**
 * A random function over scalars, two arrays of eight int64 that may overlap, and a block of its own, which always ends.
 */
export function randomProgram(seed: number): ModuleIR {
  return new Generator(seed).build();
}

class Generator {
  private readonly random: () => number;
  private readonly b = new FunctionBuilder('f', {
    kind: 'tuple',
    elements: types.map((type) => scalar(type)),
  });
  private readonly variables: Record<Type, LocalExpression[]> = { i64: [], f64: [], i32: [], u8: [] };
  /** Loop indices in scope, which may be read but not set. */
  private readonly indices: LocalExpression[] = [];
  /** Data pointers of arrays of eight; the last is allocated by the function itself. */
  private data: Expression[] = [];
  private length!: Expression;
  private budget = 60;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  build(): ModuleIR {
    const { b } = this;
    const parts = b.parameter('a', arrayOf('i64'));
    const overlapping = b.parameter('c', arrayOf('i64'));
    const own = b.local('ptr', 'own');
    b.set(own, call('rt.allocate', 'ptr', i32(64)));
    b.memoryFill(own, i32(0), i32(64));
    this.data = [parts[1]!, overlapping[1]!, own];
    this.length = parts[2]!;
    for (const type of types) {
      this.variables[type].push(b.parameter(`x_${type}`, scalar(type))[0]!);
      for (let i = 0; i < 2; i++) {
        const local = b.local(type, `${type}_${i}`);
        b.set(local, this.constant(type));
        this.variables[type].push(local);
      }
    }
    this.statements(3);
    b.return(types.map((type) => this.variables[type][1]!));
    return moduleOf(b.finish());
  }

  private pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)]!;
  }

  private statements(depth: number): void {
    const count = 1 + Math.floor(this.random() * 5);
    for (let i = 0; i < count; i++) this.statement(depth);
  }

  private statement(depth: number): void {
    const { b } = this;
    if (--this.budget < 0 || depth === 0 || this.random() < 0.45) {
      const type = this.pick(types);
      b.set(this.pick(this.variables[type]), this.expression(type, 3));
      return;
    }
    const kind = Math.floor(this.random() * 8);
    if (kind === 0) b.store(this.element(), this.expression('i64', 2));
    else if (kind === 1) {
      b.if(
        this.condition(2),
        () => this.statements(depth - 1),
        this.random() < 0.5 ? () => this.statements(depth - 1) : undefined,
      );
    } else if (kind === 2) this.counted(depth);
    else if (kind === 6) this.counting(depth);
    else if (kind === 7) {
      const place = this.element();
      b.store(place, add(load('i64', place), this.expression('i64', 2)));
    } else if (kind === 3) {
      b.block((label) => {
        this.statements(depth - 1);
        b.if(this.condition(2), () => b.break(label));
        this.statements(depth - 1);
      });
    } else if (kind === 4) {
      b.try(
        () => {
          this.statements(depth - 1);
          b.if(this.condition(2), () => b.raise({ name: 'E', message: 'e' }));
          this.statements(depth - 1);
        },
        () => this.statements(depth - 1),
      );
    } else b.if(this.condition(3), () => b.raise({ name: 'E', message: '{0}' }, [this.expression('i64', 1)]));
  }

  private counted(depth: number): void {
    const { b } = this;
    const step = this.pick([1, 1, 1, 2, 3, -1, -2]);
    const [start, stop] = step > 0 ? [0, 8] : [7, -1];
    const dynamic = this.random() < 0.4;
    const bounds = {
      start: i64(start),
      stop: dynamic && step > 0 ? this.length : i64(stop),
      step: i64(step),
    };
    b.for(bounds, (index, label) => {
      this.indices.push(index);
      this.statements(depth - 1);
      if (this.random() < 0.3) b.if(this.condition(2), () => b.continue(label));
      if (this.random() < 0.3) b.if(this.condition(2), () => b.break(label));
      this.statements(depth - 1);
      this.indices.pop();
    });
  }

  /** A `while` loop over a position that halves, doubles or counts, as sorting does. */
  private counting(depth: number): void {
    const { b } = this;
    const position = b.local('i64', 'position');
    const doubles = this.random() < 0.4;
    b.set(position, i64(doubles ? 0 : 7));
    b.loop((label) => {
      const more = compare(doubles ? 'lt' : 'gt', position, doubles ? this.length : i64(0));
      b.if(unary('not', more), () => b.break(label));
      this.indices.push(position);
      this.statements(depth - 1);
      if (this.random() < 0.3) b.if(this.condition(2), () => b.break(label));
      this.statements(depth - 1);
      this.indices.pop();
      const step = this.pick([sub(position, i64(1)), binary('floordiv', position, i64(2))]);
      b.set(position, doubles ? add(binary('mul', position, i64(2)), i64(1)) : step);
    });
    this.indices.push(position);
    this.statements(1);
    this.indices.pop();
  }

  /** An element of an array: by a loop index, or by any number brought into range. */
  private element() {
    const { b } = this;
    if (this.indices.length > 0 && this.random() < 0.7) {
      const near = add(this.pick(this.indices), i64(this.pick([0, 0, 0, -1, 1, -3])));
      const checked = b.checkIndex(
        wrapIndex(near, this.length),
        this.length,
        { name: 'IndexError', message: '' },
        false,
      );
      return { base: this.pick(this.data), index: checked, scale: 8 };
    }
    const anywhere = binary('floormod', this.expression('i64', 1), i64(8));
    return { base: this.pick(this.data), index: anywhere, scale: 8, offset: 0 };
  }

  private condition(depth: number): Expression {
    const type = this.pick(types);
    const op = this.pick(['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const);
    const one = compare(op, this.expression(type, depth - 1), this.expression(type, depth - 1));
    if (depth <= 1 || this.random() < 0.6) return one;
    return this.random() < 0.3
      ? unary('not', one)
      : binary(this.pick(['and', 'or', 'xor'] as const), one, this.condition(depth - 1));
  }

  private expression(type: Type, depth: number): Expression {
    if (depth === 0 || this.random() < 0.25) return this.leaf(type);
    const inner = (other: Type = type) => this.expression(other, depth - 1);
    const roll = this.random();
    if (roll < 0.15) return convert(inner(this.pick(types)), type);
    if (roll < 0.25) return select(this.condition(1), inner(), inner());
    if (roll < 0.35 && type === 'i64') return load('i64', this.element());
    if (type === 'f64') {
      if (roll < 0.5) return unary(this.pick(['neg', 'abs', 'floor', 'trunc', 'nearest'] as const), inner());
      return binary(
        this.pick(['add', 'sub', 'mul', 'div', 'min', 'max', 'floordiv', 'floormod'] as const),
        inner(),
        inner(),
      );
    }
    if (roll < 0.45) return unary(this.pick(['neg', 'not', 'abs', 'popcnt'] as const), inner());
    if (roll < 0.6) {
      const byLength = type === 'i64' && this.random() < 0.3;
      const divisor = byLength ? this.length : this.constant(type, true);
      return binary(this.pick(['div', 'rem', 'floordiv', 'floormod'] as const), inner(), divisor);
    }
    return binary(
      this.pick(['add', 'sub', 'mul', 'and', 'or', 'xor', 'shl', 'shr', 'min', 'max'] as const),
      inner(),
      inner(),
    );
  }

  private leaf(type: Type): Expression {
    if (type === 'i64' && this.indices.length > 0 && this.random() < 0.4) return this.pick(this.indices);
    return this.random() < 0.4 ? this.constant(type) : this.pick(this.variables[type]);
  }

  private constant(type: Type, nonZero = false): Expression {
    if (type === 'f64') return constant(type, this.pick([0, -0, 1, -1.5, 0.1, 1e10, 3]));
    const values = type === 'u8' ? [1, 2, 3, 8, 200, 255] : [1, 2, -1, -3, 7, 8, 1000, 2 ** 31 - 1];
    return constant(type, this.pick(nonZero ? values : [0, ...values]));
  }
}
