import { describe, expect, it } from 'vitest';
import { forEachStatement } from '@jitsight/shared/ir/walk';
import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import type { PythonValue } from '../../../src/execution/encoding/pythonValue';
import { compilePython } from '../support/compilePython';

const seed = 23;
const sizes = [0, 1, 63, 100_000];

function numbers(size: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  });
}

function array(dtype: string, data: Float64Array | BigInt64Array, shape = [data.length]): PythonValue {
  const bytes = new Uint8Array(data.buffer);
  return { kind: 'array', dtype, shape, order: 'C', readonly: false, data: bytes } as PythonValue;
}

const shared = (ir: ModuleIR) => {
  let count = 0;
  for (const fn of ir.functions)
    forEachStatement(fn.body, (one) => {
      if (one.op === 'for' && one.parallel) count++;
    });
  return count;
};

const compiled = (expression: string, signature: string, parallel: boolean) =>
  compilePython(`import numpy as np\ndef f(x):\n    return ${expression}\n`, 'f', signature, {
    flags: { parallel },
    optimizeLevel: 2,
  });

const numberIn = (value: PythonValue | undefined) => (value as { value: number | bigint }).value;

describe(`reductions under parallel=True (seed ${seed})`, () => {
  it.each([
    'x.sum()',
    'np.sum(x * x)',
    'x[::2].sum()',
    'x.mean()',
    'np.var(x)',
    'x.std()',
    'np.prod(x + 1.5)',
    'np.dot(x, x)',
    'x.min()',
    'np.max(x[::3])',
    'np.linspace(x.size, 3.0, x.size + 2).sum()',
  ])(
    '%s of floats is made in parts, and is the serial one but for the order',
    async (expression) => {
      const serial = await compiled(expression, '(array(float64, 1d, C),)', false);
      const parallel = await compiled(expression, '(array(float64, 1d, C),)', true);
      expect(shared(serial.ir)).toBe(0);
      expect(shared(parallel.ir)).toBeGreaterThan(0);
      for (const size of sizes) {
        const data = numbers(size);
        const [a, b] = [serial, parallel].map((fn) => fn.call(array('float64', data)));
        expect(b!.raised).toEqual(a!.raised);
        if (a!.raised) continue;
        const [x, y] = [a, b].map((one) => numberIn(one!.returned) as number);
        if (Number.isNaN(x)) expect(y).toBeNaN();
        else if (Number.isFinite(x))
          expect(Math.abs(y! - x!)).toBeLessThanOrEqual(1e-12 * Math.abs(x!) + 1e-10);
        else expect(y).toBe(x);
      }
    },
    60_000,
  );

  it.each([
    'x.sum()',
    'np.prod(x | 1)',
    'np.min(x)',
    'x.max()',
    'np.count_nonzero(x & 1)',
    'np.arange(x.size).sum()',
  ])('%s of integers is exact', async (expression) => {
    const serial = await compiled(expression, '(array(int64, 2d, C),)', false);
    const parallel = await compiled(expression, '(array(int64, 2d, C),)', true);
    expect(shared(parallel.ir)).toBeGreaterThan(0);
    const data = BigInt64Array.from(numbers(90_000), (x) => BigInt(Math.floor(x * 2 ** 40)));
    const [a, b] = [serial, parallel].map((fn) => fn.call(array('int64', data, [300, 300])));
    expect(b!.returned).toEqual(a!.returned);
  });
});
