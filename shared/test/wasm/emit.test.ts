import { describe, expect, test } from 'vitest';
import type { ModuleIR } from '../../src/ir/nodes';
import { parseFunctions, parseModule } from '../../src/ir/parser';
import { verify } from '../../src/ir/verifier';
import { forEachExpression, forEachStatement } from '../../src/ir/walk';
import { emit } from '../../src/wasm/emit';
import { warmUp } from '../../src/wasm/warmUp';
import { instantiate } from '../../src/wasm/host/instantiate';
import { libraryFunction } from '../../src/wasm/library';
import { mathSources } from '../../src/wasm/math/sources';
import { allocatorSource } from '../../src/wasm/runtime/allocator';
import { compile, returned, textModule } from './compiled';
import { corpusModule, corpusNames } from './corpus';

const levels = [0, 1, 2, 3] as const;

describe.each([0, 2] as const)('level %i', (optimizeLevel) => {
  test.each(corpusNames)('%s gives the same bytes each time', async (name) => {
    const options = { optimizeLevel, boundsChecks: true };
    const first = await emit(corpusModule(name), options);
    for (const other of corpusNames.slice(0, 3)) await emit(corpusModule(other), options);
    const second = await emit(corpusModule(name), options);
    expect(second.bytes).toEqual(first.bytes);
    expect(WebAssembly.validate(first.bytes as BufferSource)).toBe(true);
  });
});

test('the corpus has every operation of the IR', () => {
  const seen = new Set<string>();
  for (const name of corpusNames) {
    for (const fn of corpusModule(name).functions) {
      forEachStatement(fn.body, (statement) => seen.add(statement.op));
      forEachExpression(fn.body, (expression) => seen.add(expression.op));
    }
  }
  const statements = [
    'set',
    'store',
    'callMany',
    'if',
    'loop',
    'for',
    'block',
    'break',
    'continue',
    'return',
  ];
  const others = ['raise', 'try', 'print', 'memoryCopy', 'memoryFill', 'evaluate'];
  const expressions = [
    'const',
    'local',
    'select',
    'convert',
    'reinterpret',
    'load',
    'wrapIndex',
    'checkIndex',
  ];
  const calls = ['math', 'call'];
  for (const op of [...statements, ...others, ...expressions, ...calls])
    expect([op, seen.has(op)]).toEqual([op, true]);
});

test('the run-time library is valid', () => {
  const functions = [allocatorSource, ...mathSources].flatMap((text) => parseFunctions(text));
  const intrinsic = /call of wasm\./;
  const known = new Set(['rt.allocate', 'rt.reallocate', 'rt.retain', 'rt.release']);
  const segments = new Set<string>();
  for (const fn of functions) {
    forEachExpression(fn.body, (one) => {
      if (one.op === 'dataAddress') segments.add(one.segment);
    });
  }
  const data = [...segments].map((name) => ({ name, bytes: new Uint8Array(8), align: 8 }));
  const problems = verify({ name: 'library', entry: 'rt.allocate', data, functions });
  const unexpected = problems.filter((one) => !intrinsic.test(one) && !known.has(one.split(':')[0]!));
  expect(unexpected).toEqual([]);
  expect(libraryFunction('nothing')).toBeUndefined();
});

test('data segments are found where their addresses say', async () => {
  const module = parseModule(`
module m
entry f
data byte align 1 "07"
data zeros align 64 "${'00'.repeat(40)}"
data table align 8 "0100000000000000ffffffffffffffff"
func f(i: i64) -> i64 {
  i64[&zeros + i * 8] = i64[&table + i * 8] * i64(u8[&byte])
  return i64[&zeros + i * 8] + i64(u32(&zeros) %% 64u32)
}`);
  for (const optimizeLevel of levels) {
    const fn = await compile(module, { optimizeLevel });
    expect([0n, 1n].map((i) => returned(fn.call([i])))).toEqual([7n, -7n]);
  }
});

test('addresses fold constants, wrap and scale', async () => {
  const fn = await compile(
    textModule(`
func f(a: array(f64, 1), i: i64, k: i32) -> tuple(f64, f64, f64, f64, f64, f64) {
  return f64[a.1 + i * 8 - 8], f64[a.1 + i * 8 + 8], f64[a.1 + 2 * 8], f64[a.1 + k * 8], f64[a.1 + i64(k) * 24 - 24], f64[a.1 + (i + 4294967296) * 8]
}`),
  );
  const data = Float64Array.from({ length: 8 }, (_, i) => i);
  const array = {
    kind: 'array',
    shape: [8],
    strides: [8],
    offset: 0,
    buffer: new Uint8Array(data.buffer),
  } as const;
  const { items } = returned(fn.call([array, 3n, 2])) as { items: unknown };
  expect(items).toEqual([2, 4, 2, 2, 3, 3]);
});

test('labels may be used again one after the other', async () => {
  const fn = await compile(
    textModule(`
func f(n: i64) -> i64 {
  local i, s: i64
  for l i = 0 to n step 1 {
    if i == 3 {
      break l
    }
    s = s + 1
  }
  for l i = 0 to n step 1 {
    if i == 4 {
      continue l
    }
    s = s + 10
  }
  return s
}`),
  );
  expect(returned(fn.call([6n]))).toBe(53n);
});

test('a module that cannot be compiled is reported as ours, with the function', async () => {
  const module = textModule('func f(x: f64) -> f64 { return x }');
  const broken: ModuleIR = {
    ...module,
    functions: [{ ...module.functions[0]!, name: 'f', body: [{ op: 'break', label: 'nowhere' }] }],
  };
  const options = { optimizeLevel: 0, boundsChecks: true } as const;
  await expect(emit(broken, options)).rejects.toThrow('Jitsight bug: f cannot be emitted');
  const undefinedCallee = textModule('func f(x: f64) -> f64 { return call f64 g(x) }');
  await expect(emit(undefinedCallee, options)).rejects.toThrow(
    /Jitsight bug: invalid Wasm for f: .*function f/,
  );
});

test('names that the module uses itself', async () => {
  for (const name of ['memory', 'raised']) {
    const module = textModule(`func ${name}(x: f64) -> f64 { return x }`);
    expect(returned((await compile(module)).call([2]))).toBe(2);
  }
  const taken = textModule('func math.exp(x: f64) -> f64 { return x }');
  await expect(compile(taken)).rejects.toThrow('math.exp is a function of the run-time library');
});

test('warming up compiles', async () => {
  await expect(warmUp()).resolves.toBeUndefined();
});

test('the host refuses imports that it does not know', async () => {
  const artifact = await emit(textModule('func f(x: f64) -> f64 { return x }'), {
    optimizeLevel: 0,
    boundsChecks: true,
  });
  const name = (text: string) => [text.length, ...Buffer.from(text)];
  const imported = [1, ...name('jitsight'), ...name('nothing'), 0, 0];
  const type = [1, 4, 1, 0x60, 0, 0];
  const bytes = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...type, 2, imported.length, ...imported);
  await expect(instantiate({ ...artifact, bytes }, { memoryLimitBytes: 1e6 })).rejects.toThrow(
    'the module wants nothing of its host',
  );
});
