import { CliFailure } from '../server/src/cli/failure';

/** Runs a script of the benchmark; what is wrong with its command line is one line on standard error. */
export async function orUsageError(script: () => void | Promise<void>): Promise<void> {
  try {
    await script();
  } catch (error) {
    if (!(error instanceof CliFailure)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
