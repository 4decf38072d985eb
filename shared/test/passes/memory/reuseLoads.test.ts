import { describe, expect, it } from 'vitest';
import { reuseLoads } from '../../../src/passes/memory/reuseLoads';
import { lines, runPass } from '../passText';

const inFunction = (body: string) => `
func f(a: array(f64, 1), b: array(f64, 1), i: i64, k: i64) -> f64 {
  local x, y: f64
  local n: i64
  local p, q: ptr
${body}
  return x + y
}`;
const after = (body: string) =>
  runPass(reuseLoads, inFunction(body)).body.split('\n').slice(0, -1).join('\n');

describe('reusing loads', () => {
  it('reads a place once', () => {
    const square = 'x = f64[a.1 + i * 8] * f64[a.1 + i * 8]';
    expect(after(square)).toBe('read0 = f64[a.1 + i * 8]\nx = read0 * read0');
    expect(runPass(reuseLoads, inFunction(square)).remarks).toEqual([
      'kept a value in a local instead of reading it from memory again',
    ]);
  });

  it('reads again what a store may have changed', () => {
    const text = 'x = f64[a.1 + i * 8]\nf64[b.1 + k * 8] = 1.5\ny = f64[a.1 + i * 8]';
    expect(after(text)).toBe(text);
  });

  it('knows neighbours, blocks of its own and its own locals apart', () => {
    expect(after('x = f64[a.1 + i * 8]\nf64[a.1 + (i + 1) * 8] = 1.5\ny = f64[a.1 + i * 8]')).toContain(
      'y = read0',
    );
    expect(
      after('p = call ptr rt.allocate(8i32)\nx = f64[a.1 + i * 8]\nf64[p] = 1.5\ny = f64[a.1 + i * 8]'),
    ).toContain('y = read0');
    const block = 'p = call ptr rt.allocate(80i32)\nq = p + ptr(i * 8)\nx = f64[a.1]\nf64[q] = 1.5\n';
    expect(after(`${block}y = f64[a.1]`)).toContain('y = read0');
    expect(after(`${block}y = f64[p]`)).toContain('y = f64[p]');
    expect(after(`${block}q = a.1\ny = f64[a.1]`)).toContain('y = f64[a.1]');
    const moved = 'x = f64[a.1 + i * 8]\ni = i + 1\ny = f64[a.1 + i * 8]';
    expect(after(moved)).toBe(moved);
  });

  it('has what was stored last', () => {
    expect(after('f64[a.1 + i * 8] = y\nx = f64[a.1 + i * 8]')).toBe('f64[a.1 + i * 8] = y\nx = y');
    const narrower = 'f64[a.1 + i * 8] = y\nx = f64(f32[a.1 + i * 8])';
    expect(after(narrower)).toBe(narrower);
  });

  it('carries a value into branches and loops that leave it alone, but not out of them', () => {
    expect(
      after(`x = f64[a.1 + i * 8]
for l n = 0 to k step 1 {
  y = y + f64[a.1 + i * 8]
}`),
    ).toBe(
      lines(`
      read0 = f64[a.1 + i * 8]
      x = read0
      for l n = 0 to k step 1 {
        y = y + read0
      }`),
    );
    const branch = 'if i < k {\n  x = f64[a.1 + i * 8]\n}\ny = f64[a.1 + i * 8]';
    expect(after(branch)).toBe(branch);
  });

  it('leaves statements alone whose calls may write', () => {
    const module = `${inFunction('x = f64[a.1 + i * 8] + (call f64 g() + f64[a.1 + i * 8])')}
func g() -> f64 {
  return 1.0
}`;
    expect(runPass(reuseLoads, module).remarks).toEqual([]);
  });
});
