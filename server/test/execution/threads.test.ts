import { parseFunctions } from '@jitsight/shared/ir/parser';
import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import { emit } from '@jitsight/shared/wasm/emit';
import type { WasmArtifact } from '@jitsight/shared/wasm/artifact';
import type { CallOutcome, HostArray } from '@jitsight/shared/wasm/hostValue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunService, startRunService } from '../../src/execution/running/runService';
import { buildWorkers } from './builtWorkers';

const functions = `
func scale(a: array(f64, 1), b: array(f64, 1)) -> none {
  local i: i64
  for l i = 0 to a.2 step 1 parallel {
    f64[b.1 + i * 8] = f64[a.1 + i * 8] * 2.0 + 1.0
  }
  return
}
func add(a: array(f64, 1), b: array(f64, 1)) -> f64 {
  local i: i64
  local s, t: f64
  s = 0.5
  t = -1.0
  for l i = 0 to a.2 step 1 parallel {
    s = s + f64[a.1 + i * 8]
    t = max(t, f64[a.1 + i * 8])
  }
  return s + t
}
func refuse(a: array(f64, 1), b: array(f64, 1)) -> none {
  local i: i64
  for l i = 0 to a.2 step 1 parallel {
    if f64[a.1 + i * 8] == 70000.0 {
      raise ValueError("no {0}", i)
    }
    f64[b.1 + i * 8] = 1.0
  }
  return
}`;
const count = 400_000;
const before = process.env.NUMBA_NUM_THREADS;
let several: RunService;
let one: RunService;

beforeAll(async () => {
  const folder = await buildWorkers();
  several = startRunService({ folder });
  one = startRunService({ folder });
});

afterAll(async () => {
  if (before === undefined) delete process.env.NUMBA_NUM_THREADS;
  else process.env.NUMBA_NUM_THREADS = before;
  await Promise.all([several.dispose(), one.dispose()]);
});

async function compile(name: string): Promise<WasmArtifact> {
  const all = parseFunctions(functions);
  const module: ModuleIR = { name, entry: name, data: [], functions: all.filter((fn) => fn.name === name) };
  return emit(module, { optimizeLevel: 2, boundsChecks: false });
}

async function call(runner: RunService, threads: number, name: string): Promise<CallOutcome> {
  // The worker starts with its first request and keeps what it found then.
  process.env.NUMBA_NUM_THREADS = String(threads);
  const values = Float64Array.from({ length: count }, (_, i) => i);
  const array = (buffer: Uint8Array): HostArray => ({
    kind: 'array',
    shape: [count],
    strides: [8],
    offset: 0,
    buffer,
  });
  const artifact = await compile(name);
  const args = [array(new Uint8Array(values.buffer)), array(new Uint8Array(8 * count))];
  const prepared = await runner.prepare(artifact, args);
  expect(prepared.threads).toBe(threads);
  let outcome = await prepared.call();
  // Threads that have just started take parts only in later calls.
  for (let i = 0; i < 20; i++) outcome = await prepared.call();
  return outcome;
}

function stored({ argsAfter }: CallOutcome): Float64Array {
  return new Float64Array((argsAfter[1] as HostArray).buffer.slice().buffer);
}

function returned(outcome: CallOutcome): unknown {
  return outcome.kind === 'returned' ? outcome.value : outcome;
}

describe('parallel loops', () => {
  it('give what one thread gives', async () => {
    const outcome = await call(several, 3, 'scale');
    const result = stored(outcome);
    expect(result.findIndex((value, i) => value !== 2 * i + 1)).toBe(-1);
    const alone = stored(await call(one, 1, 'scale'));
    expect(alone.findIndex((value, i) => value !== result[i])).toBe(-1);
  });

  it('add up to the same bits on any number of threads', async () => {
    const sum = returned(await call(several, 3, 'add'));
    expect(sum).toBeCloseTo((count * (count - 1)) / 2 + count - 0.5, 3);
    expect(returned(await call(one, 1, 'add'))).toBe(sum);
  });

  it('raise in the caller what an iteration raises', async () => {
    for (const [runner, threads] of [
      [several, 3],
      [one, 1],
    ] as const) {
      const outcome = await call(runner, threads, 'refuse');
      expect(outcome).toMatchObject({ kind: 'raised', name: 'ValueError', message: 'no 70000' });
    }
  });
});
