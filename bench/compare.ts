/** Compares two reports of `npm run bench -- --json`: `npm run bench:compare A.json B.json`. */
import { readFileSync } from 'node:fs';
import { usageFailure } from '../server/src/cli/failure';
import { formatMs } from '../server/src/cli/measure/format';
import { textTable } from '../server/src/cli/table';
import { type BenchReport, geometricMean, overNumba, ratio } from './result';
import { orUsageError } from './usageError';

await orUsageError(() => {
  const [before, after] = process.argv.slice(2);
  if (!before || !after) throw usageFailure('usage: npm run bench:compare BEFORE.json AFTER.json');
  console.log(compare(read(before), read(after)));
});

function read(path: string): BenchReport {
  const report = parse(path);
  if (!Array.isArray(report?.kernels))
    throw usageFailure(`${path} is not what npm run bench -- --json writes.`);
  return report as BenchReport;
}

function parse(path: string): Partial<BenchReport> | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw usageFailure(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Speed is compared by the ratio to Numba in the same run, which a busy machine disturbs less than the time; kernels
 * without Numba's by the time itself. Changes below a tenth are mostly noise.
 */
function compare(old: BenchReport, now: BenchReport): string {
  const gains: (number | undefined)[] = [];
  const rows = now.kernels.flatMap((kernel) => {
    const former = old.kernels.find(({ name }) => name === kernel.name);
    if (!former) return [];
    const over = [overNumba(former, 'wasm'), overNumba(kernel, 'wasm')] as const;
    const byTime = ratio(former.engines.wasm?.medianMs, kernel.engines.wasm?.medianMs);
    const gain = ratio(over[1], over[0]) ?? byTime;
    gains.push(gain);
    const compile = ratio(former.engines.wasm?.compileMs, kernel.engines.wasm?.compileMs);
    return [
      [
        kernel.name,
        ms(former.engines.wasm?.medianMs),
        ms(kernel.engines.wasm?.medianMs),
        ...over.map(digits),
        digits(gain),
        gain === undefined || Math.abs(Math.log(gain)) < 0.1 ? '' : gain > 1 ? 'faster' : 'SLOWER',
        digits(compile),
        agreement(former.resultsAgree, kernel.resultsAgree),
      ],
    ];
  });
  const mean = (report: BenchReport) =>
    digits(geometricMean(report.kernels.map((kernel) => overNumba(kernel, 'wasm'))));
  rows.push(['geometric mean', '', '', mean(old), mean(now), digits(geometricMean(gains)), '', '', '']);
  const head = ['kernel', 'before', 'after', 'over Numba', 'now', 'gain x', '', 'compile gain x', ''];
  return textTable(rows, head);
}

function agreement(before: boolean, after: boolean): string {
  if (before === after) return after ? '' : 'still not confirmed';
  return after ? 'now confirmed' : 'RESULTS DIFFER';
}

function ms(value: number | undefined): string {
  return value === undefined ? '' : formatMs(value);
}

function digits(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(2);
}
