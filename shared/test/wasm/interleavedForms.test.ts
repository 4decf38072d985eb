import { expect, test } from 'vitest';
import { verify } from '../../src/ir/verifier';
import { optimize } from '../../src/passes/optimize';
import type { HostArray } from '../../src/wasm/hostValue';
import { libraryFunction } from '../../src/wasm/library';
import { compile, hostArray, returned, seededRandom, textModule } from './compiled';

const makers = { f64: Float64Array, f32: Float32Array, i64: BigInt64Array, i16: Int16Array, u8: Uint8Array };
type Type = keyof typeof makers;
const types = Object.keys(makers) as Type[];
const count = 203;
const furthest = 4;
const seed = 7;

/** Loops over places `by` elements apart, `i` from 0 to the end: what is read, stored, and both in place. */
function loops(type: Type): string[] {
  const size = makers[type].BYTES_PER_ELEMENT;
  const place = (array: string, index: string) => `${type}[${array}.1 + (${index}) * ${size}]`;
  const all = (by: number, one: (member: number) => string) => Array.from({ length: by }, (_, m) => one(m));
  const [x, y] = [`x_${type}`, `y_${type}`];
  const back = `${count - 1} - i`;
  const strides = [2, 3, 4].flatMap((by) => [
    [`${place(y, 'i')} = ${all(by, (m) => place(x, `${by} * i + ${m}`)).join(' + ')}`],
    [`${place(y, 'i')} = ${place(x, `${by} * i + 1`)}`],
    all(by, (m) => `${place(y, `${by} * i + ${m}`)} = ${place(x, `${by} * i + ${by - 1 - m}`)}`),
    all(by, (m) => {
      const here = place(y, `${by} * i + ${m}`);
      return m === 1
        ? `if ${here} < ${place(x, 'i')} { ${here} = ${place(x, 'i')} }`
        : `${here} = ${here} + ${here}`;
    }),
  ]);
  const reversed = [
    [`${place(y, 'i')} = ${place(x, back)}`],
    [`${place(y, back)} = ${place(x, 'i')} + ${place(x, back)}`],
    [`${place(y, back)} = ${place(y, back)} - ${place(x, 'i')}`],
  ];
  return [...strides, ...reversed].map((body) => body.join('\n    '));
}

function program(): string {
  const params = types.flatMap((type) => [`x_${type}: array(${type}, 1)`, `y_${type}: array(${type}, 1)`]);
  const body = types
    .flatMap(loops)
    .map((text, i) => `  for l${i} i = 0 to ${count} step 1 {\n    ${text}\n  }`);
  return `func f(${params.join(', ')}) -> none {\n  local i: i64\n${body.join('\n')}\n  return\n}`;
}

/** Loops over the first places of rows whose length is known only when they run; `y` takes what they read. */
function rowLoops(type: Type): string[] {
  const size = makers[type].BYTES_PER_ELEMENT;
  const y = `${type}[y_${type}.1 + i * ${size}]`;
  const x = (member: number) => `${type}[(x_${type}.1 + ptr(i * x_${type}.4)) + ${member} * ${size}]`;
  return [
    `${y} = ${x(0)} - ${x(1)}`,
    `${y} = ${x(0)} + ${x(1)} + ${x(2)}`,
    `${y} = ${x(3)} - ${x(0)}`,
    `${x(0)} = ${x(0)} + ${y}\n    ${x(1)} = ${x(0)} - ${x(1)}`,
    `${x(0)} = ${x(2)}\n    ${x(1)} = ${x(1)} - ${y}\n    ${x(2)} = ${y}`,
  ];
}

function rowProgram(): string {
  const params = types.flatMap((type) => [`x_${type}: array(${type}, 2)`, `y_${type}: array(${type}, 1)`]);
  const body = types
    .flatMap(rowLoops)
    .map((text, i) => `  for l${i} i = 0 to ${count - 2} step 1 {\n    ${text}\n  }`);
  return `func f(${params.join(', ')}) -> none {\n  local i: i64\n${body.join('\n')}\n  return\n}`;
}

test.each([
  [`elements apart and from behind are read and stored as by the scalar loop (seed ${seed})`, program()],
  [`rows are read and stored as by the scalar loop, however long they are (seed ${seed})`, rowProgram()],
])('%s', async (_, text) => {
  const module = textModule(text);
  expect(verify(module)).toEqual([]);
  const options = { level: 2, boundsChecks: false, library: libraryFunction } as const;
  const { remarks } = optimize(module, options);
  expect(remarks.filter((one) => one.message.startsWith('not vectorised'))).toEqual([]);
  const rows = text.includes('.4)')
    ? [
        [count, 2],
        [count, 3],
        [count, 4],
        [count, 7],
      ]
    : [undefined];
  const results: Uint8Array[][] = [];
  for (const optimizeLevel of [0, 2] as const) {
    const random = seededRandom(seed);
    const compiled = await compile(module, { optimizeLevel, boundsChecks: false });
    const after = rows.flatMap((shape) => {
      const outcome = compiled.call(
        types.flatMap((type) => [operands(type, random, shape), operands(type, random)]),
      );
      returned(outcome);
      return outcome.argsAfter as HostArray[];
    });
    results.push(after.map(({ buffer }) => buffer));
  }
  expect(results[1]).toEqual(results[0]);
});

function operands(
  type: Type,
  random: () => number,
  shape: readonly number[] = [furthest * count],
): HostArray {
  const length = shape.reduce((a, b) => a * b);
  const numbers = Array.from({ length }, () => Math.floor((random() - 0.3) * 100));
  if (type === 'i64') return hostArray(BigInt64Array.from(numbers, BigInt) as never, shape);
  return hostArray(new makers[type as 'f64'](numbers), shape);
}
