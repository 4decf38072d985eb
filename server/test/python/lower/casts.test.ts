import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import type { HostValue } from '@jitsight/shared/wasm/hostValue';
import { emit } from '@jitsight/shared/wasm/emit';
import { instantiate } from '@jitsight/shared/wasm/host/instantiate';
import { describe, expect, it } from 'vitest';
import { compareValues, exact } from '../../../src/execution/encoding/compare';
import { encodeValue } from '../../../src/execution/encoding/encode';
import { fromHost } from '../../../src/execution/encoding/fromHost';
import type { PythonValue } from '../../../src/execution/encoding/pythonValue';
import { toHost } from '../../../src/execution/encoding/toHost';
import { NotLowered } from '../../../src/frontends/python/lower/lowering';
import { createLowering } from '../../../src/frontends/python/lower/loweringContext';
import { createModuleLowering } from '../../../src/frontends/python/lower/moduleLowering';
import { valueTypeOf } from '../../../src/frontends/python/lower/valueTypes';
import { wireType } from '../../../src/frontends/python/report/wireType';
import { arrayOf, float64, int64, type NumbaType } from '../../../src/frontends/python/types/numbaType';
import { askPython, hasNumba } from '../support/oracle';
import { readSignature } from '../support/readSignature';

const flags = { fastmath: false, parallel: false, boundscheck: false, errorModel: 'python' } as const;

/** A compiled function that converts its argument. */
async function converter(from: NumbaType, to: NumbaType): Promise<(value: HostValue) => PythonValue> {
  const module = createModuleLowering('0.68', flags);
  const ir = new FunctionBuilder('convert', valueTypeOf(to));
  const lowering = createLowering(module, ir, flags);
  const parts = ir.parameter('x', valueTypeOf(from));
  ir.return(lowering.cast({ type: from, parts }, to).parts);
  const artifact = await emit(
    { name: 'm', entry: 'convert', data: module.data, functions: [ir.finish()] },
    { optimizeLevel: 0, boundsChecks: true },
  );
  const compiled = await instantiate(artifact, { memoryLimitBytes: 2 ** 24 });
  return (value) => {
    const outcome = compiled.call([value]);
    if (outcome.kind === 'raised') throw new Error(`${outcome.name}: ${outcome.message}`);
    return fromHost(outcome.value, wireType(to));
  };
}

const integers = ['0', '1', '-1', '127', '128', '255', '-129', '2**31', '2**32 + 5', '-2**63', '2**63 - 1'];
const floats = ['0.0', '-0.0', '1.9', '-1.9', '300.7', '1e10', '-5e9', '9.2e18', '0.1'];
const conversions: readonly (readonly [string, string, readonly string[]])[] = [
  ...[
    'int8',
    'uint8',
    'int16',
    'int32',
    'uint32',
    'uint64',
    'float32',
    'float64',
    'complex128',
    'boolean',
  ].map((to) => ['int64', to, integers] as const),
  ...['int8', 'uint8', 'int32', 'int64', 'float32', 'complex64', 'boolean'].map(
    (to) => ['float64', to, floats] as const,
  ),
  // What does not fit uint32 is undefined in C, and differs between processors.
  ['float64', 'uint32', ['0.0', '1.9', '4e9']],
  ['uint64', 'int64', ['0', '2**63', '2**64 - 1']],
  ['uint64', 'float64', ['0', '2**63', '2**64 - 1']],
  ['boolean', 'int64', ['True', 'False']],
  ['boolean', 'float32', ['True', 'False']],
  ['complex64', 'complex128', ['1.5 - 2.25j']],
];

const numbaSpelling = (name: string) => (name === 'boolean' ? 'bool' : name);
const typeOf = (name: string) => readSignature(`(${numbaSpelling(name)},)`)[0]!;

const suite = hasNumba ? describe : describe.skip;

suite('conversions of numbers', () => {
  it("are real Numba's", async () => {
    const source = ['from numba import njit'].concat(
      conversions.map(([from, to], i) => `@njit('${to}(${from})')\ndef f${i}(x):\n    return x`),
    );
    const calls = conversions.flatMap(([, , values], i) =>
      values.map((args) => ({ function: `f${i}`, args })),
    );
    const answers = askPython(source.join('\n'), calls, { numba: true });
    const wrong: string[] = [];
    let next = 0;
    for (const [from, to, values] of conversions) {
      const convert = await converter(typeOf(from), typeOf(to));
      for (const text of values) {
        const answer = answers[next++]!;
        const ours = convert(toHost(answer.args[0]!, wireType(typeOf(from)), 'x'));
        const { difference } = compareValues(ours, answer.returned!, exact);
        if (difference) wrong.push(`${from} ${text} to ${to}: ${difference}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('other conversions', () => {
  const optional: NumbaType = { kind: 'optional', value: int64 };

  it('wrap and unwrap optionals', async () => {
    const wrap = await converter(int64, { kind: 'optional', value: float64 });
    expect(encodeValue(wrap(3n))).toEqual({ t: 'float64', v: '0x1.8000000000000p+1' });
    const unwrap = await converter(optional, int64);
    expect(encodeValue(unwrap(7n))).toEqual({ t: 'int64', v: '7' });
    expect(() => unwrap(null)).toThrow('TypeError: expected int64, got None');
  });

  it('go through tuples element by element', async () => {
    const from: NumbaType = { kind: 'tuple', elements: [int64, float64] };
    const to: NumbaType = { kind: 'tuple', elements: [float64, optional] };
    await expect(converter(from, to)).resolves.toBeDefined();
  });

  it('scale time units and keep NaT', async () => {
    const hours = await converter({ kind: 'timedelta', unit: 'D' }, { kind: 'timedelta', unit: 'h' });
    expect(encodeValue(hours(2n))).toEqual({ t: 'timedelta64[h]', v: '48' });
    expect(encodeValue(hours(-(2n ** 63n)))).toEqual({ t: 'timedelta64[h]', v: 'NaT' });
  });

  it('refuse what would need the elements of a container changed', async () => {
    const from: NumbaType = { kind: 'list', element: int64, reflected: false };
    const to: NumbaType = { kind: 'list', element: float64, reflected: false };
    await expect(converter(from, to)).rejects.toThrow(NotLowered);
    await expect(converter(arrayOf(int64, 1), arrayOf(int64, 2))).rejects.toThrow(NotLowered);
  });
});
