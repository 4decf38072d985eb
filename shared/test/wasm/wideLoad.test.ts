import { expect, test } from 'vitest';
import { FunctionBuilder } from '../../src/ir/builder';
import { convert, load } from '../../src/ir/expressions';
import type { ScalarType } from '../../src/ir/scalarType';
import { emit } from '../../src/wasm/emit';
import { instantiate } from '../../src/wasm/host/instantiate';

/** A function that widens the first element of an array. */
async function widened(element: ScalarType, wide: 'i64' | 'u64', optimizeLevel: 0 | 2): Promise<unknown> {
  const ir = new FunctionBuilder('widen', { kind: 'scalar', scalar: wide });
  const data = ir.parameter('x', {
    kind: 'array',
    element: { kind: 'scalar', scalar: element },
    ndim: 1,
  })[1]!;
  ir.return([convert(load(element, { base: data }), wide)]);
  const module = { name: 'm', entry: 'widen', data: [], functions: [ir.finish()] };
  const compiled = await instantiate(await emit(module, { optimizeLevel, boundsChecks: false }), {
    memoryLimitBytes: 2 ** 22,
  });
  const buffer = new Uint8Array([0xfe, 0xff, 0xff, 0xff]);
  const outcome = compiled.call([{ kind: 'array', shape: [1], strides: [4], offset: 0, buffer }]);
  return outcome.kind === 'returned' ? outcome.value : outcome;
}

test.each([0, 2] as const)('widens loads by their own signedness at level %i', async (level) => {
  expect(await widened('u32', 'u64', level)).toBe(0xfffffffen);
  expect(await widened('u32', 'i64', level)).toBe(0xfffffffen);
  expect(await widened('i32', 'i64', level)).toBe(-2n);
});
