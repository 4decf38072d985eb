import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pythonFrontend } from '../../src/frontends/python/pythonFrontend';
import { python } from '../execution/availablePython';
import { cli } from './runCli';

const folder = mkdtempSync(join(tmpdir(), 'jitsight-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tutorial = (name: string) => join(import.meta.dirname, '../../../test-fixtures/tutorial', name);
const run = (...args: string[]) => cli(pythonFrontend, args);

test('the tutorial programs have the verdicts Numba gives', async () => {
  const { out } = await run('check', tutorial('signatures.py'), '--format', 'json', '--numba', '0.68');
  const [file] = JSON.parse(out).files;
  const verdicts = Object.fromEntries(
    file.functions.map(({ name, verdict }: { name: string; verdict: string }) => [name, verdict]),
  );
  expect(verdicts).toEqual({ add: 'compiles', multiply: 'compiles', subtract: 'fails' });
  expect(file.diagnostics).toContainEqual(
    expect.objectContaining({ code: 'undefined-name', line: 18, column: 11, function: 'subtract' }),
  );
});

test('a list is sorted in place', async () => {
  const args = join(folder, 'args.json');
  writeFileSync(args, '[[3, 1, 2]]');
  const { out } = await run(
    'run',
    `${tutorial('insertion_sort.py')}::insertion_sort`,
    '--args',
    args,
    '--numba',
    '0.68',
  );
  const sorted = { t: 'list', v: ['1', '2', '3'].map((v) => ({ t: 'int64', v })) };
  expect(JSON.parse(out)).toMatchObject({ returns: sorted, argsAfter: [sorted], raises: null });
});

describe.runIf(python)('measured', () => {
  const measured = async (name: string, ...options: string[]) => {
    const common = ['--format', 'json', '--budget', '0.5', '--python', python!.path, '--numba', '0.68'];
    return JSON.parse((await run('measure', tutorial(name), ...common, ...options)).out);
  };

  test("the program's own list, cut until CPython finishes", async () => {
    const { measurements } = await measured('insertion_sort.py');
    expect(measurements).toMatchObject([
      {
        function: 'insertion_sort',
        inputs: 'captured',
        resultsAgree: true,
        engines: { cpython: {}, wasm: {} },
      },
    ]);
    expect(measurements[0].size.arr[0]).toBeLessThan(100_000);
  });

  test('against the NumPy expression, and not what needs a GPU', async () => {
    const { measurements, failures } = await measured('add_arrays.py');
    for (const one of measurements) {
      expect(one).toMatchObject({ inputs: 'captured', resultsAgree: true });
      // A busy machine cuts both extents alike, and says so.
      const [rows, columns] = one.size.a;
      expect(columns).toBe(rows);
      if (rows !== 1000) expect(one.notes.join()).toContain('would take too long at size 1000');
      expect(one.speedup.wasmOverNumpy).toBeGreaterThan(0);
    }
    expect(measurements).toHaveLength(2);
    expect(failures).toEqual([
      { function: 'add_squared_cuda', message: 'it is for target="cuda", which needs an NVIDIA GPU' },
    ]);
  });

  test('files at a glance', async () => {
    const kernel = join(folder, 'kernel.py');
    writeFileSync(
      kernel,
      'import numpy as np\nfrom numba import vectorize\n\n\n@vectorize(["float64(float64)"])\ndef half(x):\n    return x / 2\n\n\nprint(half(np.ones(1000)))\n',
    );
    const { out, exitCode } = await run(
      'overview',
      tutorial('signatures.py'),
      kernel,
      '--budget',
      '0.3',
      '--python',
      python!.path,
      '--numba',
      '0.68',
    );
    expect(out).toMatch(/│ add @jit +│ compiles/);
    expect(out).toMatch(/│ subtract @jit +│ fails/);
    expect(out).toContain("line 18: 'diference' is never assigned");
    // The loop over arrays, which is what was measured.
    expect(out).toMatch(/│ half @vectorize +│ compiles │ +[\d.]+ kB/);
    expect(out).toContain('Where to go next');
    expect(exitCode).toBe(0);
  });
});
