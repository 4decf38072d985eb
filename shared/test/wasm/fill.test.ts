import { expect, test } from 'vitest';
import type { HostArray } from '../../src/wasm/hostValue';
import { compile, hostArray, textModule } from './compiled';

const sizes = [0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 63, 64, 127, 128, 129];
const room = 160;

test('fills of any constant size set those bytes and no others', async () => {
  const fills = sizes.map(
    (size, i) => `  memoryFill(a.1 + ${i * room + 1}ptr, ${i % 2 === 0 ? 0 : 171}i32, ${size}i32)`,
  );
  const module = textModule(`func f(a: array(u8, 1)) -> none {\n${fills.join('\n')}\n}`);
  for (const optimizeLevel of [0, 2] as const) {
    const fn = await compile(module, { optimizeLevel });
    const outcome = fn.call([hostArray(new Uint8Array(sizes.length * room).fill(7))]);
    const { buffer, offset } = outcome.argsAfter[0] as HostArray;
    const expected = sizes.flatMap((size, i) =>
      Array.from({ length: room }, (_, k) => (k < 1 || k > size ? 7 : i % 2 === 0 ? 0 : 171)),
    );
    expect(Array.from(buffer.slice(offset, offset + expected.length))).toEqual(expected);
  }
});
