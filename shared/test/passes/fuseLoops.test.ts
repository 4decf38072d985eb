import { describe, expect, it } from 'vitest';
import { fuseLoops } from '../../src/passes/fuseLoops';
import { lines, runPass } from './passText';

const program = (between: string, second = 't = t + f64[x.1 + j * 8] * m') => `
func f(x: array(f64, 1), y: array(f64, 1), m: f64) -> f64 {
  local s, t, v: f64
  local i, j: i64
  s = 0.0
  for l i = 0 to x.2 step 1 {
    s = s + f64[x.1 + i * 8]
  }
  ${between}
  for k j = 0 to x.2 step 1 {
    ${second}
  }
  return s * t
}`;

describe('fusing loops', () => {
  it('adds up side by side, and moves what the second loop starts from before the first', () => {
    const { body, remarks } = runPass(fuseLoops, program('v = s * 2.0\n  t = m'));
    expect(body).toBe(
      lines(`
      s = 0.0
      t = m
      for l i = 0 to x.2 step 1 {
        s = s + f64[x.1 + i * 8]
        t = t + f64[x.1 + i * 8] * m
      }
      v = s * 2.0
      return s * t`),
    );
    expect(remarks).toEqual(['fused with an earlier loop over the same range: their sums grow side by side']);
  });

  it('comes before a check of the sum where it reads the same places', () => {
    const check = 't = 0.0\n  if s == 0.0 {\n    raise ZeroDivisionError("division by zero")\n  }';
    expect(runPass(fuseLoops, program(check)).remarks).toHaveLength(1);
    const elsewhere = program(check, 't = t + f64[y.1 + j * 8]');
    expect(runPass(fuseLoops, elsewhere).remarks).toEqual([]);
    const caught = program(`t = 0.0\n  try {\n${check}\n  } catch {\n    t = 1.0\n  }`);
    expect(runPass(fuseLoops, caught).remarks).toEqual([]);
  });

  it('lets one name hold what each iteration forgets', () => {
    const text = program('t = 0.0', 'v = f64[x.1 + j * 8]\n    t = t + v').replace(
      's = s + f64[x.1 + i * 8]',
      'v = f64[y.1 + i * 8]\n    s = s + v * v',
    );
    expect(runPass(fuseLoops, text).remarks).toHaveLength(1);
    expect(runPass(fuseLoops, text.replace('t = 0.0', 't = v')).remarks).toEqual([]);
  });

  it.each([
    ['of the first sum', program('t = 0.0\n  v = s * 2.0', 't = t + f64[x.1 + j * 8] * v')],
    ['that starts from the first sum', program('t = s')],
    ['that goes on with the first sum', program('t = 0.0', 's = s + f64[x.1 + j * 8]')],
    ['behind a store', program('t = 0.0\n  f64[y.1] = s')],
    ['whose sum was read before', program('t = 0.0\n  v = t\n  t = m')],
    ['over another range', program('t = 0.0').replace('j = 0 to x.2', 'j = 0 to y.2')],
    ['that stores', program('t = 0.0', 't = t + m\n    f64[y.1 + j * 8] = t')],
    ['that adds no float up', program('t = 0.0', 't = f64[x.1 + j * 8]')],
    ['whose index is read behind it', program('t = 0.0').replace('s * t', 's * f64(j)')],
  ])('leaves a loop alone %s', (_, text) => {
    const { body, remarks } = runPass(fuseLoops, text);
    expect(remarks).toEqual([]);
    expect(body).toContain('for k j');
  });
});
