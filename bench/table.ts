import { formatMs } from '../server/src/cli/measure/format';
import { textTable } from '../server/src/cli/table';
import {
  type BenchReport,
  type EngineKey,
  geometricMean,
  type KernelResult,
  overNumba,
  ratio,
} from './result';

/** The report as a table with ratios, their geometric means, compile times and notes. */
export function benchTable({ machine, kernels }: BenchReport): string {
  const single = kernels.filter((kernel) => !kernel.engines.numbaParallel);
  const parallel = kernels.filter((kernel) => kernel.engines.numbaParallel);
  return [
    `${machine.processor}, ${machine.processors} processors; Node ${machine.node}${machine.newerNode ? ` and ${machine.newerNode}` : ''}; Python ${machine.python}, NumPy ${machine.numpy}, Numba ${machine.numba}`,
    'Times are medians of one call; "x" columns: how many times as fast as Numba on one thread.',
    ...(single.length > 0 ? [speedTable(single, Boolean(machine.newerNode))] : []),
    ...(parallel.length > 0 ? [parallelTable(parallel)] : []),
    compileSummary(kernels),
    ...kernels.flatMap(({ name, notes, resultsAgree }) => [
      ...(resultsAgree ? [] : [`${name}: RESULTS NOT CONFIRMED`]),
      ...notes.map((note) => `${name}: ${note}`),
    ]),
    '',
  ].join('\n');
}

function speedTable(kernels: readonly KernelResult[], newer: boolean): string {
  const columns: readonly EngineKey[] = newer
    ? ['wasm', 'wasmPlain', 'wasmNewer', 'wasmPlainNewer', 'cpython', 'numpy']
    : ['wasm', 'wasmPlain', 'cpython', 'numpy'];
  const rows = kernels.map((kernel) => [
    kernel.name,
    time(kernel, 'numba'),
    time(kernel, 'wasm'),
    ...columns.map((key) => times(overNumba(kernel, key))),
    kernel.ulps === undefined ? '' : kernel.ulps === 0 ? 'equal' : `${kernel.ulps} ulp`,
    compile(kernel, 'numba'),
    compile(kernel, 'wasm'),
    times(compileRatio(kernel)),
  ]);
  const mean = (key: EngineKey) => times(geometricMean(kernels.map((kernel) => overNumba(kernel, key))));
  rows.push([
    'geometric mean',
    '',
    '',
    ...columns.map(mean),
    '',
    '',
    '',
    times(geometricMean(kernels.map(compileRatio))),
  ]);
  const names: Partial<Record<EngineKey, string>> = {
    wasm: 'Wasm x',
    wasmPlain: 'plain x',
    wasmNewer: 'newer x',
    wasmPlainNewer: 'newer plain x',
    cpython: 'CPython x',
    numpy: 'NumPy x',
  };
  return textTable(rows, [
    'kernel',
    'Numba',
    'Wasm',
    ...columns.map((key) => names[key]!),
    'results',
    'Numba compiles',
    'Wasm compiles',
    'x',
  ]);
}

/** Speed-up of each engine by its threads, and Wasm against Numba with all of them. */
function parallelTable(kernels: readonly KernelResult[]): string {
  const rows = kernels.map((kernel) => {
    const { numba, numbaParallel, wasm, wasmParallel } = kernel.engines;
    return [
      kernel.name,
      time(kernel, 'numba'),
      time(kernel, 'numbaParallel'),
      times(ratio(numba?.medianMs, numbaParallel?.medianMs)),
      time(kernel, 'wasm'),
      time(kernel, 'wasmParallel'),
      times(ratio(wasm?.medianMs, wasmParallel?.medianMs)),
      times(overNumba(kernel, 'wasm')),
      times(ratio(numbaParallel?.medianMs, wasmParallel?.medianMs)),
      kernel.ulps === undefined ? '' : kernel.ulps === 0 ? 'equal' : `${kernel.ulps} ulp`,
    ];
  });
  return textTable(rows, [
    'with threads',
    'Numba, one',
    'Numba, all',
    'scales x',
    'Wasm, one',
    'Wasm, all',
    'scales x',
    'one x',
    'all x',
    'results',
  ]);
}

function compileSummary(kernels: readonly KernelResult[]): string {
  const spread = (key: EngineKey) => {
    const times = kernels.flatMap(({ engines }) => engines[key]?.compileMs ?? []).sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
    return times.length === 0
      ? 'nothing compiled'
      : `median ${formatMs(at(0.5)!)}, 95th percentile ${formatMs(at(0.95)!)}`;
  };
  const mean = times(geometricMean(kernels.map(compileRatio)));
  return `Compile times, warm, processor time: Wasm ${spread('wasm')}; Numba ${spread('numba')}${mean ? `; Wasm ${mean} times as fast (geometric mean)` : ''}.`;
}

function compileRatio({ engines }: KernelResult): number | undefined {
  return ratio(engines.numba?.compileMs, engines.wasm?.compileMs);
}

function time({ engines }: KernelResult, key: EngineKey): string {
  const timing = engines[key];
  return timing ? formatMs(timing.medianMs) : '';
}

function compile({ engines }: KernelResult, key: EngineKey): string {
  const ms = engines[key]?.compileMs;
  return ms === undefined ? '' : formatMs(ms);
}

function times(value: number | undefined): string {
  if (value === undefined) return '';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(value < 0.1 ? 1 : value < 1 ? 2 : 3);
}
