import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyzeAtOnce } from '../../src/analysis/analyze';
import { type CompileService, startCompileService } from '../../src/execution/compiling/compileService';
import { type MeasureRequest, type MeasureResult, measure } from '../../src/execution/measure';
import type { Measurement } from '../../src/execution/measurement';
import { type RunService, startRunService } from '../../src/execution/running/runService';
import { numbaPython, python } from './availablePython';
import { buildWorkers } from './builtWorkers';
import {
  type FakeFunction,
  fakeFrontend,
  increment,
  int64,
  plusOne,
  refuse,
  square,
  vector,
} from './fakeFrontend';

const folder = mkdtempSync(join(tmpdir(), 'jitsight-test-'));
let compiler: CompileService;
let runner: RunService;

beforeAll(async () => {
  const workers = await buildWorkers();
  compiler = startCompileService({ folder: workers });
  runner = startRunService({ folder: workers });
});

afterAll(async () => {
  await Promise.all([compiler.dispose(), runner.dispose()]);
  rmSync(folder, { recursive: true });
});

const incrementing: FakeFunction = {
  parameters: [['a', vector]],
  result: int64,
  signature: '(array(float64, 1d, C),)',
  ir: increment(),
};
const squaring: FakeFunction = {
  parameters: [['x', int64]],
  result: int64,
  signature: '(int64,)',
  ir: square(),
};

const incrementSource = `import numpy as np
def f(a):
    for i in range(len(a)):
        a[i] += 1
    return len(a)
data = np.zeros(1000)
for _ in range(1000000):
    f(data)
`;

interface Options extends Partial<MeasureRequest> {
  readonly interpreter?: typeof python | null;
}

async function results(source: string, fake: FakeFunction, options: Options = {}): Promise<MeasureResult[]> {
  const path = join(folder, 'program.py');
  writeFileSync(path, source);
  const frontend = fakeFrontend({ f: fake });
  const file = new SourceFile(path, source);
  const settings = { numba: '0.68', numbaSource: 'default', rules: {} } as const;
  const workspace = { files: [] };
  const { functions: units } = analyzeAtOnce(frontend, file, settings, workspace);
  const request = { frontend, file, path, settings, workspace, units, budgetMs: 400, ...options };
  const interpreter = options.interpreter === null ? undefined : (options.interpreter ?? python);
  const collected: MeasureResult[] = [];
  for await (const one of measure(request, { compiler, runner, interpreter })) collected.push(one);
  return collected;
}

async function measurement(source: string, fake: FakeFunction, options: Options = {}): Promise<Measurement> {
  const [result] = await results(source, fake, options);
  if (!result || 'problem' in result) throw new Error(result?.problem ?? 'no result');
  return result.measurement;
}

describe.runIf(python)('a measured function', () => {
  test("the program's own call, in place, in every engine", async () => {
    const one = await measurement(incrementSource, incrementing);
    expect(one).toMatchObject({ inputs: 'captured', resultsAgree: true, size: { a: [1000] } });
    expect(one.comparedWith).toContain('cpython');
    expect(one.engines.wasm!.rounds).toBeGreaterThan(2);
    expect(one.speedup!.wasmOverCpython).toBeGreaterThan(0);
    expect(one.engines.wasm!.minMs).toBeLessThanOrEqual(one.engines.wasm!.medianMs);
  });

  test('a wrong result is reported instead of a speedup', async () => {
    const one = await measurement(incrementSource, { ...incrementing, ir: increment(2) });
    expect(one.resultsAgree).toBe(false);
    expect(one.mismatch).toBe('argument 1 afterwards[0]: 2 and 1 (compiled code and CPython)');
    expect(one.speedup).toBeUndefined();
    expect(one.engines).toEqual({});
  });

  test('integers that wrap are no mistake, and it is said', async () => {
    const one = await measurement('def f(x): return x * x\nf(2 ** 40)', squaring);
    expect(one.resultsAgree).toBe(true);
    expect(one.notes.join()).toContain('CPython differs by design');
  });

  test('the same exception everywhere leaves nothing to time', async () => {
    const one = await measurement('def f(x): raise ValueError("no")\nf(3)', { ...squaring, ir: refuse() });
    expect(one).toMatchObject({ resultsAgree: true, engines: {} });
    expect(one.notes.join()).toContain('The call raises ValueError: no');
  });

  test('quadratic work is cut until plain Python finishes in time', async () => {
    const slow = `${incrementSource.replace('    return', '    for i in a:\n        for j in a: pass\n    return').replace('1000)', '200000)')}`;
    const one = await measurement(slow, incrementing);
    expect(one.size.a![0]).toBeLessThan(20_000);
    expect(one.notes.join()).toMatch(/CPython would take too long at size 200000: .* the first \d+ instead/);
    expect(one.speedup!.wasmOverCpython).toBeGreaterThan(1);
  });

  test('arguments of a stated size, the program not run', async () => {
    const one = await measurement(`${incrementSource}raise SystemExit("ran")`, incrementing, { size: 50 });
    expect(one).toMatchObject({ inputs: 'made', resultsAgree: true, size: { a: [50] } });
    expect(one.notes.join()).toContain('seed 1');
  });

  test('a call that cannot be measured is explained, and made arguments are used', async () => {
    const one = await measurement('def f(x): return x * x\nf({})', squaring);
    expect(one.inputs).toBe('made');
    expect(one.notes.join(' ')).toContain(
      "program's own call cannot be measured: f is not known for (pyobject,)",
    );
  });

  test('a vectorized function is compared with NumPy', async () => {
    const source =
      'from numba import vectorize\nimport numpy as np\n@vectorize\ndef f(x): return x + 1\nf(np.arange(1000.0))\n';
    const fake: FakeFunction = { ...incrementing, result: vector, ir: plusOne(), kind: 'vectorize' };
    const one = await measurement(source, fake);
    expect(one.resultsAgree).toBe(true);
    expect(one.engines.numpy!.medianMs).toBeGreaterThan(0);
    expect(one.speedup!.wasmOverNumpy).toBeGreaterThan(0);
    expect(one.engines.cpython).toBeUndefined();
  });

  test('cancelling stops it', async () => {
    const controller = new AbortController();
    const running = results('while True: pass', squaring, { signal: controller.signal });
    setTimeout(() => controller.abort(), 300);
    await expect(running).rejects.toThrow('Cancelled');
  });
});

test.runIf(numbaPython)("Numba's time is its code's, compilation apart", async () => {
  const source = incrementSource.replace('def f', 'import numba\n@numba.njit\ndef f');
  const one = await measurement(source, incrementing, { interpreter: numbaPython, budgetMs: 800 });
  expect(one.comparedWith).toEqual(['cpython', 'numba']);
  expect(one.engines.numba!.compileMs).toBeGreaterThan(one.engines.numba!.medianMs);
  expect(one.engines.numba!.version).toBe(numbaPython!.numba);
});

test('without Python the compiled code is timed and nothing is claimed', async () => {
  const one = await measurement(incrementSource, incrementing, { interpreter: null });
  expect(one.engines.wasm!.medianMs).toBeGreaterThan(0);
  expect(one.speedup).toBeUndefined();
  expect(one.notes.join()).toContain('No Python interpreter');
});
