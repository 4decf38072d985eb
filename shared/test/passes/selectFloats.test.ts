import { describe, expect, it } from 'vitest';
import { parseFunctions } from '../../src/ir/parser';
import { Remarks } from '../../src/passes/remark';
import { selectFloats } from '../../src/passes/selectFloats';
import { compile, moduleOf, returned } from '../wasm/compiled';
import { runPass } from './passText';

const values = [0, -0, 1, -1.5, 1e308, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

describe('choosing between floats', () => {
  it('takes the larger or smaller of two by one instruction', () => {
    const { body, remarks } = runPass(selectFloats, 'func f(x: f64, y: f64) -> f64 { return x > y ? x : y }');
    expect(body).toBe('return f64x2.extract_lane(0, f64x2.pmax(f64x2.splat(y), f64x2.splat(x)))');
    expect(remarks).toEqual(['chose between floats without a branch']);
  });

  it('stays in vectors from one choice to the next', () => {
    const { body } = runPass(
      selectFloats,
      'func f(x: f32, y: f32) -> f32 { return (x < y ? x : y) < 1f32 ? (x < y ? x : y) : 1f32 }',
    );
    expect(body.match(/extract_lane/g)).toHaveLength(1);
  });

  it('chooses other values among integers', () => {
    const { body } = runPass(selectFloats, 'func f(x: f64, c: bool) -> f64 { return c ? x : 1.0 }');
    expect(body).toBe('return reinterpret f64(c ? reinterpret i64(x) : 4607182418800017408)');
  });

  it('chooses a sign alone where the values differ in nothing else', () => {
    const { body } = runPass(selectFloats, 'func f(x: f64, c: bool) -> f64 { return c ? -x : x }');
    expect(body).toBe('return reinterpret f64(reinterpret i64(x) ^ (c ? -9223372036854775808 : 0))');
    const single = runPass(selectFloats, 'func f(x: f32, c: bool) -> f32 { return c ? x : -x }');
    expect(single.body).toBe('return reinterpret f32(reinterpret i32(x) ^ (c ? 0i32 : -2147483648i32))');
  });

  const bestOf = (inside: string) => `func f(a: array(f64, 1), best: f64) -> f64 {
  local i, j: i64
  local x: f64
  for l i = 0 to a.2 step 1 {
    x = f64[a.1 + i * 8]
    ${inside}
    best = x > best ? x : best
  }
  return best
}`;

  it('keeps the branch where a local mostly keeps its value', () => {
    expect(runPass(selectFloats, bestOf('')).remarks).toEqual([]);
  });

  it('takes no branch where a loop inside is longer than the wait', () => {
    const text = bestOf('for m j = 0 to i step 1 {\n x = x * 0.5\n }');
    expect(runPass(selectFloats, text).body).toContain('best = f64x2.extract_lane(0, f64x2.pmax(');
  });

  it.each([
    'x > y ? x : y',
    'x > y ? y : x',
    'x < y ? x : y',
    'x < y ? y : x',
    'x >= y ? x : y',
    'x == y ? -0.0 : y',
    'x > y ? x : -x',
    'x > y ? -y : y',
  ])('gives %s bit for bit what the select gives', async (choice) => {
    const [fn] = parseFunctions(`func f(x: f64, y: f64) -> f64 { return ${choice} }`);
    const plain = await compile(moduleOf(fn!), { optimizeLevel: 0 });
    const chosen = await compile(moduleOf(selectFloats(fn!, new Remarks().of('selectFloats'))), {
      optimizeLevel: 0,
    });
    for (const x of values) {
      for (const y of values) {
        const [a, b] = [returned(plain.call([x, y])), returned(chosen.call([x, y]))];
        expect([x, y, Object.is(a, b)]).toEqual([x, y, true]);
      }
    }
  });
});
