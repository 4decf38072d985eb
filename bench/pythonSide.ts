import type { PythonValue } from '../server/src/execution/encoding/pythonValue';
import type { Engine } from '../server/src/execution/measuring/engine';
import { type Defined, openPrograms, type Programs } from '../server/src/execution/measuring/programs';
import { pythonEngine } from '../server/src/execution/measuring/pythonEngine';
import { numbaEngine } from '../server/src/execution/measuring/pythonEngines';
import type { Interpreter } from '../server/src/execution/python/interpreter';
import type { Kernel } from './kernel';

const deadlineMs = 60_000;

/** Numba's first compilation in a process takes most of a second more than the next. */
const warmUp = `
import numba as _numba
import numpy as _np


@_numba.njit
def _warm_up(x):
    return _np.sqrt(x[:2] * 2.0).sum()
`;

/** One kernel's Python processes: plain, Numba on one thread, and for parallel kernels Numba on all. */
export interface PythonSide {
  makeArguments(size: number): Promise<readonly PythonValue[]>;
  /** By how much the work on the full size exceeds that on the small one. */
  workRatio(): Promise<number>;
  cpython(): Promise<Engine>;
  numpy(): Promise<Engine>;
  numba(threads: 'one' | 'all'): Promise<Engine | { readonly problem: string }>;
  close(): void;
}

export async function openPythonSide(kernel: Kernel, interpreter: Interpreter): Promise<PythonSide> {
  const settings = {
    interpreter,
    path: kernel.path,
    source: kernel.source + warmUp,
    numbaVersion: interpreter.numba ?? '0.68.0',
    captureDeadlineMs: deadlineMs,
  };
  const oneThread = { NUMBA_NUM_THREADS: '1', OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };
  const single = await openPrograms({ ...settings, env: oneThread }, []);
  let all: Programs | undefined;
  const clock = kernel.parallel ? 'wall' : 'processor';
  const plain = async (name: string, engine: 'cpython' | 'numpy', variant: 'python' | 'elementwise') => {
    const { worker, versions } = await defined(single.plain(name));
    return pythonEngine(worker, { name: engine, version: versions.python, function: name, variant, clock });
  };
  const callPlain = async (name: string, size: number) => {
    const engine = await plain(name, 'cpython', 'python');
    await engine.prepare([{ kind: 'int', name: 'int64', value: BigInt(size) }]);
    const call = await engine.call(deadlineMs);
    if (call.kind !== 'returned') throw new Error(`${kernel.name}: ${name}(${size}) did not return`);
    return call.result;
  };
  return {
    async makeArguments(size) {
      const made = await callPlain('make_arguments', size);
      if (made.kind !== 'tuple') throw new Error(`${kernel.name}: make_arguments must return a tuple`);
      return made.items;
    },
    async workRatio() {
      if (!kernel.hasWork) return kernel.size / kernel.smallSize;
      return (
        numberOf(await callPlain('work', kernel.size)) / numberOf(await callPlain('work', kernel.smallSize))
      );
    },
    cpython: () => plain(kernel.name, 'cpython', kernel.kind === 'vectorize' ? 'elementwise' : 'python'),
    numpy: () => plain('numpy_form', 'numpy', 'python'),
    async numba(threads) {
      if (threads === 'all') all ??= await openPrograms(settings, []);
      const programs = threads === 'all' ? all! : single;
      const warm = await defined(programs.numba('_warm_up'));
      const warmEngine = numbaEngine(warm, { function: '_warm_up' });
      await warmEngine.prepare([vector]);
      await warmEngine.call(deadlineMs);
      const program = await programs.numba(kernel.name);
      return 'problem' in program ? program : numbaEngine(program, { function: kernel.name, clock });
    },
    close() {
      single.close();
      all?.close();
    },
  };
}

const vector: PythonValue = {
  kind: 'array',
  dtype: 'float64',
  shape: [4],
  order: 'C',
  readonly: false,
  data: new Uint8Array(32),
};

async function defined(program: ReturnType<Programs['plain']>): Promise<Defined> {
  const result = await program;
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

function numberOf(value: PythonValue): number {
  if (value.kind === 'int' || value.kind === 'float') return Number(value.value);
  throw new Error(`work must return a number, not ${value.kind}`);
}
