import ora from 'ora';
import type { Io } from './io';

export interface Progress {
  say(text: string): void;
  stop(): void;
}

/** A line on standard error that says what is going on; only a terminal shows it. */
export function startProgress(io: Io, text: string): Progress {
  if (!io.interactive) return { say() {}, stop() {} };
  const spinner = ora({ text, stream: process.stderr, discardStdin: false }).start();
  return {
    say(next) {
      spinner.text = next;
    },
    stop: () => void spinner.stop(),
  };
}
