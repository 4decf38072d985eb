import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { analyze } from '../../server/src/analysis/analyze';
import { pythonFrontend } from '../../server/src/frontends/python/pythonFrontend';

const settings = { numba: '0.68', numbaSource: 'default', rules: {} } as const;
const warmRounds = 60;

export interface AnalysisTimes {
  /** Processor time of each analysis. */
  readonly whole: readonly number[];
  /** Longest time, in processor milliseconds, for which each analysis held the event loop of its thread. */
  readonly longestHold: readonly number[];
}

/** Analyses the versions of one text that `version` gives, as the server does: in slices, after one another. */
export async function analysisTimes(
  version: (round: number) => string,
  rounds: number,
  neighbours: readonly SourceFile[] = [],
): Promise<AnalysisTimes> {
  await pythonFrontend.start();
  const whole: number[] = [];
  const longestHold: number[] = [];
  for (let i = 0; i < warmRounds + rounds; i++) {
    const file = new SourceFile('file:///bench/analysis.py', version(i), i);
    let held = 0;
    let last = processorMs();
    const start = last;
    const turn = () => {
      const now = processorMs();
      held = Math.max(held, now - last);
      last = now;
      if (running) setImmediate(turn);
    };
    let running = true;
    setImmediate(turn);
    await analyze(pythonFrontend, file, settings, { files: [file, ...neighbours] });
    running = false;
    turn();
    if (i < warmRounds) continue;
    whole.push(processorMs() - start);
    longestHold.push(held);
  }
  return { whole, longestHold };
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
