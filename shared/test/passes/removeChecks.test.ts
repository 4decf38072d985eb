import { describe, expect, it } from 'vitest';
import { FunctionBuilder } from '../../src/ir/builder';
import { binary, gt, i64, load, lt, not, sub, wrapIndex } from '../../src/ir/expressions';
import type { Expression, FunctionIR } from '../../src/ir/nodes';
import { forEachExpression } from '../../src/ir/walk';
import { removeChecks } from '../../src/passes/ranges/removeChecks';
import { verify } from '../../src/ir/verifier';
import { lines, runPass } from './passText';

const none = { kind: 'none' } as const;
const int = { kind: 'scalar', scalar: 'i64' } as const;
const array = { kind: 'array', element: { kind: 'scalar', scalar: 'f64' }, ndim: 1 } as const;
const outOfBounds = { name: 'IndexError', message: 'index is out of bounds' };

/** Counts what is left of the index checks in a function of an array of `n` elements and a number `k`. */
function remaining(
  build: (ir: FunctionBuilder, n: Expression, read: (index: Expression) => Expression, k: Expression) => void,
) {
  const ir = new FunctionBuilder('f', none);
  const [, data, n] = ir.parameter('a', array);
  const [k] = ir.parameter('k', int);
  const read = (index: Expression) =>
    load('f64', { base: data!, index: ir.checkIndex(wrapIndex(index, n!), n!, outOfBounds, true), scale: 8 });
  build(ir, n!, read, k!);
  ir.return([]);
  const before = ir.finish();
  const after = removeChecks(before, () => {});
  expect(verify({ name: 'm', entry: 'f', data: [], functions: [after] })).toEqual([]);
  return count(after);
}

function count(fn: FunctionIR) {
  let wraps = 0;
  let checks = 0;
  forEachExpression(fn.body, (one) => {
    if (one.op === 'wrapIndex') wraps++;
    if (one.op === 'checkIndex') checks++;
  });
  return { wraps, checks };
}

const gone = { wraps: 0, checks: 0 };
const kept = { wraps: 1, checks: 1 };

/** A loop over an array of `n` elements around an access at `k`. */
const counting = (stop: string, body: string) => `
func f(a: array(f64, 1), n: i64) -> f64 {
  local i, k, t: i64
  local s: f64
  k = 0
  t = -3
  for l i = 0 to ${stop} step 3 {
    ${body}
  }
  return s
}`;

describe('a place that is counted beside the index', () => {
  const read = (place: string) => `s = s + f64[a.1 + wrapIndex(${place}, a.2) * 8]`;

  it.each([
    ['a.2', `${read('k + 3')}\n k = k + 4`],
    ['a.2', `if s > 1.0 {\n ${read('k + 1')}\n k = k + 1\n }\n k = k + 2`],
    ['1000', `t = k + 2\n ${read('t + 1')}\n k = t`],
  ])('is not negative where the loop to %s ends before it could wrap around: %s', (stop, body) => {
    expect(runPass(removeChecks, counting(stop, body)).body).not.toContain('wrapIndex');
  });

  it.each([
    ['of an end that nothing is known of', 'n', `${read('k + 3')}\n k = k + 4`],
    ['counted in a loop inside', 'a.2', `for m t = 0 to n step 1 {\n ${read('k + 3')}\n k = k + 4\n }`],
    ['set from what an iteration finds', 'a.2', `${read('k')}\n k = t + 1\n t = k`],
  ])('may be negative: %s', (_, stop, body) => {
    expect(runPass(removeChecks, counting(stop, body)).body).toContain('wrapIndex');
  });
});

describe('removing index checks', () => {
  it('trusts the index of a loop over the whole array', () => {
    expect(
      remaining((ir, n, read) => ir.for({ start: i64(0), stop: n }, (i) => ir.evaluate(read(i)))),
    ).toEqual(gone);
  });

  it('follows neighbours inside a shortened loop', () => {
    const stencil = remaining((ir, n, read) =>
      ir.for({ start: i64(1), stop: sub(n, i64(1)) }, (i) =>
        ir.evaluate(read({ op: 'add', type: 'i64', left: i, right: i64(1) })),
      ),
    );
    expect(stencil).toEqual(gone);
    const left = remaining((ir, n, read) =>
      ir.for({ start: i64(1), stop: n }, (i) => ir.evaluate(read(sub(i, i64(1))))),
    );
    expect(left).toEqual(gone);
  });

  it('keeps what nothing proves', () => {
    expect(remaining((ir, _, read, k) => ir.evaluate(read(k)))).toEqual(kept);
    expect(
      remaining((ir, _, read, k) => ir.for({ start: i64(0), stop: k }, (i) => ir.evaluate(read(i)))),
    ).toEqual({
      wraps: 0,
      checks: 1,
    });
    const past = remaining((ir, n, read) =>
      ir.for({ start: i64(0), stop: n }, (i) =>
        ir.evaluate(read({ op: 'add', type: 'i64', left: i, right: i64(1) })),
      ),
    );
    expect(past).toEqual({ wraps: 0, checks: 1 });
    const before = remaining((ir, n, read) =>
      ir.for({ start: i64(0), stop: n }, (i) => ir.evaluate(read(sub(i, i64(1))))),
    );
    expect(before).toEqual({ wraps: 1, checks: 1 });
  });

  it('learns from conditions, and forgets on assignment', () => {
    const guarded = remaining((ir, n, read, k) =>
      ir.if(gt(k, i64(0)), () => ir.if(lt(k, n), () => ir.evaluate(read(k)))),
    );
    expect(guarded).toEqual(gone);
    const reassigned = remaining((ir, n, read, k) => {
      const x = ir.local('i64', 'x');
      ir.set(x, k);
      ir.if(gt(x, i64(0)), () =>
        ir.if(lt(x, n), () => {
          ir.set(x, sub(x, k));
          ir.evaluate(read(x));
        }),
      );
    });
    expect(reassigned).toEqual(kept);
  });

  it('sees through the insertion sort: a position that only counts down, under `pos > 0 and ...`', () => {
    const sort = remaining((ir, n, read) =>
      ir.for({ start: i64(0), stop: n }, (i) => {
        const pos = ir.local('i64', 'pos');
        const test = ir.local('bool', 'and');
        ir.set(pos, i);
        ir.loop((label) => {
          ir.set(test, gt(pos, i64(0)));
          ir.if(test, () => ir.set(test, gt(read(sub(pos, i64(1))), { op: 'const', type: 'f64', value: 1 })));
          ir.if(not(test), () => ir.break(label));
          ir.evaluate(read(sub(pos, i64(1))));
          ir.evaluate(read(pos));
          ir.set(pos, sub(pos, i64(1)));
        });
        ir.evaluate(read(pos));
      }),
    );
    expect(sort).toEqual(gone);
  });

  it('sees through the heap sort: positions that double, below an end that only goes down', () => {
    const text = `
func f(items: array(i64, 1)) -> none {
  local start, end, root, child: i64
  start = items.2 // 2
  end = items.2
  loop outer {
    if end <= 1 {
      break outer
    }
    if start > 0 {
      start = start - 1
    } else {
      end = end - 1
    }
    root = start
    child = root * 2 + 1
    loop inner {
      if child >= end {
        break inner
      }
      i64[items.1 + wrapIndex(root, items.2) * 8] = i64[items.1 + wrapIndex(child, items.2) * 8]
      root = child
      child = child * 2 + 1
    }
    i64[items.1 + wrapIndex(root, items.2) * 8] = 0
  }
  return
}`;
    const { body, remarks } = runPass(removeChecks, text);
    expect(body).not.toContain('wrapIndex');
    expect(remarks).toEqual([]);
  });

  it('drops a guess that an iteration breaks', () => {
    const text = `
func f(a: array(f64, 1), k: i64) -> none {
  local x: i64
  x = 0
  loop l {
    if x > 10 {
      break l
    }
    f64[a.1 + wrapIndex(x, a.2) * 8] = 1.0
    x = x - k
  }
  return
}`;
    expect(runPass(removeChecks, text).body).toContain('wrapIndex(x, a.2)');
  });

  it('steps round a ring without dividing, and needs no test for an empty one', () => {
    const text = `
func f(a: array(f64, 1)) -> f64 {
  local i, left, right: i64
  local s: f64
  for l i = 0 to a.2 step 1 {
    if a.2 == 0 {
      raise ZeroDivisionError("integer modulo by zero")
    }
    left = (i - 1) %% a.2
    right = (i + 1) %% a.2
    s = s + f64[a.1 + wrapIndex(left, a.2) * 8] * f64[a.1 + wrapIndex(right, a.2) * 8]
  }
  return s
}`;
    expect(runPass(removeChecks, text).body).toBe(
      lines(`
      for l i = 0 to a.2 step 1 {
        if false {
        }
        left = i - 1 < 0 ? i - 1 + a.2 : i - 1
        right = i + 1 >= a.2 ? i + 1 - a.2 : i + 1
        s = s + f64[a.1 + left * 8] * f64[a.1 + right * 8]
      }
      return s`),
    );
  });

  it('follows the middle of a binary search', () => {
    const text = `
func f(a: array(f64, 1), x: f64) -> i64 {
  local low, high, middle: i64
  low = 0
  high = a.2
  loop l {
    if low >= high {
      break l
    }
    middle = (low + high) // 2
    if f64[a.1 + wrapIndex(middle, a.2) * 8] < x {
      low = middle + 1
    } else {
      high = middle
    }
  }
  return low
}`;
    expect(runPass(removeChecks, text).body).not.toContain('wrapIndex');
  });

  it('keeps a division whose divisor or distance it does not know', () => {
    const text = `
func f(a: array(f64, 1), n: i64, k: i64) -> i64 {
  local i, s: i64
  for l i = 0 to a.2 step 1 {
    s = s + (i + 2) %% a.2 + (i - k) %% a.2 + i %% n
  }
  return s
}`;
    expect(runPass(removeChecks, text).body.match(/%%/g)).toHaveLength(3);
  });
});

describe('division by a constant', () => {
  const after = (body: string) =>
    runPass(removeChecks, `\nfunc f(n: i64) -> i64 {\n  local i, x: i64\n${body}\n  return x\n}`).body;

  it('truncates where nothing is negative', () => {
    const text = after(`
      for steps i = 0 to n step 1 {
        x = x + i %% 3 + i // 10
      }`);
    expect(text).toContain('x = x + i % 3 + i / 10');
  });

  it('rounds down where something may be, and masks powers of two', () => {
    const text = after(`
      for steps i = -5 to n step 1 {
        x = x + i %% 3
      }
      for others i = 0 to n step 1 {
        x = x + i %% 8
      }`);
    expect(text).toContain('i %% 3');
    expect(text).toContain('i %% 8');
  });

  it('bounds what it leaves', () => {
    const { wraps } = remaining((ir, _n, read) =>
      ir.for({ start: i64(0), stop: i64(100) }, (i) => {
        ir.evaluate(read(binary('floormod', i, i64(7))));
      }),
    );
    expect(wraps).toBe(0);
  });
});
