import {
  type CapturedCall,
  type CapturedProgram,
  captureCalls,
  defineFunction,
  openProgram,
  type ProgramProcess,
} from '../python/capture';
import type { Interpreter } from '../python/interpreter';
import { PythonFailure } from '../python/pythonWorker';
import { firstLines } from './firstLines';

export interface ProgramSettings {
  readonly interpreter: Interpreter;
  readonly path: string;
  readonly source: string;
  readonly numbaVersion: string;
  readonly captureDeadlineMs: number;
  /** Environment variables of the processes' own, besides ours. */
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

/** A process in which the function is defined. */
export interface Defined extends ProgramProcess {
  /** What defining it took: under Numba, a signature compiles it at once. */
  readonly definedMs: number;
}

/** Processes of the user's interpreter for the functions of one file, started when they are needed. */
export interface Programs {
  readonly calls: ReadonlyMap<string, CapturedCall>;
  /** Why there is no call of a function. */
  notCaptured(name: string): string | undefined;
  /** For calls in plain Python. */
  plain(name: string): Promise<Defined | { readonly problem: string }>;
  /** For calls of what Numba makes of the function. */
  numba(name: string): Promise<Defined | { readonly problem: string }>;
  close(): void;
}

/** Runs the program for its calls of the functions; with none wanted, only processes on demand. */
export async function openPrograms(settings: ProgramSettings, wanted: readonly string[]): Promise<Programs> {
  const captured = wanted.length > 0 ? await capture(settings, wanted) : { problem: undefined };
  const plain = definitions(settings, 'stand-in');
  const numba = definitions(settings, 'real');
  const program = 'worker' in captured ? captured : undefined;
  return {
    calls: program?.calls ?? new Map(),
    notCaptured(name) {
      if ('problem' in captured) return captured.problem;
      const problem = captured.problems.get(name);
      return problem === undefined ? captured.ending : `the call could not be recorded: ${problem}`;
    },
    async plain(name) {
      return program?.calls.has(name) ? { ...program, definedMs: 0 } : plain.define(name);
    },
    numba: (name) => numba.define(name),
    close() {
      program?.worker.close();
      plain.close();
      numba.close();
    },
  };
}

async function capture(
  settings: ProgramSettings,
  functions: readonly string[],
): Promise<CapturedProgram | { readonly problem: string }> {
  try {
    const { captureDeadlineMs: deadlineMs } = settings;
    return await captureCalls({ ...settings, functions, numba: 'stand-in', deadlineMs });
  } catch (error) {
    return { problem: pythonProblem(error) };
  }
}

/** One process that functions are defined in one after another; a dead one is replaced. */
function definitions(settings: ProgramSettings, numba: 'real' | 'stand-in') {
  const { captureDeadlineMs: deadlineMs, signal } = settings;
  let program: ProgramProcess | undefined;
  const close = () => {
    program?.worker.close();
    program = undefined;
  };
  return {
    close,
    async define(name: string): Promise<Defined | { readonly problem: string }> {
      try {
        if (program?.worker.ended) close();
        program ??= await openProgram({ ...settings, functions: [], numba, deadlineMs });
        const { ms, problem } = await defineFunction(program, name, deadlineMs, signal);
        return problem === undefined ? { ...program, definedMs: ms } : { problem: firstLines(problem) };
      } catch (error) {
        return { problem: pythonProblem(error) };
      }
    },
  };
}

function pythonProblem(error: unknown): string {
  if (error instanceof PythonFailure && error.reason !== 'cancelled') return error.message;
  throw error;
}
