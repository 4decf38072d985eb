import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { linkModules } from '../../../src/frontends/python/bind/imports';
import { argumentTypes } from '../../../src/frontends/python/infer/evidence/argumentTypes';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { signatureOf } from '../../../src/frontends/python/types/signatureText';
import { typeName } from '../../../src/frontends/python/types/typeName';
import { bindText } from '../bind/bindText';

beforeAll(loadGrammar);

const folder = join(import.meta.dirname, '../../../../test-fixtures/tutorial');
const programs = readdirSync(folder).filter((name) => name.endsWith('.py'));

function evidenceIn(text: string): number {
  const module = bindText(text);
  const linked = linkModules([module]);
  let count = 0;
  for (const fn of module.functions) {
    for (const tuple of argumentTypes(fn, linked)) {
      expect(tuple).toHaveLength(fn.node.params.length);
      count += tuple.map(({ type }) => typeName(type)).length;
    }
    for (const signature of fn.decorator?.signatures ?? []) signatureOf(signature, module, '0.68');
  }
  return count;
}

test.each(programs)('half-typed %s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  for (let end = 0; end <= text.length; end += 9) {
    evidenceIn(text.slice(0, end));
    evidenceIn(text.slice(0, end) + text.slice(end + 5));
  }
});

test('functions that call each other in circles, many ways', () => {
  const functions = Array.from(
    { length: 60 },
    (_, i) =>
      `def f${i}(x, y):\n    return f${(i * 7 + 1) % 60}(y, x) + f${(i * 11 + 3) % 60}(x + 1, y) + f${(i + 1) % 60}(x, 2.5)\n`,
  );
  const start = performance.now();
  expect(evidenceIn(`${functions.join('')}f0(1, 2)\n`)).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('a program of 2,000 lines', () => {
  const functions = Array.from(
    { length: 250 },
    (_, i) =>
      `def g${i}(a, n=3):\n    total = 0.0\n    for i in range(n):\n        total += a[i]\n    return total\n\ndata${i} = [float(v) for v in range(${i})]\nprint(g${i}(data${i}) + g${Math.max(0, i - 1)}(data${i}, 4))\n`,
  );
  const start = performance.now();
  expect(evidenceIn(functions.join(''))).toBeGreaterThan(500);
  expect(performance.now() - start).toBeLessThan(20_000);
});
