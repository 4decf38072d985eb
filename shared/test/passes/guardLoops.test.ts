import { describe, expect, it } from 'vitest';
import { guardLoops } from '../../src/passes/guardLoops';
import { lines, runPass } from './passText';

const sieve = (start: string, index: string) => `
func f(a: array(u8, 1), start: i64, step: i64) -> none {
  local k: i64
  for l k = ${start} to a.2 step step {
    u8[a.1 + wrapIndex(${index}, a.2) * 1] = 0u8
  }
  return
}`;

describe('guarding loops', () => {
  it('tests the first index and the direction once', () => {
    const { body, remarks } = runPass(guardLoops, sieve('start', 'k - 1'));
    expect(body).toBe(
      lines(`
      if (start - 1 >= 0) & (step > 0) {
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

  it('leaves indices alone that do not grow with the loop', () => {
    expect(runPass(guardLoops, sieve('start', 'start - k')).remarks).toEqual([]);
    expect(runPass(guardLoops, sieve('start', 'k * step')).remarks).toEqual([]);
  });
});
