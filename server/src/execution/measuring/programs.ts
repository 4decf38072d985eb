import { type CapturedCall, captureCalls, defineFunction, type LoadedProgram } from '../python/capture';
import type { Interpreter } from '../python/interpreter';
import { PythonFailure } from '../python/pythonWorker';
import { firstLines } from './firstLines';

export interface ProgramSettings {
  readonly interpreter: Interpreter;
  readonly path: string;
  readonly source: string;
  readonly numbaVersion: string;
  readonly captureDeadlineMs: number;
  readonly signal?: AbortSignal;
}

/** Processes of the user's interpreter for one measurement, started when they are needed. */
export interface Programs {
  readonly calls: ReadonlyMap<string, CapturedCall>;
  /** Why calls are missing. */
  readonly ending?: string;
  /** A process in which the function can be called in plain Python. */
  plain(name: string): Promise<LoadedProgram>;
  /** A process in which Numba compiles the function; `problem` says why not. */
  numba(name: string): Promise<LoadedProgram | { readonly problem: string }>;
  close(): void;
}

/** Runs the program for its calls of the functions; with none wanted, only processes on demand. */
export async function openPrograms(settings: ProgramSettings, wanted: readonly string[]): Promise<Programs> {
  const opened: LoadedProgram[] = [];
  const request = (functions: readonly string[], numba: 'real' | 'stand-in') => ({
    ...settings,
    functions,
    numba,
    deadlineMs: settings.captureDeadlineMs,
  });
  const keep = (program: LoadedProgram) => {
    opened.push(program);
    return program;
  };
  let captured: LoadedProgram | undefined;
  let failure: string | undefined;
  if (wanted.length > 0) {
    try {
      captured = keep(await captureCalls(request(wanted, 'stand-in')));
    } catch (error) {
      failure = pythonProblem(error);
    }
  }
  return {
    calls: captured?.calls ?? new Map(),
    ending: failure ?? captured?.ending,
    async plain(name) {
      if (captured?.calls.has(name)) return captured;
      return keep(await defineFunction(request([name], 'stand-in')));
    },
    async numba(name) {
      try {
        const program = keep(await defineFunction(request([name], 'real')));
        return program.definitionProblem ? { problem: firstLines(program.definitionProblem) } : program;
      } catch (error) {
        return { problem: pythonProblem(error) };
      }
    },
    close() {
      for (const program of opened) program.worker.close();
    },
  };
}

function pythonProblem(error: unknown): string {
  if (error instanceof PythonFailure && error.reason !== 'cancelled') return error.message;
  throw error;
}
