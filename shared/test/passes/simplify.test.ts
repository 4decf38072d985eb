import { describe, expect, it } from 'vitest';
import { simplify } from '../../src/passes/simplify';
import { lines, runPass } from './passText';

const returned = (type: string, expression: string) =>
  runPass(simplify, `func f(x: ${type}, y: ${type}) -> ${type} { return ${expression} }`).body.replace(
    'return ',
    '',
  );

describe('simplifying', () => {
  it.each([
    ['i64', '2 * 3 + x', 'x + 6'],
    ['i64', 'x + 3 - 1', 'x + 2'],
    ['i64', 'x - 1 + 1', 'x'],
    ['i64', '-7 // 2', '-4'],
    ['i64', '-7 %% 4', '1'],
    ['i64', 'x * 0', '0'],
    ['i32', '2147483647i32 + 1i32', '-2147483648i32'],
    ['u8', '200u8 + 100u8', '44u8'],
    ['f64', '1.5 + 2.5', '4.0'],
    ['f64', 'x + 0.0', 'x + 0.0'],
    ['f64', 'x * 1.0', 'x'],
    ['f64', '0.0 / 0.0', '0.0 / 0.0'],
    ['f32', '0.1f32 + 0.2f32', `${Math.fround(Math.fround(0.1) + Math.fround(0.2))}f32`],
    ['f64', 'f64(i64(3))', '3.0'],
  ])('%s: %s is %s', (type, before, after) => {
    expect(returned(type, before)).toBe(after);
  });

  it.each([
    ['i64', 'f64(x) == 3.0', 'x == 3'],
    ['u64', 'f64(x) < 3.0', 'x < 3u64'],
    ['u64', 'f64(x) > -1.0', 'f64(x) > -1.0'],
    ['i64', 'f64(x) == 2.5', 'f64(x) == 2.5'],
    ['i64', 'f64(x) == 9007199254740992.0', 'f64(x) == 9007199254740992.0'],
    ['i64', 'x <= x', 'true'],
    ['i64', 'x + y != x + y', 'false'],
    ['f64', 'x == x', 'x == x'],
  ])('of %s, %s is %s', (type, before, after) => {
    const { body } = runPass(simplify, `func f(x: ${type}, y: ${type}) -> bool { return ${before} }`);
    expect(body).toBe(`return ${after}`);
  });

  it.each([
    ['x >> 11u64', 'f64(i64(x >> 11u64))'],
    ['x & 255u64', 'f64(i64(x & 255u64))'],
    ['x >> 64u64', 'f64(x >> 64u64)'],
    ['x + 1u64', 'f64(x + 1u64)'],
  ])('converts %s by its sign bit', (value, after) => {
    const { body } = runPass(simplify, `func f(x: u64) -> f64 { return f64(${value}) }`);
    expect(body).toBe(`return ${after}`);
  });

  it('opens blocks that only their end leaves, and drops what nothing reaches', () => {
    const text = `
func f(x: i64) -> i64 {
  local r: i64
  block b {
    r = x + 1
    break b
  }
  if true {
    return r
  }
  r = 5
  return r
}`;
    expect(runPass(simplify, text).body).toBe(
      lines(`
      r = x + 1
      return r`),
    );
  });

  it('turns a branch round whose first side is empty', () => {
    const text = `
func f(x: i64) -> i64 {
  if x < 0 {
  } else {
    x = 1
  }
  return x
}`;
    expect(runPass(simplify, text).body).toBe(
      lines(`
      if x >= 0 {
        x = 1
      }
      return x`),
    );
  });
});
