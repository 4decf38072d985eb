import { expect, test } from 'vitest';
import { parseModule } from '../../src/ir/parser';
import { printText } from '../../src/ir/printer';
import { optimize } from '../../src/passes/optimize';
import { verify } from '../../src/ir/verifier';
import type { HostValue } from '../../src/wasm/hostValue';
import { compile, hostArray } from './compiled';
import { randomProgram } from './randomProgram';

const inputs: readonly (readonly HostValue[])[] = [
  [0n, 0, 0, 0],
  [5n, 2.5, -7, 255],
  [-(2n ** 63n), Number.NaN, -(2 ** 31), 128],
  [123456789012345n, -1e300, 77, 3],
];

const programs = 60;
const perTest = 15;

test.each(Array.from({ length: programs / perTest }, (_, i) => i * perTest + 1))(
  'random programs from seed %i do the same at every level',
  async (first) => {
    for (let seed = first; seed < first + perTest; seed++) {
      const module = randomProgram(seed);
      expect([seed, verify(module)]).toEqual([seed, []]);
      expect(printText(parseModule(printText(module)))).toBe(printText(module));
      const run = async (optimizeLevel: 0 | 1 | 2 | 3) => {
        const fn = await compile(module, { optimizeLevel });
        return inputs.map((scalars) => {
          // Half of the second array is the first one's other half.
          const whole = hostArray(new BigInt64Array([3n, -1n, 4n, 1n, -5n, 9n, 2n, 6n, 5n, 3n, -8n, 7n]));
          const first = { ...whole, shape: [8] };
          return fn.call([first, { ...first, offset: 32 }, ...scalars]);
        });
      };
      const plain = await run(0);
      for (const level of [1, 2, 3] as const) {
        const problems = verify(optimize(module, { level, boundsChecks: true }).module);
        expect([seed, level, problems]).toEqual([seed, level, []]);
        expect([seed, level, await run(level)]).toEqual([seed, level, plain]);
      }
    }
  },
);
