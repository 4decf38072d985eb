import { describe, expect, it } from 'vitest';
import { propagateCopies } from '../../src/passes/propagateCopies';
import { lines, runPass } from './passText';

const after = (text: string) => runPass(propagateCopies, text).body;

describe('propagating copies', () => {
  it('reads the loop index itself, and drops the copy', () => {
    const loop = `
func f(a: array(f64, 1)) -> f64 {
  local i, k: i64
  local s: f64
  for l i = 0 to a.2 step 1 {
    k = i
    s = s + f64[a.1 + k * 8]
  }
  return s
}`;
    expect(after(loop)).toBe(
      lines(`
      for l i = 0 to a.2 step 1 {
        s = s + f64[a.1 + i * 8]
      }
      return s`),
    );
  });

  it('keeps a copy that is read after its source changed', () => {
    const swap = `
func f(x: i64, y: i64) -> i64 {
  local t: i64
  t = x
  x = y
  y = t
  return x - y
}`;
    expect(after(swap)).toBe(
      lines(`
      t = x
      x = y
      y = t
      return x - t`),
    );
  });

  it('knows at a meeting only what both sides agree on', () => {
    const meeting = `
func f(x: i64, c: bool) -> i64 {
  local a, b: i64
  if c {
    a = 1
    b = 2
  } else {
    a = 1
    b = 3
  }
  return a + b + x
}`;
    expect(after(meeting)).toContain('return 1 + b + x');
  });

  it('forgets what a loop assigns before its first iteration', () => {
    const loop = `
func f(n: i64) -> i64 {
  local s, i: i64
  s = 0
  for l i = 0 to n step 1 {
    s = s + 2
  }
  return s
}`;
    expect(after(loop)).toContain('s = s + 2');
    expect(after(loop)).toContain('return s');
  });

  it('still evaluates what may fail or has effects', () => {
    const call = `
func f(n: i64) -> none {
  local p: ptr
  local q: i64
  p = call ptr rt.allocate(8i32)
  q = 8 // n
  return
}`;
    expect(after(call)).toBe('eval call ptr rt.allocate(8i32)\neval 8 // n\nreturn');
  });
});
