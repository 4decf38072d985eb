import { describe, expect, test } from 'vitest';
import { parseFunctions, parseModule } from '../../src/ir/parser';
import { printText } from '../../src/ir/printer';
import type { ModuleIR } from '../../src/ir/nodes';
import { verify } from '../../src/ir/verifier';
import { emit } from '../../src/wasm/emit';
import { allocatorSource } from '../../src/wasm/runtime/allocator';
import { mathSources } from '../../src/wasm/math/sources';
import { corpusModule, corpusNames } from '../wasm/corpus';

describe('parsing what the printer printed', () => {
  test.each(corpusNames)('%s', async (name) => {
    const module = corpusModule(name);
    const again = parseModule(printText(module));
    expect(again).toEqual(module);
    const options = { optimizeLevel: 0, boundsChecks: true } as const;
    expect((await emit(again, options)).bytes).toEqual((await emit(module, options)).bytes);
  });

  test('data segments and odd constants', () => {
    const module: ModuleIR = {
      name: 'weird name',
      entry: 'f',
      data: [{ name: 'table', bytes: new Uint8Array([0, 255, 16]), align: 8 }],
      functions: parseFunctions(`
func f() -> tuple(f64, f64, f64, f32, f32, i64, u64, i8, ptr, bool, i64) {
  return -0.0, -inf, 1e300, 0.10000000149011612f32, -inf.f32, -9223372036854775808, 18446744073709551615u64, -128i8, &table, true, i64[&table + 3 * 8 - 16]
}`),
    };
    expect(parseModule(printText(module))).toEqual(module);
  });

  test('the run-time library', () => {
    const functions = [allocatorSource, ...mathSources].flatMap((text) => parseFunctions(text));
    const module: ModuleIR = { name: 'library', entry: 'rt.allocate', data: [], functions };
    expect(parseModule(printText(module))).toEqual(module);
  });
});

test('the corpus is valid', () => {
  for (const name of corpusNames) expect(verify(corpusModule(name))).toEqual([]);
});

test.each([
  ['func f( -> none {}', 'line 1: expected a name, found "->"'],
  ['func f() -> none {\n  x = 1\n  return y\n}', 'line 3: expected a local, found "y"'],
  ['func f() -> none {\n  return', 'line 2: expected a statement, found "the end"'],
  ['func f() -> i64 { return 1 ; }', 'line 1: cannot read "; }"'],
  ['func f() -> thing { }', 'line 1: no type: thing'],
  ['module m\nentry f\nglobal', 'line 3: expected func'],
])('wrong text %j says where', (text, message) => {
  const parse = text.startsWith('module') ? parseModule : parseFunctions;
  expect(() => parse(text)).toThrow(message);
});
