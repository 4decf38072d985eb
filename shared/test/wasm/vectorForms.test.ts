import { expect, test } from 'vitest';
import { verify } from '../../src/ir/verifier';
import { optimize } from '../../src/passes/optimize';
import type { HostArray } from '../../src/wasm/hostValue';
import { libraryFunction } from '../../src/wasm/library';
import { compile, hostArray, returned, seededRandom, textModule } from './compiled';

const makers = {
  f64: Float64Array,
  f32: Float32Array,
  i64: BigInt64Array,
  u64: BigUint64Array,
  i32: Int32Array,
  u32: Uint32Array,
  i16: Int16Array,
  u16: Uint16Array,
  i8: Int8Array,
  u8: Uint8Array,
} as const;
type Type = keyof typeof makers;
const types = Object.keys(makers) as Type[];
const integers = types.filter((type) => type[0] !== 'f');
const count = 301;
const seed = 41;

/** Mostly common values; then powers of two and their neighbours, and what is rare in floats. */
function operands(type: Type, random: () => number): HostArray {
  const wide = (i: number) => {
    if (i < 100) return Math.floor((random() - 0.3) * 60);
    const power = 2 ** Math.floor(random() * 66);
    return Math.floor((random() < 0.5 ? power : -power) * (random() < 0.5 ? 1 : random() + 0.5));
  };
  const rare = [
    0,
    -0,
    Number.NaN,
    Infinity,
    -Infinity,
    0.5,
    -1.5,
    5e-324,
    2 ** 63,
    2 ** 64,
    -(2 ** 63),
    1e300,
  ];
  const offset = () => BigInt(Math.floor(random() * 3) - 1);
  const values = Array.from({ length: count }, (_, i) => {
    if (type[0] !== 'f') return BigInt(wide(i)) + (i < 100 ? 0n : offset());
    if (i > 200 && random() < 0.3) return rare[Math.floor(random() * rare.length)]!;
    return i < 100 ? (random() - 0.4) * 40 : wide(i) + (random() < 0.5 ? 0 : random());
  });
  const make = makers[type] as typeof BigInt64Array;
  const is64 = type === 'i64' || type === 'u64';
  const data = is64
    ? new make(values as bigint[])
    : new (make as unknown as typeof Float64Array)(
        values.map((value) => (typeof value === 'bigint' ? Number(BigInt.asIntN(32, value)) : value)),
      );
  return hostArray(data as unknown as Float64Array);
}

interface Form {
  readonly to: Type;
  /** Of `x_T` and `y_T`, elements of the two arrays of a type, and `k_T`, a number that all iterations share. */
  readonly text: string;
}

const size = (type: Type) => makers[type].BYTES_PER_ELEMENT;

/** One loop for each form, each into an array of its own. */
function program(forms: readonly Form[]): string {
  const params = types.flatMap((type) => [`x_${type}: array(${type}, 1)`, `y_${type}: array(${type}, 1)`]);
  const outputs = forms.map(({ to }, i) => `out${i}: array(${to}, 1)`);
  const constants = types.map((type) => `k_${type}: ${type}`);
  const loops = forms.map(({ to, text }, i) => {
    const value = text.replaceAll(/\b([xy])_(\w+)/g, (_, name, type) => {
      return `${type}[${name}_${type}.1 + i * ${size(type as Type)}]`;
    });
    return `  for l${i} i = 0 to ${count} step 1 {\n    ${to}[out${i}.1 + i * ${size(to)}] = ${value}\n  }`;
  });
  const all = [...params, ...constants, ...outputs].join(', ');
  return `func f(${all}) -> none {\n  local i: i64\n${loops.join('\n')}\n  return\n}`;
}

/** What differs between the scalar loop and the vectors, and which loops are not vectorised. */
async function differences(forms: readonly Form[], shared: number): Promise<unknown[]> {
  const module = textModule(program(forms));
  expect(verify(module)).toEqual([]);
  const options = { level: 2, boundsChecks: false, library: libraryFunction } as const;
  const refused = optimize(module, options).remarks.filter((one) => one.message.startsWith('not vectorised'));
  expect(refused.map((one) => one.message)).toEqual([]);
  const results: string[][] = [];
  for (const optimizeLevel of [0, 2] as const) {
    const random = seededRandom(seed);
    const given = types.flatMap((type) => [operands(type, random), operands(type, random)]);
    const constants = types.map((type) => (type === 'i64' || type === 'u64' ? BigInt(shared) : shared));
    const outputs = forms.map(({ to }) => hostArray(new makers[to](count) as Float64Array));
    const compiled = await compile(module, { optimizeLevel, boundsChecks: false });
    const outcome = compiled.call([...given, ...constants, ...outputs]);
    returned(outcome);
    const after = outcome.argsAfter.slice(given.length + constants.length) as HostArray[];
    results.push(
      after.map(({ buffer, offset, strides }, i) => numbers(buffer, offset, strides[0]!, forms[i]!)),
    );
  }
  return forms.flatMap((form, i) =>
    results[0]![i] === results[1]![i] ? [] : [form, results[0]![i], results[1]![i]],
  );
}

function numbers(buffer: Uint8Array, offset: number, step: number, { to }: Form): string {
  const bytes = buffer.slice(offset, offset + count * step);
  return Array.from(new makers[to](bytes.buffer) as ArrayLike<number | bigint>, String).join(' ');
}

test(`conversions between all types give every lane the scalar's value (seed ${seed})`, async () => {
  const forms = types.flatMap((from) =>
    types.flatMap((to) => (from === to ? [] : [{ to, text: `${to}(x_${from})` }])),
  );
  const truncated = ['i8', 'u16', 'i32'].map((to) => ({ to: to as Type, text: `${to}(i64(x_f64))` }));
  expect(await differences([...forms, ...truncated], 3)).toEqual([]);
});

test.each([7, -3, 1])(
  `divisions by constants, by %i and by each other round as the scalar's (seed ${seed})`,
  async (shared) => {
    const signed = integers.filter((type) => type[0] === 'i');
    const forms = integers.flatMap((type) => {
      const number = type === 'i64' ? '' : type;
      const divisor = `(${type === 'u64' || type === 'i64' ? `y_${type} & 255${number}` : `y_${type}`} | 1${number})`;
      return ['//', '%%'].flatMap((op) =>
        [`7${number}`, `100${number}`, `8${number}`, `k_${type}`, divisor].map((by) => ({
          to: type,
          text: `x_${type} ${op} ${by}`,
        })),
      );
    });
    const truncating = signed.flatMap((type) =>
      ['/', '%'].map((op) => ({ to: type, text: `x_${type} ${op} ${type === 'i64' ? '10' : `10${type}`}` })),
    );
    const positive = forms.filter(({ to, text }) => shared > 0 || to[0] === 'i' || !text.includes('k_'));
    expect(await differences([...positive, ...truncating], shared)).toEqual([]);
  },
);

test(`integers computed in 64 bits as Python's are give the same in few bits (seed ${seed})`, async () => {
  const narrow = integers.filter((type) => size(type) < 8);
  const forms = narrow.flatMap((type): Form[] => {
    const [x, y] = [`i64(x_${type})`, `i64(y_${type})`];
    return [
      ...[
        `${x} + ${y}`,
        `${x} - ${y}`,
        `${x} * ${y}`,
        `(${x} + ${y}) // 2`,
        `${x} & 12`,
        `-${x}`,
        `~${x}`,
      ].map((text) => ({
        to: type,
        text: `${type}(${text})`,
      })),
      { to: type, text: `${type}((${x} * 77 + ${y} * 150) >> 8)` },
      { to: type, text: `${type}(${x} << 3)` },
      { to: type, text: `${type}(${x} < ${y} ? ${y} - ${x} : ${x} - ${y})` },
      { to: type, text: `${type}(min(max(${x} * 3, 0), 255))` },
      { to: 'i64', text: `${x} * ${y} + 1` },
      { to: 'i64', text: `i64(u64(x_${type}) - u64(y_${type}))` },
      { to: type, text: `${type}((u64(x_${type}) - u64(y_${type})) >> 1u64)` },
      { to: 'u8', text: `u8(${x} > ${y} ? 1 : 0)` },
      { to: 'f64', text: `f64(${x} + ${y}) * 0.5` },
      { to: 'i32', text: `i32(abs(${x} - ${y}) %% 10)` },
    ];
  });
  const products: Form[] = [
    ...['3', '8', '10', '7', '-5', '4294967297', 'i64(x_i32)', 'i64(x_u8)', 'i'].map(
      (by) => `i64(x_i32) * ${by}`,
    ),
    ...['3', '8', '10', '7', '4294967297'].map((by) => `f64(x_i64 * ${by}) < 0.5 ? 0 : 1`),
  ].map((text) => ({ to: 'i64', text }));
  const indices: Form[] = [
    'i %% 7',
    'i // 3 + i',
    '(i - 40) % 6',
    'i64(u64(x_u8) * u64(x_u32))',
    'i64(i > 20)',
  ].map((text) => ({ to: 'i64', text }));
  const counted: Form[] = [
    { to: 'f64', text: 'f64(i) / 8.0' },
    { to: 'f32', text: 'f32(i) * x_f32' },
    { to: 'u16', text: 'u16(i) + x_u16' },
  ];
  const single: Form[] = ['+', '-', '*', '/'].map((op) => ({
    to: 'f32',
    text: `f32(f64(x_f32) ${op} f64(y_f32))`,
  }));
  expect(
    await differences(
      [
        ...forms,
        ...products,
        ...indices,
        ...counted,
        ...single,
        { to: 'f32', text: 'f32(f64(x_f32) * 2.5)' },
      ],
      3,
    ),
  ).toEqual([]);
});

test(`sums, differences, extremes and bits of all integers come out as the scalar loop's (seed ${seed})`, async () => {
  const updates = integers.flatMap((type) => [
    ...[
      's + V',
      's - V',
      's * V',
      's ^ V',
      's & V',
      's | V',
      'min(s, V)',
      's < V ? V : s',
      's >= V ? V : s',
    ].map((text) => text.replaceAll('V', `i64(x_${type})`)),
    `s + i64(x_${type} > y_${type})`,
    `s - i64(x_${type} > y_${type})`,
    `x_${type} > y_${type} ? s + i64(x_${type}) : s`,
    `x_${type} > y_${type} ? s : s - i64(u64(x_${type}) - u64(y_${type}))`,
    `if x_${type} > y_${type} { s = s + 1 } else { if x_${type} < y_${type} { s = s + 1 } }`,
    `if x_${type} > y_${type} { s = s - 1 } else { if x_${type} < y_${type} { s = s - i64(x_${type}) } }`,
  ]);
  const params = types.flatMap((type) => [`x_${type}: array(${type}, 1)`, `y_${type}: array(${type}, 1)`]);
  const element = (_: string, name: string, type: string) =>
    `${type}[${name}_${type}.1 + i * ${size(type as Type)}]`;
  const loops = updates.map((text, i) => {
    const value = text.replaceAll(/\b([xy])_(\w+)/g, element);
    const update = value.startsWith('if') ? value : `s = ${value}`;
    return `  s = 12345\n  for l${i} i = 0 to ${count} step 1 {\n    ${update}\n  }\n  i64[out.1 + ${i} * 8] = s`;
  });
  const module = textModule(
    `func f(${params.join(', ')}, out: array(i64, 1)) -> none {\n  local i: i64\n  local s: i64\n${loops.join('\n')}\n  return\n}`,
  );
  const results: string[][] = [];
  for (const optimizeLevel of [0, 2] as const) {
    const random = seededRandom(seed);
    const given = types.flatMap((type) => [operands(type, random), operands(type, random)]);
    const compiled = await compile(module, { optimizeLevel, boundsChecks: false });
    const outcome = compiled.call([...given, hostArray(new BigInt64Array(updates.length) as never)]);
    returned(outcome);
    const { buffer, offset } = outcome.argsAfter.at(-1) as HostArray;
    const bytes = buffer.slice(offset, offset + updates.length * 8);
    results.push(Array.from(new BigInt64Array(bytes.buffer), (value, i) => `${updates[i]}: ${value}`));
  }
  expect(results[1]).toEqual(results[0]);
});
