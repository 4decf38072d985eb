import { FunctionBuilder } from '../../src/ir/builder';
import type { Expression, FunctionIR, ModuleIR } from '../../src/ir/nodes';
import { parseFunctions } from '../../src/ir/parser';
import type { ScalarType } from '../../src/ir/scalarType';
import type { ValueType } from '../../src/ir/valueType';
import { verify } from '../../src/ir/verifier';
import type { EmitOptions } from '../../src/wasm/artifact';
import { emit } from '../../src/wasm/emit';
import { type CompiledFunction, instantiate } from '../../src/wasm/host/instantiate';
import type { CallOutcome, HostArray, HostList, HostTuple, HostValue } from '../../src/wasm/hostValue';

export const scalar = (type: ScalarType): ValueType => ({ kind: 'scalar', scalar: type });
export const arrayOf = (type: ScalarType, ndim = 1): ValueType => ({
  kind: 'array',
  element: scalar(type),
  ndim,
});
export const listOf = (element: ValueType): ValueType => ({ kind: 'list', element });
export const none: ValueType = { kind: 'none' };

export function moduleOf(...functions: FunctionIR[]): ModuleIR {
  return { name: functions[0]!.name, functions, entry: functions[0]!.name, data: [] };
}

/** A module of one function whose parameters are scalars and whose body is one expression. */
export function expressionModule(
  params: readonly ScalarType[],
  build: (...params: Expression[]) => Expression,
): ModuleIR {
  const probe = build(...params.map((type, i): Expression => ({ op: 'local', type, name: `p${i}` })));
  const b = new FunctionBuilder('f', scalar(probe.type));
  const locals = params.map((type, i) => b.parameter(`p${i}`, scalar(type))[0]!);
  b.return([build(...locals)]);
  return moduleOf(b.finish());
}

export interface CompileOptions extends Partial<EmitOptions> {
  readonly memoryLimitBytes?: number;
}

/** Verifies, compiles and instantiates. */
export async function compile(module: ModuleIR, options: CompileOptions = {}): Promise<CompiledFunction> {
  const problems = verify(module);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const artifact = await emit(module, { optimizeLevel: 0, boundsChecks: true, ...options });
  return instantiate(artifact, { memoryLimitBytes: options.memoryLimitBytes ?? 2 ** 30 });
}

/** A module written as IR text; the first function is the entry. */
export function textModule(functions: string): ModuleIR {
  return moduleOf(...parseFunctions(functions));
}

export function returned(outcome: CallOutcome): HostValue {
  if (outcome.kind === 'raised') throw new Error(`raised ${outcome.name}: ${outcome.message}`);
  return outcome.value;
}

export function raised(outcome: CallOutcome): string {
  if (outcome.kind === 'returned') throw new Error('returned');
  return `${outcome.name}: ${outcome.message}`;
}

type TypedArray = Float64Array | Float32Array | BigInt64Array | Int32Array | Uint8Array | Int8Array;

/** A C-ordered host array over a typed array's bytes. */
export function hostArray(data: TypedArray, shape: readonly number[] = [data.length]): HostArray {
  const strides = shape.map((_, axis) =>
    shape.slice(axis + 1).reduce((size, length) => size * length, data.BYTES_PER_ELEMENT),
  );
  const buffer = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { kind: 'array', shape, strides, offset: 0, buffer };
}

export const hostList = (...items: HostValue[]): HostList => ({ kind: 'list', items });
export const hostTuple = (...items: HostValue[]): HostTuple => ({ kind: 'tuple', items });

/** The elements of a contiguous float64 host array. */
export function float64s(value: HostValue): number[] {
  const { buffer, offset } = value as HostArray;
  return Array.from(new Float64Array(buffer.slice(offset).buffer));
}

/** Deterministic random numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
