import type { Frontend } from '../frontends/frontend';
import type { CompileService } from '../execution/compiling/compileService';
import type { RunService } from '../execution/running/runService';
import type { Io } from './io';

/** The workers that a command compiles and runs in. */
export interface Services {
  readonly compiler: CompileService;
  readonly runner: RunService;
}

/** What every command works with. */
export interface CliContext {
  readonly frontend: Frontend;
  readonly io: Io;
  readonly version: string;
  readonly startServices: () => Services;
  /** Serves a language client over standard input and output until it goes. */
  readonly serveLanguage: () => Promise<void>;
}

/** Gives a command the compiler and the runner, and ends their workers with it. */
export async function withServices<Result>(
  { startServices }: Pick<CliContext, 'startServices'>,
  use: (services: Services) => Promise<Result>,
): Promise<Result> {
  const services = startServices();
  try {
    return await use(services);
  } finally {
    await Promise.all([services.compiler.dispose(), services.runner.dispose()]);
  }
}
