import { describe, expect, it } from 'vitest';
import { convertBranches } from '../../src/passes/convertBranches';
import { lines, runPass } from './passText';

/** The statements inside a loop over an array, after the pass. */
function inLoop(body: string): { readonly text: string; readonly remarks: readonly string[] } {
  const { body: all, remarks } = runPass(
    convertBranches,
    `
func f(a: array(f64, 1), b: array(i8, 1), t: f64, x: i64, y: i64, c: bool) -> i64 {
  local i: i64
  for l i = 0 to a.2 step 1 {
${body}
  }
  return x
}`,
  );
  const text = all
    .split('\n')
    .slice(1, -2)
    .map((line) => line.slice(2))
    .join('\n');
  return { text, remarks };
}

describe('converting branches', () => {
  it.each([
    ['counting', 'if f64[a.1 + i * 8] > t { x = x + 1 }', 'x = x + i64(f64[a.1 + i * 8] > t)'],
    ['a choice', 'if y < x { x = y }', 'x = y < x ? y : x'],
    [
      'both sides',
      'if x %% 2 == 0 { x = x // 2 } else { x = 3 * x + 1 }',
      'x = x %% 2 == 0 ? x // 2 : 3 * x + 1',
    ],
    ['a flag', 'if y == x { x = 0 } else { x = 1 }', 'x = i64(!(y == x))'],
    ['the largest so far', 'if t > 1.0 { t = 1.0 }', 't = t > 1.0 ? 1.0 : t'],
    ['a cheap second condition', 'if c { c = x == 1 }', 'c = c & (x == 1)'],
  ])('%s', (_, before, after) => {
    const { text, remarks } = inLoop(before);
    expect(text).toBe(after);
    expect(remarks).toEqual(['the branch became a select, which costs nothing when mispredicted']);
  });

  it('adds nothing where the condition does not hold, which no float notices', () => {
    expect(inLoop('if c { t = t + 1.5 }').text).toBe(
      't = t + reinterpret f64(c ? reinterpret i64(1.5) : -9223372036854775808)',
    );
    expect(inLoop('if c { t = t - 1.5 }').text).toBe('t = t - reinterpret f64(c ? reinterpret i64(1.5) : 0)');
    expect(inLoop('if c { t = t * 1.5 }').text).toBe(
      't = t * reinterpret f64(c ? reinterpret i64(1.5) : 4607182418800017408)',
    );
  });

  it('chooses the sign of a float', () => {
    expect(inLoop('if c { t = 1.5 } else { t = -t }').text).toBe('t = c ? 1.5 : -t');
  });

  it('asks once for several assignments', () => {
    expect(inLoop('if t < 1.0 {\n x = x + 1\n y = 3\n }').text).toBe(
      'test0 = t < 1.0\nx = x + i64(test0)\ny = test0 ? 3 : y',
    );
  });

  it('chooses what one element becomes', () => {
    const text = 'if c {\n i8[b.1 + i * 1] = 1i8\n } else {\n i8[b.1 + i * 1] = 0i8\n }';
    expect(inLoop(text).text).toBe('i8[b.1 + i * 1] = i8(c)');
  });

  it.each([
    ['a load', 'if c {\n  t = f64[a.1 + x * 8]\n}'],
    ['a division', 'if c {\n  x = y / 7\n}'],
    ['assignments that read each other', 'if c {\n  x = y\n  y = 1\n}'],
    ['what changes the condition', 'if c {\n  x = y\n  c = false\n}'],
    ['float arithmetic', 'if c {\n  t = t / 2.0\n}'],
    ['leaving the loop', 'if c {\n  break l\n}'],
    ['a store on one side', 'if c {\n  i8[b.1 + i * 1] = 1i8\n}'],
  ])('keeps %s behind its branch', (_, text) => {
    expect(inLoop(text)).toEqual({ text, remarks: [] });
  });

  it('leaves branches outside loops alone', () => {
    const text = 'func f(x: i64) -> i64 { if x < 0 { x = 0 } return x }';
    expect(runPass(convertBranches, text).body).toBe(lines('if x < 0 {\n  x = 0\n}\nreturn x'));
  });
});
