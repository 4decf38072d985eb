import { expect, it } from 'vitest';
import { hoistInvariants } from '../../src/passes/hoistInvariants';
import { lines, runPass } from './passText';

it('computes what a chain of locals in a loop comes to before the loop', () => {
  const { body } = runPass(
    hoistInvariants,
    `func f(x: array(f64, 1), n: i64, c: f64) -> none {
  local i: i64
  local y, z: f64
  for l i = 0 to n step 1 {
    y = f64(n) / c
    z = y * 2.0
    f64[x.1 + i * 8] = z
  }
  return
}`,
  );
  expect(body).toBe(
    lines(`
    inv0 = f64(n) / c
    inv1 = inv0 * 2.0
    for l i = 0 to n step 1 {
      y = inv0
      z = inv1
      f64[x.1 + i * 8] = inv1
    }
    return`),
  );
});

it('leaves what is read before it is set, or set twice', () => {
  const { body } = runPass(
    hoistInvariants,
    `func f(x: array(f64, 1), n: i64, c: f64) -> none {
  local i: i64
  local y, z: f64
  for l i = 0 to n step 1 {
    f64[x.1 + i * 8] = y * 2.0
    y = c + 1.0
    z = c * 3.0
    if i > 3 {
      z = c * 4.0
    }
    f64[x.1 + i * 8] = z * 2.0
  }
  return
}`,
  );
  expect(body).toContain('= y * 2.0');
  expect(body).toContain('= z * 2.0');
});
