import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { analyze } from '../../server/src/analysis/analyze';
import type { FileAnalysis } from '../../server/src/frontends/frontend';
import { pythonFrontend } from '../../server/src/frontends/python/pythonFrontend';

const settings = { numba: '0.68', numbaSource: 'default', rules: {} } as const;
const warmRounds = 60;

export interface AnalysisOptions {
  readonly neighbours?: readonly SourceFile[];
  readonly fromScratch?: boolean;
}

export interface AnalysisTimes {
  /** Processor time of each analysis. */
  readonly whole: readonly number[];
  /** Longest time, in processor milliseconds, for which each analysis held the event loop of its thread. */
  readonly longestHold: readonly number[];
}

/**
 * Analyses the versions of one text that `version` gives, as the server does: in slices, after one another. Each starts
 * from the one before, unless all are to be `fromScratch`.
 */
export async function analysisTimes(
  version: (round: number) => string,
  rounds: number,
  { neighbours = [], fromScratch = false }: AnalysisOptions = {},
): Promise<AnalysisTimes> {
  await pythonFrontend.start();
  const whole: number[] = [];
  const longestHold: number[] = [];
  let previous: FileAnalysis | undefined;
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
    const workspace = { files: [file, ...neighbours] };
    const analysis = await analyze(pythonFrontend, file, settings, workspace, () => false, previous);
    if (!fromScratch) previous = analysis;
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
