import type { HostArray, HostValue } from '@jitsight/shared/wasm/hostValue';
import { emit } from '@jitsight/shared/wasm/emit';
import { instantiate } from '@jitsight/shared/wasm/host/instantiate';
import { describe, expect, test } from 'vitest';
import { typeName } from '../../../../src/frontends/python/types/typeName';
import { inferPython, lowerPython } from '../../support/compilePython';

const record = 'Record(a[type=int32;offset=0],b[type=float64;offset=4];12;False)';
const signature = `(unaligned array(${record}, 1d, C),)`;
const column = (dtype: string): string => `unaligned array(${dtype}, 1d, A)`;

const program = (body: string): string =>
  `import numpy as np\n\ndef case(a):\n    s = 0.0\n    ${body.split('; ').join('\n    ')}\n`;

/** Three records: (1, 0.5), (2, 1.5), (3, 2.5). */
function records(): HostArray {
  const view = new DataView(new ArrayBuffer(36));
  for (const i of [0, 1, 2]) {
    view.setInt32(i * 12, i + 1, true);
    view.setFloat64(i * 12 + 4, i + 0.5, true);
  }
  const buffer = new Uint8Array(view.buffer);
  return { kind: 'array', shape: [3], strides: [12], offset: 0, buffer } as unknown as HostArray;
}

async function run(body: string): Promise<{ value: HostValue; after: readonly (readonly number[])[] }> {
  const { ir } = await lowerPython(program(body), 'case', signature, {});
  const compiled = await instantiate(await emit(ir, { optimizeLevel: 0, boundsChecks: true }), {
    memoryLimitBytes: 2 ** 26,
  });
  const outcome = compiled.call([records()]);
  if (outcome.kind !== 'returned') throw new Error(outcome.message);
  const array = outcome.argsAfter[0] as HostArray;
  const bytes = array.buffer as unknown as Uint8Array;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const after = [0, 12, 24].map((at) => [view.getInt32(at, true), view.getFloat64(at + 4, true)]);
  return { value: outcome.value, after };
}

describe('types, as both versions of Numba give them', () => {
  test.each([
    ['return a[0].a', 'int32'],
    ["return a[1]['b']", 'float64'],
    ["return a['a']", column('int32')],
    ['return a.b', column('float64')],
    ['return a[0]', record],
    ['return a[0][0]', 'int32'],
    ["return a[0]['a'] + a[-1].b", 'float64'],
    ["return a['a'].sum()", 'int64'],
    ['return a.a[1]', 'int32'],
    ["f = 'a'; return a[0][f]", 'int32'],
    ['return [r.a for r in a]', 'list(int32)<iv=None>'],
    ["return a[::-1]['b']", column('float64')],
    ['return (a[0].a, a[1].b)', 'Tuple(int32, float64)'],
  ])('%s', async (body, type) => {
    for (const numba of ['0.56', '0.68']) {
      const typed = await inferPython(program(body), 'case', signature, { numba });
      expect(typed.compiles && typeName(typed.returnType)).toBe(type);
    }
  });

  test.each([
    "return a['zz']",
    'return a.zz',
    "return a[0]['zz']",
    'return a[0].zz',
    "a['a'] = 3",
    'a.a = 3',
    "a[0]['zz'] = 1",
    'a[0].zz = 1',
    'a[0].b = 1j',
    'a[0] = 5',
    "a['a'] += 1",
  ])('refuses %s', async (body) => {
    for (const numba of ['0.56', '0.68']) {
      expect((await inferPython(program(body), 'case', signature, { numba })).compiles).toBe(false);
    }
  });
});

describe('values', () => {
  test.each([
    ["return a[0]['a'] + a[-1].b", 3.5],
    ['for r in a: s += r.b; return s', 4.5],
    ["for i in range(len(a)): s += a[i].a * a[i]['b']; return s", 11],
    ['r = a[1]; r.a = 9; return a[1].a', 9],
    ["return a[::-1]['b'][0]", 2.5],
    ["return a['b'].sum()", 4.5],
  ])('%s', async (body, value) => {
    expect((await run(body)).value).toBe(value);
  });

  test.each([
    [
      'a[0].a = 5',
      [
        [5, 0.5],
        [2, 1.5],
        [3, 2.5],
      ],
    ],
    [
      "a[0]['b'] = 2",
      [
        [1, 2],
        [2, 1.5],
        [3, 2.5],
      ],
    ],
    [
      "a['a'][:] = 4",
      [
        [4, 0.5],
        [4, 1.5],
        [4, 2.5],
      ],
    ],
    [
      'a.b[:] = a.a',
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      'a[0] = a[1]',
      [
        [2, 1.5],
        [2, 1.5],
        [3, 2.5],
      ],
    ],
    [
      'a[:] = a[0]',
      [
        [1, 0.5],
        [1, 0.5],
        [1, 0.5],
      ],
    ],
    [
      'a[0].a += 1',
      [
        [2, 0.5],
        [2, 1.5],
        [3, 2.5],
      ],
    ],
    [
      'a[0].a = 2.7',
      [
        [2, 0.5],
        [2, 1.5],
        [3, 2.5],
      ],
    ],
    [
      'a[1:] = a[:-1]',
      [
        [1, 0.5],
        [1, 0.5],
        [2, 1.5],
      ],
    ],
  ])('%s', async (body, after) => {
    expect((await run(body)).after).toEqual(after);
  });
});
