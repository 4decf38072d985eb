import type { FunctionUnit } from '../../frontends/frontend';
import type { PythonValue } from '../encoding/pythonValue';
import type { Interpreter } from '../python/interpreter';
import type { Engine } from './engine';
import type { Defined, Programs } from './programs';
import { pythonEngine, type PythonEngineOptions } from './pythonEngine';

export interface PythonEngines {
  readonly engines: readonly Engine[];
  readonly notes: readonly string[];
}

export interface PythonEngineRequest {
  readonly unit: FunctionUnit;
  readonly interpreter: Interpreter;
  readonly programs: Programs;
  readonly signal?: AbortSignal;
}

/**
 * What the function is without Numba: a call in plain Python; for a vectorized one its body over whole arrays, which
 * is the NumPy expression a person would write, or where that is impossible one element at a time.
 */
export async function startPlain(
  { unit, interpreter, programs, signal }: PythonEngineRequest,
  args: readonly PythonValue[],
): Promise<PythonEngines> {
  const program = await programs.plain(unit.name);
  if ('problem' in program) return { engines: [], notes: [`CPython did not run it: ${program.problem}.`] };
  const { worker } = program;
  const common = { function: unit.name, signal };
  const overArrays = unit.kind === 'vectorize' && args.some((arg) => arg.kind === 'array');
  if (!overArrays) {
    return {
      engines: [
        pythonEngine(worker, { name: 'cpython', version: interpreter.version, variant: 'python', ...common }),
      ],
      notes: [],
    };
  }
  const numpy = pythonEngine(worker, {
    name: 'numpy',
    version: interpreter.numpy,
    variant: 'arrays',
    ...common,
  });
  await numpy.prepare(args);
  const trial = await numpy.call(60_000);
  if (trial.kind === 'returned') {
    return {
      engines: [numpy],
      notes: ['Compared with the undecorated function on whole arrays, which is NumPy.'],
    };
  }
  const loop = pythonEngine(worker, {
    name: 'cpython',
    version: interpreter.version,
    variant: 'elementwise',
    ...common,
  });
  return {
    engines: [loop],
    notes: ['Its body does not work on whole arrays: CPython calls it once per element.'],
  };
}

/** Numba on the function as the program decorates it, or with njit where it is plain. */
export async function startNumba({ unit, programs, signal }: PythonEngineRequest): Promise<PythonEngines> {
  const program = await programs.numba(unit.name);
  if ('problem' in program)
    return { engines: [], notes: [`Numba could not be measured: ${program.problem}`] };
  const engine = numbaEngine(program, { function: unit.name, signal });
  return { engines: [engine], notes: [] };
}

/**
 * The function as Numba compiles it, with the time that takes: in the definition where the decorator has a signature,
 * and otherwise in the first call.
 */
export function numbaEngine(
  program: Defined,
  options: Pick<PythonEngineOptions, 'function' | 'clock' | 'signal'>,
): Engine {
  const { worker, versions } = program;
  const engine = pythonEngine(worker, {
    name: 'numba',
    version: versions.numba,
    variant: 'numba',
    ...options,
  });
  let compileMs: number | undefined;
  return {
    ...engine,
    compileMs: () => compileMs ?? 0,
    async call(limitMs) {
      const first = await engine.call(limitMs);
      if (first.kind !== 'returned') return first;
      const second = await engine.call(limitMs);
      if (second.kind !== 'returned') return second;
      compileMs ??= program.definedMs + Math.max(0, first.ms - second.ms);
      return second;
    },
  };
}
