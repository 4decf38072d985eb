import { type CompileService, startCompileService } from '../execution/compiling/compileService';
import { type RunService, startRunService } from '../execution/running/runService';

/** The workers that a session compiles and runs in; each starts with its first use. */
export interface Execution {
  readonly compiler: CompileService;
  readonly runner: RunService;
}

export function startExecution(): Execution {
  return { compiler: startCompileService(), runner: startRunService() };
}
