import { describe, expect, test } from 'vitest';
import { FunctionBuilder } from '../../src/ir/builder';
import { add, f64, i64, load, mul } from '../../src/ir/expressions';
import { printModule } from '../../src/ir/printer';
import { SourceFile } from '../../src/source/sourceFile';
import { emit } from '../../src/wasm/emit';
import { listWat } from '../../src/wasm/listing';
import { sectionSizes } from '../../src/wasm/sections';
import { arrayOf, moduleOf, scalar } from './compiled';

const lines = ['def total(a):', '    s = 0.0', '    for x in a:', '        s += x * 2.0', '    return s'];
const source = new SourceFile('file:///total.py', lines.join('\n'));

function rangeOfLine(line: number) {
  const start = source.offsetAt({ line, column: 0 }) + lines[line]!.search(/\S/);
  return { start, end: start + lines[line]!.trim().length };
}

const total = (() => {
  const b = new FunctionBuilder('total', scalar('f64'));
  const [, data, length] = b.parameter('a', arrayOf('f64'), 'array(float64, 1d, C)');
  const s = b.local('f64', 's');
  b.at(rangeOfLine(1), () => b.set(s, f64(0)));
  b.at(rangeOfLine(2), () =>
    b.for({ start: i64(0), stop: length! }, (i) => {
      b.at(rangeOfLine(3), () =>
        b.set(s, add(s, mul(load('f64', { base: data!, index: i, scale: 8 }), f64(2)))),
      );
    }),
  );
  b.at(rangeOfLine(4), () => b.return([s]));
  return moduleOf(b.finish({ range: rangeOfLine(0) }));
})();

test('printed IR knows its source lines', () => {
  const listing = printModule(total, source);
  const known = listing.lines.filter((line) => line.sourceLine !== undefined);
  expect(known.map((line) => [line.sourceLine, line.text.trim()])).toEqual([
    [0, 'func total(a: array(f64, 1) "array(float64, 1d, C)") -> f64 {'],
    [1, 's = 0.0'],
    [2, 'for for0 i = 0 to a.2 step 1 {'],
    [3, 's = s + f64[a.1 + i * 8] * 2.0'],
    [4, 'return s'],
  ]);
});

describe.each([0, 1, 2, 3] as const)('Wasm text at level %i', (optimizeLevel) => {
  test('knows its source lines', async () => {
    const artifact = await emit(total, { optimizeLevel, boundsChecks: true, text: true });
    const listing = listWat(artifact, source);
    const lineOf = (pattern: RegExp) => listing.lines.find((line) => pattern.test(line.text))?.sourceLine;
    expect(lineOf(/f64\.load/)).toBe(3);
    expect(lineOf(/f64\.mul|f64\.add/)).toBe(3);
    expect(lineOf(/\(loop/)).toBe(2);
    expect(lineOf(/^\(module/)).toBeUndefined();
    expect(listing.lines.some((line) => line.text.includes(';;@'))).toBe(false);
    const closings = listing.lines.filter((line) => line.text.trim() === ')');
    expect(closings.at(-1)).toEqual({ text: ')' });
  });

  test('names the locals', async () => {
    const artifact = await emit(total, { optimizeLevel, boundsChecks: true, text: true });
    if (optimizeLevel === 0 || optimizeLevel === 2) expect(artifact.text).toContain('local.set $s');
  });

  test('keeping the text changes no byte', async () => {
    const options = { optimizeLevel, boundsChecks: true };
    const plain = await emit(total, options);
    const withText = await emit(total, { ...options, text: true });
    expect(withText.bytes).toEqual(plain.bytes);
    expect((await emit(total, options)).bytes).toEqual(plain.bytes);
  });
});

test('section sizes add up to the module', async () => {
  const { bytes } = await emit(total, { optimizeLevel: 2, boundsChecks: true });
  const sizes = sectionSizes(bytes);
  expect(sizes.reduce((sum, section) => sum + section.bytes, 0)).toBe(bytes.length);
  expect(sizes.map((section) => section.name)).toEqual([
    'header',
    'type',
    'function',
    'memory',
    'export',
    'code',
  ]);
});
