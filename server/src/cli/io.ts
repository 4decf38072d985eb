import pc from 'picocolors';

export type Colors = ReturnType<typeof pc.createColors>;

/** Where a command writes, and what the terminal can show. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** For what goes to standard output. */
  readonly colors: Colors;
  readonly errColors: Colors;
  readonly columns: number;
  /** Standard error is a terminal, so progress may be redrawn. */
  readonly interactive: boolean;
}

/** The process's own streams; colours only on a terminal and without NO_COLOR. */
export function processIo(): Io {
  const forced = process.env.FORCE_COLOR !== undefined && process.env.FORCE_COLOR !== '0';
  const colored = (stream: NodeJS.WriteStream) =>
    forced || (stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb');
  // A reader such as `head` may close the pipe; that ends our work, it is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colors: pc.createColors(colored(process.stdout)),
    errColors: pc.createColors(colored(process.stderr)),
    columns: process.stdout.columns ?? 100,
    interactive: process.stderr.isTTY === true,
  };
}
