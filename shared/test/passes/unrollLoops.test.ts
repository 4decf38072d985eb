import { describe, expect, it } from 'vitest';
import { unrollLoops } from '../../src/passes/unrollLoops';
import { lines, runPass } from './passText';

const loop = (range: string, body: string) => `func f(x: array(f64, 1), c: bool) -> none {
  local i: i64
  for l i = ${range} {
    ${body}
  }
  return
}`;

describe('unrolling loops', () => {
  it('puts the iterations one after the other, the index a constant in each', () => {
    const { body, remarks } = runPass(unrollLoops, loop('5 to 0 step -2', 'f64[x.1 + i * 8] = f64(i)'));
    expect(body).toBe(
      lines(`
      f64[x.1 + 5 * 8] = f64(5)
      f64[x.1 + 3 * 8] = f64(3)
      f64[x.1 + 1 * 8] = f64(1)
      i = -1
      return`),
    );
    expect(remarks).toEqual(['unrolled all iterations of a small loop']);
  });

  it('leaves nothing of a loop that does not run', () => {
    expect(runPass(unrollLoops, loop('3 to 3 step 1', 'f64[x.1 + i * 8] = 0.0')).body).toBe('i = 3\nreturn');
  });

  it('goes on with the next iteration where one is cut short', () => {
    const { body } = runPass(
      unrollLoops,
      loop('0 to 2 step 1', 'if c { continue l }\n    f64[x.1 + i * 8] = 1.0'),
    );
    expect(body).toBe(
      lines(`
      block l {
        if c {
          break l
        }
        f64[x.1 + 0 * 8] = 1.0
      }
      block l {
        if c {
          break l
        }
        f64[x.1 + 1 * 8] = 1.0
      }
      i = 2
      return`),
    );
  });

  it.each([
    ['long ranges', loop('0 to 17 step 1', 'f64[x.1 + i * 8] = 1.0')],
    ['ranges that are not known', loop('0 to x.2 step 1', 'f64[x.1 + i * 8] = 1.0')],
    ['loops that are left', loop('0 to 2 step 1', 'if c { break l }')],
    ['loops with loops inside', loop('0 to 2 step 1', 'loop m { if c { break m } }')],
  ])('leaves %s alone', (_, text) => {
    expect(runPass(unrollLoops, text).remarks).toEqual([]);
  });

  it('counts what all iterations compute', () => {
    const much = Array.from({ length: 20 }, () => 'f64[x.1 + i * 8] = f64(i) * 2.0').join('\n    ');
    expect(runPass(unrollLoops, loop('0 to 4 step 1', much)).remarks).toEqual([]);
  });
});
