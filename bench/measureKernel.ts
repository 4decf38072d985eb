import type { PythonValue } from '../server/src/execution/encoding/pythonValue';
import { compareCalls } from '../server/src/execution/measuring/agreement';
import type { Engine, EngineCall } from '../server/src/execution/measuring/engine';
import { timeRounds } from '../server/src/execution/measuring/rounds';
import { allowedDifference } from '../server/src/execution/measuring/tolerance';
import { wasmEngine } from '../server/src/execution/measuring/wasmEngine';
import type { Interpreter } from '../server/src/execution/python/interpreter';
import type { RunService } from '../server/src/execution/running/runService';
import { type CompiledKernel, compileKernel } from './compileKernel';
import type { Kernel } from './kernel';
import { knownReasons } from './knownReasons';
import { openPythonSide, type PythonSide } from './pythonSide';
import type { EngineKey, KernelResult, KernelTiming } from './result';

export interface WasmRunners {
  readonly wasm: RunService;
  readonly wasmPlain: RunService;
  readonly wasmNewer?: RunService;
  readonly wasmPlainNewer?: RunService;
  /** The optimised code on all threads. */
  readonly wasmParallel?: RunService;
}

export interface MeasureSettings {
  readonly interpreter: Interpreter;
  /** Numba version whose rules apply. */
  readonly numba: string;
  readonly runners: WasmRunners;
  /** For the timed rounds of all engines together. */
  readonly budgetMs: number;
  /** Gets what was compiled, whose compile times are taken once all kernels are. */
  readonly compiled: (key: 'wasm' | 'wasmPlain', kernel: CompiledKernel) => void;
}

interface Entry {
  readonly key: EngineKey;
  readonly engine: Engine;
  readonly args: readonly PythonValue[];
  call?: EngineCall;
}

const callLimitMs = 60_000;
/** Kernels on threads have more engines, and longer rounds. */
const threadsBudget = 3;

/** Runs one kernel in every engine there is, compares what they compute, and times them in turn. */
export async function measureKernel(kernel: Kernel, settings: MeasureSettings): Promise<KernelResult> {
  const python = await openPythonSide(kernel, settings.interpreter);
  try {
    const notes: string[] = [];
    const args = await python.makeArguments(kernel.size);
    const small = kernel.size === kernel.smallSize ? args : await python.makeArguments(kernel.smallSize);
    const compiled = await compileKernel(kernel, args, settings.numba, 2);
    const plain = await compileKernel(kernel, args, settings.numba, 0);
    if ('problem' in compiled) notes.push(`No Wasm: ${compiled.problem}`);
    else settings.compiled('wasm', compiled);
    if (!('problem' in plain)) settings.compiled('wasmPlain', plain);
    const entries = [
      ...wasmEntries(compiled, plain, args, settings.runners),
      ...(await pythonEntries(kernel, python, args, small, notes)),
    ];
    const started = await callAll(entries, notes);
    const agreement = await compareAll(started, compiled, args, small, notes);
    const timings = await timeRounds(
      started.map(({ engine, call }) => ({ engine, callMs: (call as { ms: number }).ms })),
      kernel.parallel ? threadsBudget * settings.budgetMs : settings.budgetMs,
      { threads: kernel.parallel },
    );
    const scale = kernel.size === kernel.smallSize ? undefined : await python.workRatio();
    const reason = knownReasons[kernel.name];
    if (reason) notes.push(reason);
    return {
      name: kernel.name,
      size: kernel.size,
      engines: Object.fromEntries(
        started.map(({ key }, i) => [
          key,
          key === 'cpython' && scale ? scaled(timings[i]!, scale, kernel.smallSize) : timings[i]!,
        ]),
      ),
      ...agreement,
      notes,
    };
  } finally {
    python.close();
  }
}

function wasmEntries(
  compiled: CompiledKernel | { problem: string },
  plain: CompiledKernel | { problem: string },
  args: readonly PythonValue[],
  runners: WasmRunners,
): Entry[] {
  if ('problem' in compiled || 'problem' in plain) return [];
  const entry = (key: keyof WasmRunners, { artifact, specialization }: CompiledKernel): Entry[] => {
    const runner = runners[key];
    return runner ? [{ key, engine: wasmEngine(artifact, specialization, runner), args }] : [];
  };
  return [
    ...entry('wasm', compiled),
    ...entry('wasmPlain', plain),
    ...entry('wasmParallel', compiled),
    ...entry('wasmNewer', compiled),
    ...entry('wasmPlainNewer', plain),
  ];
}

async function pythonEntries(
  kernel: Kernel,
  python: PythonSide,
  args: readonly PythonValue[],
  small: readonly PythonValue[],
  notes: string[],
): Promise<Entry[]> {
  const entries: Entry[] = [{ key: 'cpython', engine: await python.cpython(), args: small }];
  if (kernel.hasNumpyForm) entries.push({ key: 'numpy', engine: await python.numpy(), args });
  const numba = await python.numba('one');
  if ('problem' in numba) notes.push(`No Numba: ${numba.problem}`);
  else entries.push({ key: 'numba', engine: numba, args });
  if (!kernel.parallel) return entries;
  const parallel = await python.numba('all');
  if (!('problem' in parallel)) entries.push({ key: 'numbaParallel', engine: parallel, args });
  return entries;
}

/** The engines that returned something. */
async function callAll(entries: readonly Entry[], notes: string[]): Promise<Entry[]> {
  const returned: Entry[] = [];
  for (const entry of entries) {
    try {
      await entry.engine.prepare(entry.args);
      entry.call = await entry.engine.call(callLimitMs);
      if (entry.call.kind === 'returned') returned.push(entry);
      else notes.push(`${entry.key}: ${entry.call.kind === 'raised' ? entry.call.message : 'too slow'}`);
    } catch (error) {
      notes.push(`${entry.key}: ${String(error).split('\n')[0]}`);
    }
  }
  return returned;
}

/** Compares every engine with the optimised Wasm, CPython on the small size. */
async function compareAll(
  entries: readonly Entry[],
  compiled: CompiledKernel | { problem: string },
  args: readonly PythonValue[],
  small: readonly PythonValue[],
  notes: string[],
): Promise<{ resultsAgree: boolean; ulps?: number }> {
  const wasm = entries.find(({ key }) => key === 'wasm');
  if (!wasm || 'problem' in compiled) return { resultsAgree: false };
  const allowed = allowedDifference(compiled.ir, '').tolerance;
  const reordered = allowedDifference(compiled.ir, 'sum()').tolerance;
  let onSmall = wasm.call!;
  if (small !== args) {
    await wasm.engine.prepare(small);
    onSmall = await wasm.engine.call(callLimitMs);
    await wasm.engine.prepare(args);
    await wasm.engine.call(callLimitMs);
  }
  let agree = true;
  let ulps: number | undefined;
  for (const { key, call } of entries) {
    if (key === 'wasm') continue;
    const own = key === 'cpython' ? onSmall : wasm.call!;
    const tolerance = key === 'numpy' || key === 'numbaParallel' ? reordered : allowed;
    const compared = compareCalls(own, call!, tolerance);
    if (key === 'numba') ulps = compared.ulps;
    if (compared.difference === undefined) continue;
    agree = false;
    notes.push(`${key} differs: ${compared.difference}`);
  }
  return { resultsAgree: agree, ulps };
}

function scaled(timing: KernelTiming, factor: number, smallSize: number): KernelTiming {
  return {
    ...timing,
    medianMs: timing.medianMs * factor,
    minMs: timing.minMs * factor,
    maxMs: timing.maxMs * factor,
    scaledFrom: smallSize,
  };
}
