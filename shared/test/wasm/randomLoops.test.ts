import { expect, test } from 'vitest';
import { printText } from '../../src/ir/printer';
import { verify } from '../../src/ir/verifier';
import { optimize } from '../../src/passes/optimize';
import type { HostArray, HostTuple, HostValue } from '../../src/wasm/hostValue';
import { libraryFunction } from '../../src/wasm/library';
import { compile, hostArray, returned, seededRandom } from './compiled';
import { randomLoops } from './randomLoops';
import { arrayLength, type LoopType as Type } from './randomPlaces';

const makers = {
  f64: Float64Array,
  f32: Float32Array,
  i64: BigInt64Array,
  u64: BigUint64Array,
  i32: Int32Array,
  u32: Uint32Array,
  i16: Int16Array,
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
} as const;

const special = [
  0,
  -0,
  1,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e-320,
  1e300,
  800,
  -800,
  2 ** 31,
  2 ** 53,
];

function filled(type: Type, random: () => number): HostArray {
  const values = Array.from({ length: arrayLength }, () => {
    if (type === 'f64' || type === 'f32')
      return random() < 0.08 ? special[Math.floor(random() * special.length)]! : (random() - 0.3) * 8;
    const wide = Math.floor((random() - 0.5) * 2 ** (random() < 0.2 ? 60 : 6));
    return wide;
  });
  const make = makers[type];
  const data =
    type === 'i64' || type === 'u64'
      ? new (make as typeof BigInt64Array)(values.map(BigInt))
      : new (make as typeof Float64Array)(values);
  return hostArray(data as Float64Array);
}

/** Numbers, so that all NaN are alike and the zeros are not. */
function readable(value: HostValue, types: readonly Type[]): unknown {
  return (value as HostTuple).items.map((item, i) => {
    if (typeof item !== 'object' || item?.kind !== 'array') return item;
    const bytes = item.buffer.slice(item.offset, item.offset + arrayLength * item.strides[0]!);
    return Array.from(new makers[types[i]!](bytes.buffer) as ArrayLike<number | bigint>);
  });
}

const calls: readonly (readonly [bigint, bigint, number])[] = [
  [8n, 0n, 1.5],
  [9n, 3n, 0.5],
  [10n, -1n, 3],
  [20n, 0n, -0.5],
  [99n, 1n, 0.25],
  [77n, -2n, 700],
  [99n, 8n, 2],
];

const programs = 100;
const perTest = 20;

test.each(Array.from({ length: programs / perTest }, (_, i) => i * perTest + 1))(
  'loops from seed %i give the same in vectors, bit for bit',
  async (first) => {
    for (let seed = first; seed < first + perTest; seed++) {
      const { module, types } = randomLoops(seed);
      expect([seed, verify(module)]).toEqual([seed, []]);
      const { module: optimized } = optimize(module, {
        level: 2,
        boundsChecks: false,
        library: libraryFunction,
      });
      const problems = verify(optimized).filter((problem) => !problem.includes('data segment math.'));
      expect([seed, problems, problems.length > 0 ? printText(optimized) : '']).toEqual([seed, [], '']);
      const plain = await compile(module, { optimizeLevel: 0, boundsChecks: false });
      const fast = await compile(module, { optimizeLevel: 2, boundsChecks: false });
      for (const call of calls) {
        const run = (fn: typeof plain) => {
          const random = seededRandom(seed);
          const arrays = types.map((type) => filled(type, random));
          return readable(returned(fn.call([...arrays, ...call])), types);
        };
        expect([seed, call, run(fast)]).toEqual([seed, call, run(plain)]);
      }
    }
  },
  60_000,
);

test('many of the random loops are vectorised, fused, look for extremes, or keep in locals what they store', () => {
  const remarks = Array.from({ length: programs }, (_, i) => {
    const { module } = randomLoops(i + 1);
    return optimize(module, { level: 2, boundsChecks: false, library: libraryFunction }).remarks;
  });
  const vectorised = remarks.flat().filter((remark) => remark.message.startsWith('vectorised'));
  expect(vectorised.length).toBeGreaterThan(programs / 4);
  const searches = vectorised.filter((remark) => remark.message.endsWith('each lane with its best'));
  expect(searches.length).toBeGreaterThan(programs / 10);
  const registered = remarks.flat().filter((remark) => remark.pass === 'registerLoops');
  expect(registered.length).toBeGreaterThan(programs / 4);
  const guarded = remarks.flat().filter((remark) => remark.pass === 'guardLoops');
  expect(guarded.length).toBeGreaterThan(programs / 10);
  const threaded = remarks.flat().filter((remark) => remark.pass === 'threadConditions');
  expect(threaded.length).toBeGreaterThan(programs / 20);
  const fused = remarks.flat().filter((remark) => remark.pass === 'fuseLoops');
  expect(fused.length).toBeGreaterThan(programs / 5);
});
