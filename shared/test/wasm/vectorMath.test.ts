import { expect, test } from 'vitest';
import type { MathFunction } from '../../src/ir/mathFunctions';
import type { HostArray, HostValue } from '../../src/wasm/hostValue';
import { compile, hostArray, returned, seededRandom, textModule } from './compiled';

const unary: readonly MathFunction[] = [
  ...([
    'sin',
    'cos',
    'tan',
    'asin',
    'acos',
    'atan',
    'sinh',
    'cosh',
    'tanh',
    'asinh',
    'acosh',
    'atanh',
  ] as const),
  ...([
    'exp',
    'exp2',
    'expm1',
    'log',
    'log2',
    'log10',
    'log1p',
    'cbrt',
    'erf',
    'erfc',
    'gamma',
    'lgamma',
  ] as const),
];
const binary: readonly MathFunction[] = ['atan2', 'pow', 'hypot', 'fmod'];

const special = [
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -1e300,
  1e300,
  1e-300,
  5e-324,
  710,
  -750,
];
const seed = 20;

/** Mostly common values, so that whole vectors take the fast path, and some of every rare kind. */
function operands(random: () => number): number[] {
  return Array.from({ length: 301 }, (_, i) => {
    if (i > 200 && random() < 0.3) return special[Math.floor(random() * special.length)]!;
    return i % 3 === 0 ? random() : (random() - 0.5) * 40;
  });
}

function loop(names: readonly MathFunction[], call: (name: MathFunction) => string): string {
  const outputs = names.map((name) => `out_${name}: array(f64, 1)`).join(', ');
  const body = names
    .map(
      (name) =>
        `  for l_${name} i = 0 to a.2 step 1 {\n    f64[out_${name}.1 + i * 8] = ${call(name)}\n  }\n`,
    )
    .join('');
  return `func f(a: array(f64, 1), b: array(f64, 1), ${outputs}) -> none {\n  local i: i64\n${body}  return\n}`;
}

test.each([
  ['one argument', unary, (name: MathFunction) => `${name}(f64[a.1 + i * 8])`],
  ['two arguments', binary, (name: MathFunction) => `${name}(f64[a.1 + i * 8], f64[b.1 + i * 8])`],
] as const)(
  `functions of %s give every lane the scalar function's bits (seed ${seed})`,
  async (_, names, call) => {
    const random = seededRandom(seed);
    const given = [operands(random), operands(random)];
    const module = textModule(loop(names, call));
    const results: unknown[][] = [];
    for (const optimizeLevel of [0, 2] as const) {
      const compiled = await compile(module, { optimizeLevel, boundsChecks: false });
      const arrays = [...given, ...names.map(() => given[0]!.map(() => 0))].map((values) =>
        hostArray(new Float64Array(values)),
      );
      const outcome = compiled.call(arrays);
      returned(outcome);
      results.push(outcome.argsAfter.slice(2).map(numbers));
    }
    for (const [k, name] of names.entries()) expect([name, results[1]![k]]).toEqual([name, results[0]![k]]);
  },
);

function numbers(value: HostValue): number[] {
  const { buffer, offset } = value as HostArray;
  const bytes = buffer.slice(offset, offset + 301 * 8);
  return Array.from(new Float64Array(bytes.buffer, bytes.byteOffset, 301));
}
