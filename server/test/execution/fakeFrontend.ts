import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import { add, constant, i64, load, mul } from '@jitsight/shared/ir/expressions';
import type { Expression, ModuleIR } from '@jitsight/shared/ir/nodes';
import type { ValueType } from '@jitsight/shared/ir/valueType';
import type { Frontend, FunctionUnit, Specialization, WireType } from '../../src/frontends/frontend';

/** Hand-compiled functions, for tests that are about running and measuring, not about Python. */

export const int64: WireType = { kind: 'int', name: 'int64', bits: 64, signed: true };
export const float64: WireType = { kind: 'float', name: 'float64', bits: 64 };
export const vector: WireType = { kind: 'array', element: float64, ndim: 1, layout: 'C', readonly: false };

const scalar = (type: 'i64' | 'f64'): ValueType => ({ kind: 'scalar', scalar: type });
const doubles: ValueType = { kind: 'array', element: scalar('f64'), ndim: 1 };

/** `for i in range(len(a)): a[i] += step`, returning the length. */
export function increment(step = 1): ModuleIR {
  const f = new FunctionBuilder('increment', scalar('i64'));
  const [, data, length] = f.parameter('a', doubles);
  f.for({ start: i64(0), stop: length! }, (index) => {
    const address = { base: data!, index: index as Expression, scale: 8 };
    f.store(address, add(load('f64', address), constant('f64', step)));
  });
  f.return([length!]);
  return moduleOf(f);
}

/** `x * x`, wrapping. */
export function square(): ModuleIR {
  const f = new FunctionBuilder('square', scalar('i64'));
  const [x] = f.parameter('x', scalar('i64'));
  f.return([mul(x!, x!)]);
  return moduleOf(f);
}

/** Raises ValueError. */
export function refuse(): ModuleIR {
  const f = new FunctionBuilder('refuse', scalar('i64'));
  f.parameter('x', scalar('i64'));
  f.raise({ name: 'ValueError', message: 'no' });
  return moduleOf(f);
}

/** `x + 1` for every element of a new array. */
export function plusOne(): ModuleIR {
  const f = new FunctionBuilder('plusOne', doubles);
  const [meminfo, data, length, stride] = f.parameter('x', doubles);
  const block = f.local('ptr', 'block');
  const bytes = { op: 'convert', type: 'i32', value: mul(length!, i64(8)) } as Expression;
  f.callMany('rt.allocate', [bytes], [block]);
  f.for({ start: i64(0), stop: length! }, (index) => {
    const at = (base: Expression) => ({ base, index: index as Expression, scale: 8 });
    f.store(at(block), add(load('f64', at(data!)), constant('f64', 1)));
  });
  f.return([block, block, length!, stride ?? meminfo!]);
  return moduleOf(f);
}

function moduleOf(f: FunctionBuilder): ModuleIR {
  return { name: f.name, entry: f.name, data: [], functions: [f.finish()] };
}

export interface FakeFunction {
  readonly parameters: readonly (readonly [string, WireType])[];
  readonly result: WireType;
  readonly signature: string;
  readonly ir: ModuleIR;
  readonly kind?: FunctionUnit['kind'];
}

/** A front end that knows these functions by name, for just these signatures. */
export function fakeFrontend(functions: Readonly<Record<string, FakeFunction>>): Frontend {
  return {
    languageIds: ['python'],
    fileExtensions: ['.py'],
    start: async () => {},
    *analyze(file) {
      const units = Object.keys(functions).map((name) => fakeUnit(name, functions[name]!, file.text.length));
      return { uri: file.uri, version: file.version, functions: units, diagnostics: [], typeHints: [] };
    },
    specialize(_file, _settings, _workspace, name, signature) {
      const known = functions[name];
      if (!known) return { problem: `there is no function ${name}` };
      if (signature !== undefined && signature !== known.signature) {
        return { problem: `${name} is not known for ${signature}` };
      }
      return specialization(name, known);
    },
  };
}

export function fakeUnit(name: string, known: FakeFunction, end = 1): FunctionUnit {
  return {
    name,
    kind: known.kind ?? 'jit',
    range: { start: 0, end },
    nameRange: { start: 0, end: 1 },
    verdict: 'compiles',
    specializations: [specialization(name, known)],
    advice: [],
    fixes: [],
  };
}

function specialization(name: string, known: FakeFunction): Specialization {
  return {
    key: JSON.stringify([name, known.signature, known.ir], (_, part) =>
      typeof part === 'bigint' ? `${part}` : part,
    ),
    signature: known.signature,
    origin: 'call',
    parameters: known.parameters.map(([parameter]) => ({ name: parameter, type: '', origin: 'call' })),
    parameterTypes: known.parameters.map(([, type]) => type),
    resultType: known.result,
    returnType: '',
    verdict: 'compiles',
    locals: {},
    lower: () => ({ ir: known.ir }),
  };
}
