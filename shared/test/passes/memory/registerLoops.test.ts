import { describe, expect, it } from 'vitest';
import { registerLoops } from '../../../src/passes/memory/registerLoops';
import { lines, runPass } from '../passText';

const inFunction = (body: string) => `
func f(a: array(f64, 1), b: array(f64, 1), n: i64, k: i64) -> i64 {
  local i, j: i64
  local x, y: f64
${body}
  return n
}`;
const pass = (body: string) => {
  const { body: text, remarks } = runPass(registerLoops, inFunction(body));
  return { text: text.split('\n').slice(0, -1).join('\n'), remarks };
};
const keeps = (body: string) => expect(pass(lines(body)).text).toBe(lines(body));

describe('recurrences', () => {
  it('hand what they stored to the next iteration', () => {
    const { text, remarks } = pass(`
      for steps i = 1 to n step 1 {
        f64[a.1 + i * 8] = f64[a.1 + (i - 1) * 8] + f64[b.1 + i * 8]
      }`);
    expect(text).toBe(
      lines(`
      if 1 < n {
        carried0 = f64[a.1 + (1 - 1) * 8]
        for steps i = 1 to n step 1 {
          stored0 = carried0 + f64[b.1 + i * 8]
          f64[a.1 + i * 8] = stored0
          carried0 = stored0
        }
      }`),
    );
    expect(remarks).toEqual(['what one iteration stores the next one reads from a local']);
  });

  it('hand it on over several iterations, and downwards', () => {
    const { text } = pass(`
      for steps i = n to 0 step -1 {
        f64[a.1 + i * 8] = f64[a.1 + (i + 1) * 8] - f64[a.1 + (i + 2) * 8]
      }`);
    expect(text).toContain('stored0 = carried0 - carried1');
    expect(text).toContain('carried1 = carried0\n    carried0 = stored0');
    expect(text).toContain('if n > 0 {');
  });

  it('go to memory where other stores may come between, or not every iteration stores', () => {
    keeps(`
      for steps i = 1 to n step 1 {
        f64[a.1 + i * 8] = f64[a.1 + (i - 1) * 8] + 1.0
        f64[b.1 + i * 8] = 0.0
      }`);
    keeps(`
      for steps i = 1 to n step 1 {
        if i != k {
          f64[a.1 + i * 8] = f64[a.1 + (i - 1) * 8] + 1.0
        }
      }`);
    keeps(`
      for steps i = 1 to n step 2 {
        f64[a.1 + i * 8] = f64[a.1 + (i - 1) * 8] + 1.0
      }`);
  });
});

describe('places that a loop comes back to', () => {
  it('stay in a local until the loop is left', () => {
    const { text, remarks } = pass(`
      for steps i = 0 to n step 1 {
        f64[a.1 + k * 8] = f64[a.1 + k * 8] + 2.0
        if i > k {
          return i
        }
      }`);
    expect(text).toBe(
      lines(`
      if 0 < n {
        kept0 = f64[a.1 + k * 8]
        for steps i = 0 to n step 1 {
          kept0 = kept0 + 2.0
          if i > k {
            f64[a.1 + k * 8] = kept0
            return i
          }
        }
        f64[a.1 + k * 8] = kept0
      }`),
    );
    expect(remarks).toEqual(['kept an element in a local while the loop runs']);
  });

  it('are compared with what the loop walks over', () => {
    const { text, remarks } = pass(`
      for steps i = 0 to n step 1 {
        f64[a.1 + k * 8] = f64[a.1 + k * 8] + f64[b.1 + i * 8]
      }`);
    expect(text).toContain('i64(a.1 + ptr(k * 8)) + 8 <= i64(b.1 + ptr(0 * 8))');
    expect(text).toContain('i64(b.1 + ptr((n - 1) * 8)) + 8 <= i64(a.1 + ptr(k * 8))');
    expect(text).toContain('kept0 = kept0 + f64[b.1 + i * 8]');
    expect(text).toContain('f64[a.1 + k * 8] = f64[a.1 + k * 8] + f64[b.1 + i * 8]');
    expect(remarks).toEqual([
      'kept an element in a local while the loop runs, where nothing else in it touches the same memory',
    ]);
  });

  it('stay in memory where they move, or an iteration may not get to them', () => {
    keeps(`
      for steps i = 0 to n step 1 {
        k = k + 1
        f64[a.1 + k * 8] = f64[a.1 + k * 8] + 2.0
      }`);
    keeps(`
      for steps i = 0 to n step 1 {
        if i > k {
          break steps
        }
        f64[a.1 + k * 8] = f64[a.1 + k * 8] + 2.0
      }`);
    keeps(`
      for steps i = 0 to n step 1 {
        if i > k {
          x = f64[b.1 + i * 8]
        }
        f64[a.1 + k * 8] = f64[a.1 + k * 8] + x
      }`);
  });
});
