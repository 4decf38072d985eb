import { describe, expect, it } from 'vitest';
import { parseFunctions } from '../../src/ir/parser';
import { countBits } from '../../src/passes/countBits';
import { Remarks } from '../../src/passes/remark';
import { compile, moduleOf, returned } from '../wasm/compiled';
import { lines, runPass } from './passText';

const counting = (type: string, test = '!bool(x)', clear = 'x & x - 1') => `
func f(x: ${type}) -> i64 {
  local count: i64
  count = 0
  loop bits {
    if ${test} {
      break bits
    }
    x = ${clear}
    count = count + 1
  }
  return count + i64(x)
}`;

describe('counting bits', () => {
  it.each(['!bool(x)', 'x == 0', '!(x != 0)'])('takes one instruction where a loop asks %s', (test) => {
    const { body, remarks } = runPass(countBits, counting('i64', test));
    expect(body).toBe(
      lines(`
      count = 0
      count = count + popcnt(x)
      x = 0
      return count + i64(x)`),
    );
    expect(remarks).toEqual(['counted bits by one instruction instead of a loop']);
  });

  it('leaves other loops alone', () => {
    for (const [test, clear] of [
      ['x <= 0', 'x & x - 1'],
      ['!bool(x)', 'x & x - 2'],
      ['!bool(x)', 'x >> 1'],
      ['!bool(count)', 'x & x - 1'],
    ])
      expect(runPass(countBits, counting('i64', test, clear)).remarks).toEqual([]);
  });

  it.each([
    ['i64', [0n, 1n, -1n, 255n, -(1n << 63n), 0x5555555555555555n]],
    ['u64', [0n, 1n, (1n << 64n) - 1n, 1n << 63n]],
    ['i32', [0, 1, -1, -(2 ** 31), 12345]],
    ['u8', [0, 1, 255, 128]],
    ['i8', [0, 1, -1, -128]],
  ] as const)('counts those of every %s as the loop does', async (type, values) => {
    const one = type === 'i64' ? '1' : `1${type}`;
    const [fn] = parseFunctions(counting(type, '!bool(x)', `x & x - ${one}`));
    const plain = await compile(moduleOf(fn!), { optimizeLevel: 0 });
    const counted = countBits(fn!, new Remarks().of('countBits'));
    expect(counted).not.toBe(fn);
    const quick = await compile(moduleOf(counted), { optimizeLevel: 0 });
    for (const x of values) expect([x, returned(quick.call([x]))]).toEqual([x, returned(plain.call([x]))]);
  });
});
