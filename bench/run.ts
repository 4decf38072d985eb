/** Times the kernels of `bench/kernels` in every engine there is: `npm run bench -- --help`. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { warmUp } from '@jitsight/shared/wasm/warmUp';
import { Command } from 'commander';
import { usageFailure } from '../server/src/cli/failure';
import { findInterpreter, type Interpreter, isInterpreter } from '../server/src/execution/python/interpreter';
import { answerRunRequest, type RunRequest } from '../server/src/execution/running/runRequests';
import { serveParent } from '../server/src/execution/workers/childPool';
import { pythonFrontend } from '../server/src/frontends/python/pythonFrontend';
import type { CompiledKernel } from './compileKernel';
import { compileTimes } from './compileTimes';
import { type Kernel, readKernels } from './kernel';
import { measureKernel, type WasmRunners } from './measureKernel';
import { newerNode } from './newerNode';
import type { BenchReport, EngineKey, KernelResult } from './result';
import { benchTable } from './table';
import { orUsageError } from './usageError';
import { startWasmProcess } from './wasmProcess';

interface Options {
  readonly json?: string;
  readonly only?: string;
  readonly kernels?: string;
  readonly quick?: boolean;
  readonly python?: string;
  readonly node?: string;
}

const wasmChild = '--run-wasm';

if (process.argv.includes(wasmChild)) {
  const workers = join(import.meta.dirname, '../server/dist');
  serveParent((request: RunRequest) => answerRunRequest(request, workers));
} else await orUsageError(main);

async function main(): Promise<void> {
  const options = new Command('npm run bench --')
    .description('Times the kernels in CPython, NumPy, Numba and Wasm, interleaved, results compared.')
    .option('--json <file>', 'write the report for bench:compare')
    .option('--only <names>', 'some kernels, by name, separated by commas')
    .option('--kernels <folder>', 'other kernels, written as those of bench/kernels')
    .option('--quick', 'less time for each kernel')
    .option('--python <path>', 'an interpreter with Numba')
    .option('--node <path>', 'a newer Node to run Wasm in as well')
    .parse()
    .opts<Options>();
  const interpreter = await findInterpreter({ chosen: options.python });
  if (!isInterpreter(interpreter)) throw usageFailure(interpreter.problem);
  const kernels = readKernels(
    options.kernels ?? join(import.meta.dirname, 'kernels'),
    options.only?.split(','),
  );
  await Promise.all([pythonFrontend.start(), warmUp()]);
  const newer = await newerNode(options.node);
  const results = await measureAll(kernels, interpreter, newer?.path, options.quick ? 800 : 4000);
  const report: BenchReport = {
    machine: {
      processor: cpus()[0]?.model ?? 'unknown processor',
      processors: cpus().length,
      node: process.versions.node,
      newerNode: newer?.version,
      python: interpreter.version,
      numpy: interpreter.numpy,
      numba: interpreter.numba,
    },
    kernels: results,
  };
  console.log(benchTable(report));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 1)}\n`);
}

async function measureAll(
  kernels: readonly Kernel[],
  interpreter: Interpreter,
  newer: string | undefined,
  budgetMs: number,
): Promise<KernelResult[]> {
  const numba = /^(\d+\.\d+)/.exec(interpreter.numba ?? '')?.[1] ?? '0.68';
  const results: KernelResult[] = [];
  const compiled: (readonly [name: string, key: EngineKey, kernel: CompiledKernel])[] = [];
  for (const kernel of kernels) {
    process.stderr.write(`${kernel.name}\n`);
    const runners = await startRunners(kernel, newer);
    try {
      const settings = { interpreter, numba, runners, budgetMs };
      results.push(
        await measureKernel(kernel, {
          ...settings,
          compiled: (key, one) => compiled.push([kernel.name, key, one]),
        }),
      );
    } catch (error) {
      results.push({
        name: kernel.name,
        size: kernel.size,
        engines: {},
        resultsAgree: false,
        notes: [String(error)],
      });
    } finally {
      await Promise.all(Object.values(runners).map((runner) => runner?.dispose()));
    }
  }
  const times = await compileTimes(compiled.map(([, , kernel]) => kernel));
  return results.map((result) => {
    const engines = { ...result.engines };
    for (const [name, key, kernel] of compiled) {
      const timing = name === result.name ? engines[key] : undefined;
      if (timing) engines[key] = { ...timing, compileMs: times.get(kernel) };
    }
    return { ...result, engines };
  });
}

/** Fresh processes for each kernel, as a program that is measured gets them. */
async function startRunners(kernel: Kernel, newer: string | undefined): Promise<WasmRunners> {
  const start = (node: string, threads: 'one' | 'all' = 'one') =>
    startWasmProcess({
      threads,
      file: fileURLToPath(import.meta.url),
      args: [wasmChild],
      node,
      clock: kernel.parallel ? 'wall' : 'processor',
    });
  const [wasm, wasmPlain, wasmNewer, wasmPlainNewer, wasmParallel] = await Promise.all([
    start(process.execPath),
    start(process.execPath),
    newer ? start(newer) : undefined,
    newer ? start(newer) : undefined,
    kernel.parallel ? start(process.execPath, 'all') : undefined,
  ]);
  return { wasm, wasmPlain, wasmNewer, wasmPlainNewer, wasmParallel };
}
