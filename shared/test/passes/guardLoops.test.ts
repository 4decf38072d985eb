import { describe, expect, it } from 'vitest';
import { guardLoops } from '../../src/passes/guardLoops';
import { lines, runPass } from './passText';

const sieve = (start: string, index: string, step = 'step') => `
func f(a: array(u8, 1), start: i64, step: i64) -> none {
  local k: i64
  for l k = ${start} to a.2 step ${step} {
    u8[a.1 + wrapIndex(${index}, a.2) * 1] = 0u8
  }
  return
}`;

describe('guarding loops', () => {
  it('tests the first index and the direction once', () => {
    const { body, remarks } = runPass(guardLoops, sieve('start', 'k - 1'));
    expect(body).toBe(
      lines(`
      if (start + -1 >= 0) & (step > 0) {
        for l k = start to a.2 step step {
          u8[a.1 + (k - 1) * 1] = 0u8
        }
      } else {
        for l k = start to a.2 step step {
          u8[a.1 + wrapIndex(k - 1, a.2) * 1] = 0u8
        }
      }
      return`),
    );
    expect(remarks).toEqual(['tested before the loop that no index in it is negative']);
  });

  it('takes what the loop leaves alone into the test', () => {
    const { body } = runPass(guardLoops, sieve('2', 'k * 3 + start', '1'));
    expect(body).toContain('if start + 6 >= 0 {');
    expect(body).toContain('u8[a.1 + (k * 3 + start) * 1] = 0u8');
  });

  it('tests both ends of an index that falls', () => {
    const { body } = runPass(guardLoops, sieve('2', 'start - k', '1'));
    expect(body).toContain('if (start + -2 >= 0) & (start + (a.2 - 1) * -1 >= 0) {');
    expect(body).toContain('u8[a.1 + (start - k) * 1] = 0u8');
  });

  it('leaves indices alone that could wrap around at 64 bits between the ends', () => {
    for (const index of ['start - k', 'k + start', 'k * step'])
      expect(runPass(guardLoops, sieve('start', index)).remarks).toEqual([]);
    expect(runPass(guardLoops, sieve('0', 'k * 5000', '1')).remarks).toEqual([]);
    expect(runPass(guardLoops, sieve('0', 'k * 5', '1000')).remarks).toEqual([]);
  });
});
