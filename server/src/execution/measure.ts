import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { AnalysisSettings, Frontend, FunctionUnit, WorkspaceView } from '../frontends/frontend';
import type { CompileService } from './compiling/compileService';
import type { PythonValue } from './encoding/pythonValue';
import type { Measurement } from './measurement';
import { measureFunction } from './measuring/measureFunction';
import { openPrograms, type Programs } from './measuring/programs';
import type { Interpreter } from './python/interpreter';
import { PythonFailure } from './python/pythonWorker';
import type { RunService } from './running/runService';
import { WorkerFailure } from './workers/workerClient';

export interface MeasureRequest {
  readonly frontend: Frontend;
  readonly file: SourceFile;
  /** Where the program lies on disk: its folder is the working directory of the run. */
  readonly path: string;
  readonly settings: AnalysisSettings;
  readonly workspace: WorkspaceView;
  readonly units: readonly FunctionUnit[];
  /** Arguments to use; else the program is run for its own calls, and what it does not call gets made ones. */
  readonly given?: readonly PythonValue[];
  /** Elements per axis of made arguments; the program is not run then. */
  readonly size?: number;
  /** For the timed rounds of one function, all engines together. */
  readonly budgetMs?: number;
  /** For the program to reach the calls. */
  readonly captureDeadlineMs?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: string) => void;
}

export interface MeasureTools {
  readonly compiler: CompileService;
  readonly runner: RunService;
  /** Without one only the compiled code is timed. */
  readonly interpreter?: Interpreter;
}

export type MeasureResult =
  | { readonly function: string; readonly measurement: Measurement }
  | { readonly function: string; readonly problem: string };

/** Measures functions of one file, one after another. Runs the user's program: only on request, only when trusted. */
export async function* measure(
  request: MeasureRequest,
  tools: MeasureTools,
): AsyncGenerator<MeasureResult, void, void> {
  void tools.compiler.warm();
  const programs = tools.interpreter && (await startPrograms(request, tools.interpreter));
  try {
    for (const unit of request.units) {
      request.onProgress?.(`measuring ${unit.name}`);
      yield await measureOne(request, tools, unit, programs);
    }
  } finally {
    programs?.close();
  }
}

function startPrograms(request: MeasureRequest, interpreter: Interpreter): Promise<Programs> {
  const wanted = request.given || request.size !== undefined ? [] : runnable(request.units);
  if (wanted.length > 0) request.onProgress?.('running the program for its calls');
  return openPrograms(
    {
      interpreter,
      path: request.path,
      source: request.file.text,
      numbaVersion: interpreter.numba ?? `${request.settings.numba}.0`,
      captureDeadlineMs: request.captureDeadlineMs ?? 10_000,
      signal: request.signal,
    },
    wanted,
  );
}

function runnable(units: readonly FunctionUnit[]): string[] {
  return units.filter((unit) => unit.cannotRun === undefined).map((unit) => unit.name);
}

async function measureOne(
  request: MeasureRequest,
  tools: MeasureTools,
  unit: FunctionUnit,
  programs: Programs | undefined,
): Promise<MeasureResult> {
  if (unit.cannotRun !== undefined) return { function: unit.name, problem: unit.cannotRun };
  try {
    const result = await measureFunction(request, tools, unit, programs);
    return 'problem' in result
      ? { function: unit.name, ...result }
      : { function: unit.name, measurement: result };
  } catch (error) {
    const expected = error instanceof WorkerFailure || error instanceof PythonFailure;
    if (!expected || error.reason === 'cancelled') throw error;
    return { function: unit.name, problem: error.message };
  }
}
