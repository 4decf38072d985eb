import { describe, expect, it } from 'vitest';
import { parseFunctions } from '../../src/ir/parser';
import { vectorizeLoops } from '../../src/passes/vectorize/vectorize';
import { compile, hostArray, moduleOf, returned } from '../wasm/compiled';
import { runPass } from './passText';

const pass = (fn: Parameters<typeof vectorizeLoops>[0], report: Parameters<typeof vectorizeLoops>[1]) =>
  vectorizeLoops(fn, report, () => undefined);

const falling = (body: string) => `
func f(a: array(f64, 1), b: array(f64, 1), n: i64, w: i64) -> f64 {
  local i: i64
  local s: f64
  for l i = n - 1 to 9 step -1 {
    ${body}
  }
  return s + f64[a.1 + 12 * 8]
}`;

describe('a loop that counts down', () => {
  it('runs in vectors from the last index on, and leaves the first ones to the scalar loop', () => {
    const { body, remarks } = runPass(pass, falling('f64[a.1 + i * 8] = f64[b.1 + i * 8] * 2.0'));
    expect(remarks).toEqual(['vectorised by 2 lanes, unrolled 4 times']);
    expect(body).toContain('if (last >= 18)');
    expect(body).toContain('end = last - (last - 10 & -8)');
    expect(body).toContain('for l.v i.v = last - 8 to end - 1 step -8 {');
    expect(body).toContain('for l i = split - 1 to 10 - 1 step -1 {');
  });

  it('may read what a later iteration stores, not what one before it stored', () => {
    const [below, above] = ['i - 1', 'i + 1'].map(
      (index) => runPass(pass, falling(`f64[a.1 + i * 8] = f64[a.1 + (${index}) * 8] + 1.0`)).remarks,
    );
    expect(below).toEqual(['vectorised by 2 lanes, unrolled 4 times']);
    expect(above).toEqual(['not vectorised: an iteration needs what one just before it stores']);
  });

  it('keeps the order of sums', () => {
    expect(runPass(pass, falling('s = s + sin(f64[a.1 + i * 8])')).remarks).toEqual([
      'not vectorised: it counts down, and the order of its iterations matters',
    ]);
  });

  it.each([
    ['n', 'w'],
    ['w', 'n'],
  ])('runs from %s to %s as often as the scalar loop at the ends of the integers', async (start, stop) => {
    const [fn] = parseFunctions(`
func f(n: i64, w: i64) -> i64 {
  local i, s: i64
  for l i = ${start} to ${stop} step -1 {
    s = s + (i ^ 5)
  }
  return s
}`);
    const plain = await compile(moduleOf(fn!), { optimizeLevel: 0 });
    const quick = await compile(moduleOf(pass(fn!, () => {})), { optimizeLevel: 0 });
    const [low, high] = [-(1n << 63n), (1n << 63n) - 1n];
    for (const near of [low, low + 1n, 0n, high - 1n, high]) {
      for (const distance of [-20n, -9n, -1n, 0n, 1n, 8n, 9n, 20n, high, low]) {
        const bounds = [BigInt.asIntN(64, near + distance), near];
        const [n, w] = bounds as [bigint, bigint];
        const [from, to] = start === 'n' ? [n, w] : [w, n];
        if (from - to > 1000n) continue;
        expect([n, w, returned(quick.call([n, w]))]).toEqual([n, w, returned(plain.call([n, w]))]);
      }
    }
  });

  it.each(['i - w', 'i + w'])('gives the same with a[%s], whatever the distance', async (index) => {
    const text = falling(`if f64[a.1 + (${index}) * 8] > 0.25 {
      f64[a.1 + i * 8] = f64[a.1 + (${index}) * 8] * 0.5 + f64[b.1 + i * 8]
    }`);
    const [fn] = parseFunctions(text);
    const vectors = pass(fn!, () => {});
    expect(vectors).not.toBe(fn);
    const plain = await compile(moduleOf(fn!), { optimizeLevel: 0 });
    const quick = await compile(moduleOf(vectors), { optimizeLevel: 0 });
    for (const n of [0n, 10n, 11n, 17n, 18n, 50n]) {
      for (const w of [0n, 1n, 2n, 7n, 8n, 9n]) {
        const run = (one: typeof plain) => {
          const [a, b] = [0, 1].map((k) => Float64Array.from({ length: 64 }, (_, i) => Math.sin(i * 7 + k)));
          const result = returned(one.call([hostArray(a!), hostArray(b!), n, w]));
          return [result, [...a!]];
        };
        expect([n, w, run(quick)]).toEqual([n, w, run(plain)]);
      }
    }
  });
});
