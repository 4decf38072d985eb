import { expect, test } from 'vitest';
import { parseFunctions } from '../../src/ir/parser';
import { printText } from '../../src/ir/printer';
import { verify } from '../../src/ir/verifier';
import { simdInstructions } from '../../src/ir/simd';
import type { Expression } from '../../src/ir/nodes';
import { simd } from '../../src/ir/expressions';
import { compile, float64s, hostArray, moduleOf, returned, textModule } from '../wasm/compiled';

const text = `
func f(a: array(f64, 1), s: f64) -> array(f64, 1) {
  local v, w: v128
  local any: i32
  v = v128[a.1 + 0]
  w = v128.load64_splat[a.1 + 2 * 8 + 8]
  v = f64x2.add(f64x2.mul(v, f64x2.splat(s)), w)
  v = i8x16.shuffle(8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, v, w)
  any = v128.any_true(f64x2.lt(v, 0v128))
  if bool(any) {
    v = f64x2.replace_lane(1, v, f64x2.extract_lane(0, v))
  }
  v128[a.1] = v
  v128.low8[a.1 + 16] = f64x2.splat(2.5)
  return a.0, a.1, a.2, a.3
}
`;

test('vectors print, parse back, verify and compile', async () => {
  const module = textModule(text);
  const printed = printText(module);
  expect(printText(moduleOf(...parseFunctions(printed.slice(printed.indexOf('func')))))).toBe(printed);
  expect(verify(module)).toEqual([]);
  for (const optimizeLevel of [0, 2, 3] as const) {
    const fn = await compile(module, { optimizeLevel });
    const input = hostArray(new Float64Array([1, 2, 3, 4]));
    expect(float64s(returned(fn.call([input, 10])))).toEqual([24, 4, 2.5, 4]);
  }
});

test('the verifier knows operands, results and lanes', () => {
  const wrong = textModule(
    text.replace('f64x2.splat(s)', 'f64x2.splat(a.2)').replace('shuffle(8,', 'shuffle(32,'),
  );
  expect(verify(wrong)).toEqual([
    'f: f64x2.splat: operand 0 is i64, needs f64',
    expect.stringContaining('i8x16.shuffle with lanes (32, 9'),
  ]);
});

test('every instruction is one of Wasm', async () => {
  const operand = (type: string): Expression => ({
    op: 'const',
    type: type as 'f64',
    value: type === 'i64' ? 0n : 0,
  });
  const body = [...simdInstructions].map(([name, signature]) => ({
    op: 'evaluate' as const,
    value: simd(
      name,
      signature.operands.map(operand),
      signature.immediates > 0 ? Array<number>(signature.immediates).fill(1) : undefined,
    ),
  }));
  const fn = await compile({
    ...textModule('func f() -> none {\n}'),
    functions: [{ name: 'f', params: [], result: { kind: 'none' }, locals: [], body }],
  });
  expect(fn.call([]).kind).toBe('returned');
});
