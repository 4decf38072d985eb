import { describe, expect, it } from 'vitest';
import { compareHypot } from '../../src/passes/compareHypot';
import { parseFunctions } from '../../src/ir/parser';
import { compile, moduleOf, returned } from '../wasm/compiled';
import { Remarks } from '../../src/passes/remark';
import { lines, runPass } from './passText';

const source = 'func f(x: f64, y: f64) -> bool { return hypot(x, y) <= 2.0 }';

describe('comparing a hypot with a constant', () => {
  it('compares squares, and takes the length only near the limit', () => {
    const { body, remarks } = runPass(compareHypot, source);
    expect(body).toBe(
      lines(`
      squares0 = x * x + y * y
      within0 = squares0 <= 4.0
      if !(abs(squares0 - 4.0) > ${4 * 2 ** -40}) {
        within0 = hypot(x, y) <= 2.0
      }
      return within0`),
    );
    expect(remarks).toEqual(['compared squares instead of taking a hypot']);
  });

  it('leaves limits alone that it does not know, or whose square is no normal number', () => {
    for (const limit of ['x', '0.0', '1e200', '-1.0']) {
      const text = `func f(x: f64, y: f64) -> bool { return hypot(x, y) < ${limit} }`;
      expect(runPass(compareHypot, text).remarks).toEqual([]);
    }
  });

  it('answers the same at and around the limit, and for what is no number', async () => {
    const [fn] = parseFunctions(source);
    const plain = await compile(moduleOf(fn!));
    const quick = await compile(moduleOf(compareHypot(fn!, new Remarks().of('compareHypot'))));
    const next = 2 * (1 + 2 ** -52);
    const points = [0, 1, 1.2, 1.6, 2, next, -2, 1e-200, 1e200, Number.NaN, Number.POSITIVE_INFINITY];
    for (const x of points) {
      for (const y of points) {
        const [a, b] = [returned(plain.call([x, y])), returned(quick.call([x, y]))];
        expect([x, y, b]).toEqual([x, y, a]);
      }
    }
  });
});
