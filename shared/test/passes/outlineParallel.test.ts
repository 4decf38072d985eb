import { describe, expect, it } from 'vitest';
import { parseFunctions } from '../../src/ir/parser';
import { printText } from '../../src/ir/printer';
import { verify } from '../../src/ir/verifier';
import { Remarks } from '../../src/passes/remark';
import { outlineParallel } from '../../src/passes/threads/outlineParallel';

function outline(text: string) {
  const functions = parseFunctions(text);
  const remarks = new Remarks();
  const module = { name: 'm', entry: functions[0]!.name, data: [], functions };
  const after = outlineParallel(module, remarks.of('pass'));
  expect(verify(after)).toEqual([]);
  return { after, remarks: remarks.list().map(({ message }) => message) };
}

const loop = (body: string, after = 'return 0.0') => `
func f(a: array(f64, 1), n: i64) -> f64 {
  local i, j, k: i64
  local s, x: f64
  local p: ptr
  s = 0.0
  for l i = 0 to n step 1 parallel {
    ${body}
  }
  ${after}
}
func g(x: f64) -> f64 {
  return x + 1.0
}
func noisy(p: ptr) -> f64 {
  f64[p] = 1.0
  return 1.0
}`;

describe('outlining parallel loops', () => {
  it('makes the body a function over a part, with its values in memory and its sums apart', () => {
    const { after, remarks } = outline(loop('x = f64[a.1 + i * 8]\n    s = s + x', 'return s'));
    expect(after.parallel).toEqual(['f.parallel0']);
    expect(remarks).toEqual(['run by several threads where there is enough work']);
    const text = printText({ ...after, functions: [after.functions.at(-1)!] });
    expect(text).toContain('s = 0.0');
    expect(text).toContain('for l i = max(part.first, 0) to min(part.last, n) step 1 {');
    expect(text).toMatch(/f64\[&parallel\.0 .*\] = s/);
    expect(printText({ ...after, functions: [after.functions[0]!] })).toContain(
      'call rt.parallel(0i32, first0',
    );
  });

  it('joins what Python calls the largest as it found it', () => {
    const { after } = outline(loop('x = f64[a.1 + i * 8]\n    s = x > s ? x : s', 'return s'));
    const text = printText({ ...after, functions: [after.functions[0]!] });
    expect(text).toMatch(/s = (f64\[.*\]) > s \? \1 : s/);
  });

  it('leaves calls of functions that only compute', () => {
    expect(outline(loop('f64[a.1 + i * 8] = call f64 g(f64[a.1 + i * 8])')).after.parallel).toHaveLength(1);
  });

  it.each([
    ['p = call ptr rt.allocate(8i32)', 'an iteration makes or frees objects'],
    ['f64[a.1 + k * 8] = 1.0', 'iterations may store to the same place'],
    ['f64[a.1 + (i & 3) * 8] = 1.0', 'iterations may store to the same place'],
    ['x = call f64 noisy(a.1)', 'noisy stores to memory'],
    ['s = s * 2.0 + 1.0', 's carries a value from one iteration to the next, or out of the loop'],
    ['break l', 'an iteration can leave the loop'],
  ])('runs on one thread: %s', (body, reason) => {
    const { after, remarks } = outline(loop(body));
    expect(after.parallel).toBeUndefined();
    expect(remarks).toEqual([`not run by several threads: ${reason}`]);
  });

  it('runs on one thread what is needed behind the loop', () => {
    const { remarks } = outline(loop('x = f64[a.1 + i * 8]', 'return x'));
    expect(remarks).toEqual([
      'not run by several threads: x carries a value from one iteration to the next, or out of the loop',
    ]);
  });

  const workIn = (body: string) => {
    const { after } = outline(loop(body));
    return /work\d* = (.*)/.exec(printText({ ...after, functions: [after.functions[0]!] }))?.[1];
  };

  it('counts an inner loop as often as it will run', () => {
    const inner = (stop: string) =>
      `${stop}for m k = 0 to stop step 1 {\n f64[a.1 + i * 8] = f64[a.1 + i * 8] + 1.0\n }`;
    const text = (stop: string) => workIn(inner(stop).replaceAll('stop step', stop ? 'j step' : 'n step'))!;
    expect(text('')).toContain('max(f64(n - 0), 0.0)');
    expect(text('j = n - 1\n')).toContain('max(f64(n - 1 - 0), 0.0)');
    expect(text('j = i\n')).toMatch(/^f64\(last\d* - first\d*\) \* \d+\.0$/);
  });
});
