import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { beforeAll, describe, expect, test } from 'vitest';
import { bind } from '../../../src/frontends/python/bind/bind';
import { createContext } from '../../../src/frontends/python/infer/context';
import { ufuncKernel } from '../../../src/frontends/python/infer/specialize/ufuncKernel';
import { loadGrammar } from '../../../src/frontends/python/parse/grammar';
import { parse } from '../../../src/frontends/python/parse/parse';
import {
  arrayOf,
  boolean,
  float32,
  float64,
  int32,
  int64,
  type NumbaType,
} from '../../../src/frontends/python/types/numbaType';
import { typeName } from '../../../src/frontends/python/types/typeName';
import { infer, problemsOf } from './infer';

beforeAll(loadGrammar);

const isMissing = `
    if isinstance(x, types.Float):
        return lambda x: np.isnan(x)
    if isinstance(x, (types.NPDatetime, types.NPTimedelta)):
        missing = x("NaT")
        return lambda x: x == missing
    return lambda x: False
`;
const imports =
  'import numpy as np\nfrom numba import generated_jit, njit, types, vectorize\nfrom numba.extending import overload\n';
const days: NumbaType = { kind: 'datetime', unit: 'D' };

describe('functions that choose their code by type', () => {
  const generated = `${imports}@generated_jit(nopython=True)\ndef missing(x):${isMissing}\n@njit\ndef f(x):\n    return missing(x)\n`;
  const overloaded = `${imports}def missing(x):\n    pass\n@overload(missing)\ndef ol_missing(x):${isMissing}\n@njit\ndef f(x):\n    return missing(x)\n`;

  test.each([
    ['generated_jit', generated, '0.56'],
    ['overload', overloaded, '0.68'],
  ])('%s', (_name, text, numba) => {
    for (const type of [float64, days, int64]) {
      const typed = infer(text, [type], { numba });
      expect(problemsOf(typed)).toEqual([]);
      expect(typeName(typed.returnType)).toMatch(/^(bool|Literal\[bool\]\(False\))$/);
      expect(typed.guessed).toBe(false);
    }
  });

  test('one that declines the types is a problem at the call', () => {
    const text = `${imports}def g(x):\n    pass\n@overload(g)\ndef ol(x):\n    if isinstance(x, types.Float):\n        return lambda x: x\n\n@njit\ndef f(x):\n    return g(x)\n`;
    expect(problemsOf(infer(text, [float64]))).toEqual([]);
    expect(problemsOf(infer(text, [int64]))).toEqual(['13 [unsupported-argument] g(x)']);
  });

  test('what it declines is asked of the library, where that has the function too', () => {
    const text = `${imports}@overload(np.sum)\ndef ol(x):\n    if isinstance(x, types.Boolean):\n        return lambda x: 7\n\n@njit\ndef f(x):\n    return np.sum(x)\n`;
    expect(typeName(infer(text, [arrayOf(float64, 1)]).returnType)).toBe('float64');
    expect(typeName(infer(text, [boolean]).returnType)).toMatch(/7|int64/);
  });

  test("one for another target is none for compiled code of the processor's", () => {
    const text = `${imports}@overload(np.sum, target='cuda')\ndef ol(x):\n    return lambda x: 'no'\n\n@njit\ndef f(x):\n    return np.sum(x)\n`;
    expect(typeName(infer(text, [arrayOf(float64, 1)]).returnType)).toBe('float64');
  });
});

describe('vectorize', () => {
  function loop(signatures: string, args: NumbaType[]): string | undefined {
    const text = `${imports}@vectorize(${signatures})\ndef g(x, y):\n    return x + y\n`;
    const module = bind(new SourceFile('test.py', text), parse(text));
    const kernel = ufuncKernel(module.functions[0]!, args, createContext({ numba: '0.68' }));
    return kernel?.params.map((param) => typeName(param.type)).join(', ');
  }
  const [ints, floats] = [arrayOf(int64, 1), arrayOf(float64, 1)];

  test('takes the first loop that loses nothing', () => {
    const both = '["float32(float32, float32)", "float64(float64, float64)"]';
    expect(loop(both, [ints, ints])).toBe('float64, float64');
    expect(loop(both, [arrayOf(float32, 1), arrayOf(float32, 1)])).toBe('float32, float32');
    expect(loop('["int32(int32, int32)"]', [ints, ints])).toBeUndefined();
    expect(loop('["int64(int64, int64)"]', [floats, ints])).toBeUndefined();
    expect(loop('["int64(int64, int64)"]', [arrayOf(int32, 2), ints])).toBe('int64, int64');
  });

  test('without signatures compiles for the elements', () => {
    expect(loop('', [floats, int64])).toBe('float64, int64');
  });
});
