import { FunctionBuilder } from '../../src/ir/builder';
import {
  add,
  binary,
  compare,
  constant,
  convert,
  i64,
  load,
  select,
  sub,
  unary,
} from '../../src/ir/expressions';
import type { Address, Expression, LocalExpression, ModuleIR } from '../../src/ir/nodes';
import { isFloatScalar, scalarSize } from '../../src/ir/scalarType';
import { arrayOf, moduleOf, scalar } from './compiled';
import { ExpressionGenerator } from './randomExpressions';
import { loopTypes, type LoopType as Type } from './randomPlaces';

/**
 * A random function whose loops a vectoriser may take, over three arrays of `arrayLength` elements, of types that the seed
 * chooses. It returns the arrays and some numbers; `n` must be below 100, `k` between -8 and 8.
 */
export function randomLoops(seed: number): { readonly module: ModuleIR; readonly types: readonly Type[] } {
  return new LoopGenerator(seed).build();
}

class LoopGenerator extends ExpressionGenerator {
  private n!: Expression;
  /** What loops sum up beside the count and the extreme, in types of the seed's choice. */
  private accumulators: readonly LocalExpression[] = [];
  /** The index of the last iteration. */
  private last!: LocalExpression;

  build(): { module: ModuleIR; types: readonly Type[] } {
    const types = [0, 1, 2].map(() => this.pick(loopTypes));
    const accumulated = [0, 1].map(() => this.pick(loopTypes));
    if (this.random() < 0.4) types[1] = types[0]!;
    this.b = new FunctionBuilder('f', {
      kind: 'tuple',
      elements: [
        ...types.map((type) => arrayOf(type)),
        scalar('i64'),
        scalar('f64'),
        ...accumulated.map((type) => scalar(type)),
        scalar('i64'),
      ],
    });
    const { b } = this;
    const parts = types.map((type, i) => b.parameter(`a${i}`, arrayOf(type)));
    for (const [i, type] of types.entries()) this.arrays.push({ type, data: parts[i]![1]! });
    this.n = b.parameter('n', scalar('i64'))[0]!;
    this.k = b.parameter('k', scalar('i64'))[0]!;
    this.x = b.parameter('x', scalar('f64'))[0]!;
    const [count, extreme] = [b.local('i64', 'count'), b.local('f64', 'extreme')];
    b.set(count, i64(0));
    b.set(extreme, this.x);
    this.accumulators = accumulated.map((type, i) => b.local(type, `s${i}`));
    for (const local of this.accumulators)
      b.set(local, convert(this.random() < 0.5 ? this.k : i64(0), local.type as Type));
    this.last = b.local('i64', 'last');
    b.set(this.last, this.k);
    for (let i = 0; i < 2; i++) this.loop(count, extreme);
    if (this.random() < 0.7) this.serial();
    const results = () => [...parts.flat(), count, extreme, ...this.accumulators, this.last];
    if (this.random() < 0.5) this.sums(extreme, () => b.return(results()));
    if (this.random() < 0.7) this.reassigning(count, extreme);
    if (this.random() < 0.6) this.searching(count, extreme);
    if (this.random() < 0.4) this.rows(extreme);
    b.return(results());
    return { module: moduleOf(b.finish()), types };
  }

  private loop(count: LocalExpression, extreme: LocalExpression): void {
    const { b } = this;
    this.temporaries.clear();
    const start = this.random() < 0.2 ? add(this.k, i64(8)) : i64(this.pick([8, 8, 9, 16]));
    this.wraps = this.random() < 0.3;
    const up = { start, stop: this.n, step: i64(this.random() < 0.6 ? 1 : this.pick([2, 3, 7])) };
    const down = { start: sub(this.n, i64(1)), stop: i64(8), step: i64(this.pick([-1, -1, -2])) };
    b.for(this.random() < 0.25 ? down : up, (index, label) => {
      this.indices = [index];
      if (this.random() < 0.2) this.chain(() => b.continue(label));
      if (this.random() < 0.2) b.set(this.last, add(index, i64(this.pick([0, 1]))));
      if (this.random() < 0.6) this.accumulate();
      this.statements(1 + Math.floor(this.random() * 3), 2);
      if (this.random() < 0.3) {
        const total = b.local('f64', 'total');
        b.set(total, constant('f64', 0));
        b.for({ start: i64(0), stop: i64(this.pick([1, 3, 5])) }, (inner) => {
          this.indices = [index, inner];
          b.set(total, add(total, this.expression('f64', 2)));
          if (this.random() < 0.3) this.statements(1, 1);
        });
        this.indices = [index];
        this.store(total);
      }
      if (this.random() < 0.2) this.divergent();
      if (this.random() < 0.3) {
        const op = this.pick(['add', 'sub', 'xor', 'and', 'or', 'min', 'max', 'mul'] as const);
        b.set(count, binary(op, count, this.random() < 0.5 ? this.widened(1) : this.expression('i64', 2)));
      }
      if (this.random() < 0.2) {
        const op = this.pick(['add', 'sub'] as const);
        b.if(this.condition(1), () => b.set(count, binary(op, count, i64(1))));
      }
      if (this.random() < 0.2) {
        const value = b.local('f64', 'value');
        b.set(value, this.expression('f64', 2));
        const better = compare(this.pick(['lt', 'gt'] as const), value, extreme);
        if (this.random() < 0.5) b.set(extreme, select(better, value, extreme));
        else b.if(better, () => b.set(extreme, value));
      } else if (this.random() < 0.3) {
        const add = () =>
          b.set(extreme, binary(this.pick(['add', 'sub'] as const), extreme, this.expression('f64', 2)));
        if (this.random() < 0.5) b.if(this.condition(1), add);
        else add();
      } else if (this.random() < 0.25) {
        const op = this.pick(['min', 'max'] as const);
        b.set(extreme, binary(op, extreme, this.expression('f64', 2)));
      }
    });
    this.wraps = false;
  }

  /** A condition of several parts, each asked if those before leave it open, as Python's `and` and `or` are. */
  private chain(leave: () => void): void {
    const all = this.b.local('bool', 'all');
    const test = (): Expression => (this.random() < 0.5 ? all : unary('not', all));
    const parts = (depth: number, goesOn: Expression): void => {
      this.b.set(all, this.condition(1));
      if (depth > 0) this.b.if(goesOn, () => parts(depth - 1, goesOn));
    };
    parts(this.pick([1, 2]), test());
    this.b.if(test(), this.random() < 0.5 ? leave : () => this.statements(1, 1));
  }

  /** Statements that carry the accumulators on, each in a way of its own. */
  private accumulate(): void {
    const { b } = this;
    for (const local of this.accumulators) {
      if (this.random() < 0.3) continue;
      const type = local.type as Type;
      const float = isFloatScalar(type);
      const small = () =>
        this.random() < 0.5 ? this.condition(1) : this.leaf(this.pick(['u8', 'i8', 'i16', 'u16'] as const));
      const each = this.random() < 0.4 ? convert(small(), type) : this.expression(type, 2);
      const op = this.pick(
        float
          ? (['add', 'sub', 'mul', 'min', 'max'] as const)
          : (['add', 'sub', 'mul', 'min', 'max', 'and', 'or', 'xor'] as const),
      );
      const roll = this.random();
      let next = binary(op, local, each);
      if (roll < 0.12) next = binary('sub', each, local);
      else if (roll < 0.18) next = unary('neg', binary('add', local, each));
      else if (roll < 0.24) next = binary('sub', binary('sub', local, each), this.expression(type, 1));
      else if (roll < 0.3) next = binary('sub', local, binary('sub', each, this.expression(type, 1)));
      else if (roll < 0.36)
        next = binary(op, local, this.pick(this.accumulators.filter((one) => one.type === type)));
      else if (roll < 0.44) next = select(this.condition(1), next, local);
      else if (roll < 0.5) next = select(this.condition(1), each, local);
      const save = () => b.set(local, next);
      if (this.random() < 0.2) b.if(this.condition(1), save);
      else save();
      if (this.random() < 0.15) this.store(local);
    }
  }

  /** A loop whose iterations hand values on through memory: to the next one, or in a place that all change. */
  private serial(): void {
    const { b } = this;
    const { type, data } = this.pick(this.arrays);
    const scale = scalarSize(type);
    this.temporaries.clear();
    const loop =
      this.random() < 0.8 ? { start: i64(8), stop: this.n } : { start: this.n, stop: i64(8), step: i64(-1) };
    b.for(loop, (index) => {
      this.indices = [index];
      const at = (distance: number): Address => ({ base: data, index: add(index, i64(distance)), scale });
      const total: Address = { base: data, index: add(this.k, i64(10)), scale };
      if (this.random() < 0.5) {
        const before = [1, 2].slice(0, this.pick([1, 1, 2])).map((distance) => load(type, at(-distance)));
        b.store(at(0), before.reduce<Expression>(add, this.expression(type, 2)));
      } else b.store(total, add(load(type, total), this.expression(type, 2)));
      if (this.random() < 0.3) b.if(this.condition(1), () => b.store(total, this.expression(type, 1)));
    });
  }

  /** Loops over one range that only read, and between them what may keep one from running beside the other. */
  private sums(extreme: LocalExpression, leave: () => void): void {
    const { b } = this;
    const passing = b.local('f64', 'passing');
    const totals = [b.local('f64', 'total'), b.local('f64', 'total'), b.local('f32', 'total')];
    for (const total of totals) {
      b.set(total, constant(total.type, 0));
      if (this.random() < 0.3) b.set(extreme, add(extreme, this.pick(totals.slice(0, 2))));
      if (this.random() < 0.2) b.if(compare('gt', extreme, constant('f64', 5)), leave);
      if (this.random() < 0.15) {
        this.indices = [add(this.k, i64(8)) as LocalExpression];
        this.store(extreme);
      }
      const stop = this.random() < 0.8 ? this.n : i64(40);
      b.for({ start: i64(8), stop }, (index) => {
        this.temporaries.clear();
        this.indices = [index];
        const value = this.random() < 0.5 ? passing : b.local('f64', 'value');
        b.set(value, this.expression('f64', 2));
        const goesOn = this.random() < 0.8 ? total : this.pick(totals);
        const each = goesOn.type === 'f64' ? value : convert(value, 'f32');
        b.set(goesOn, binary(this.pick(['add', 'sub', 'mul'] as const), goesOn, each));
      });
    }
    for (const total of totals) b.set(extreme, add(extreme, convert(total, 'f64')));
    b.set(extreme, add(extreme, passing));
  }

  /** A loop whose locals are read, stored and summed up as they are, and set again after that; some outlive it. */
  private reassigning(count: LocalExpression, extreme: LocalExpression): void {
    const { b } = this;
    this.temporaries.clear();
    const types = (['f64', 'i64'] as const).map((type) => this.pick([type, this.pick(loopTypes)]));
    const locals = types.map((type) => b.local(type, 'again'));
    const flag = b.local('bool', 'flag');
    for (const local of locals) b.set(local, constant(local.type, 0));
    const step = (depth: number): void => {
      const local = this.pick(locals);
      const type = local.type as Type;
      const roll = this.random();
      if (roll < 0.3) b.set(local, this.expression(type, 1));
      else if (roll < 0.55) this.store(local);
      else if (roll < 0.65) b.set(count, add(count, convert(local, 'i64')));
      else if (roll < 0.75) b.set(extreme, add(extreme, convert(local, 'f64')));
      else if (roll < 0.85) b.set(flag, this.condition(1));
      else if (depth > 0) {
        const inside = () => {
          for (let i = 0; i < 3; i++) step(depth - 1);
        };
        b.if(flag, inside, this.random() < 0.4 ? inside : undefined);
      }
    };
    b.for({ start: i64(8), stop: this.n }, (index) => {
      this.indices = [index];
      b.set(flag, this.condition(1));
      for (const local of locals) b.set(local, this.expression(local.type as Type, 1));
      for (let i = 0; i < 7; i++) step(2);
    });
    const kept = locals.filter(() => this.random() < 0.5);
    for (const local of kept) b.set(extreme, add(extreme, convert(local, 'f64')));
  }

  /** A loop that each iteration leaves at a time of its own. */
  private divergent(): void {
    const { b } = this;
    const [rounds, y] = [b.local('i64', 'rounds'), b.local('f64', 'y')];
    b.set(rounds, i64(0));
    b.set(y, this.expression('f64', 1));
    b.loop((label) => {
      b.if(compare('ge', rounds, i64(6)), () => b.break(label));
      b.if(unary('not', compare('lt', y, constant('f64', 3))), () => b.break(label));
      b.set(y, add(binary('mul', y, y), this.x));
      b.set(rounds, add(rounds, i64(1)));
    });
    this.store(rounds);
    this.store(y);
  }

  /** A loop that keeps its best value and what goes with it, beside what it may count and sum up. */
  private searching(count: LocalExpression, extreme: LocalExpression): void {
    const { b } = this;
    const [type, other] = [this.pick(loopTypes), this.pick(loopTypes)];
    const [best, where, kept] = [b.local(type, 'best'), b.local('i64', 'where'), b.local(other, 'kept')];
    const position = b.local('i64', 'position');
    b.set(best, convert(this.pick([this.x, this.k]), type));
    for (const local of [where, kept, position]) b.set(local, constant(local.type, 0));
    const start = this.random() < 0.3 ? add(this.k, i64(8)) : i64(8);
    b.for({ start, stop: this.n }, (index) => {
      this.temporaries.clear();
      this.indices = [index];
      const counting = () => b.set(position, add(position, i64(this.pick([1, 3]))));
      const first = this.random() < 0.3;
      if (first) counting();
      const value = b.local(type, 'value');
      b.set(value, this.expression(type, 2));
      const op = this.pick(['lt', 'gt', 'le', 'ge'] as const);
      const better = this.random() < 0.7 ? compare(op, value, best) : compare(op, best, value);
      const note = () => {
        const places = [index, position, add(index, this.k), count, this.expression('i64', 1)];
        const sets = [
          () => b.set(best, value),
          () => b.set(where, this.pick(places)),
          () => this.random() < 0.4 && b.set(kept, this.expression(other, 1)),
        ];
        for (const set of this.random() < 0.7 ? sets : sets.reverse()) set();
      };
      if (this.random() < 0.3) b.if(this.condition(1), () => b.if(better, note));
      else b.if(better, note);
      if (this.random() < 0.3) b.set(count, add(count, this.expression('i64', 1)));
      if (this.random() < 0.15) this.store(value);
      if (!first && this.random() < 0.6) counting();
    });
    for (const local of [where, position]) b.set(count, add(binary('mul', count, i64(31)), local));
    for (const local of [best, kept]) b.set(extreme, add(extreme, convert(local, 'f64')));
  }

  /** Sums in order, inside another loop. */
  private rows(extreme: LocalExpression): void {
    const { b } = this;
    const total = b.local(this.pick(['f64', 'f64', 'f32'] as const), 'row');
    b.for({ start: i64(0), stop: i64(this.pick([1, 3])) }, (row) => {
      b.set(total, constant(total.type, 0));
      b.for({ start: i64(8), stop: this.n }, (index) => {
        this.temporaries.clear();
        this.indices = [index];
        b.set(total, add(total, this.expression(total.type as Type, 2)));
        if (this.random() < 0.2) this.statements(1, 1);
      });
      b.set(extreme, sub(binary('mul', extreme, convert(row, 'f64')), convert(total, 'f64')));
    });
  }

  private statements(count: number, depth: number): void {
    for (let i = 0; i < count; i++) {
      const roll = this.random();
      if (roll < 0.35) {
        const type = this.pick(loopTypes);
        const local = this.b.local(type, type);
        this.b.set(local, this.expression(type, 3));
        if (depth === 2) this.temporaries.set(type, [...(this.temporaries.get(type) ?? []), local]);
      } else if (roll < 0.6 && depth > 0) {
        const both = this.random() < 0.5;
        const condition = this.condition(2);
        const target = this.pick(this.arrays);
        const place = this.element(target);
        const save = () => this.b.store(place, this.expression(target.type, 2));
        const changed = [...this.temporaries.values()].flat();
        const body = () => {
          if (both) save();
          else this.statements(1, depth - 1);
          const local = changed.length > 0 ? this.pick(changed) : undefined;
          if (local && this.random() < 0.5) this.b.set(local, this.expression(local.type as Type, 1));
        };
        this.b.if(condition, body, this.random() < 0.5 || both ? body : undefined);
      } else this.store(this.expression(this.pick(loopTypes), 3));
    }
  }
}
