export const exitFine = 0;
/** Findings, or something that could not be done. */
export const exitFailure = 1;
/** The command line itself is wrong. */
export const exitUsage = 2;

/** Ends a command with a message on standard error: what is wrong, where, and what to do. */
export class CliFailure extends Error {
  constructor(
    message: string,
    readonly exitCode: number = exitFailure,
  ) {
    super(message);
    this.name = 'CliFailure';
  }
}

export function usageFailure(message: string): CliFailure {
  return new CliFailure(message, exitUsage);
}
