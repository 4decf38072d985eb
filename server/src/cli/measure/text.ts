import type { MeasureResult } from '../../execution/measure';
import type { EngineTiming, Measurement } from '../../execution/measurement';
import type { Colors, Io } from '../io';
import { textTable } from '../table';
import { formatMs, formatRatio, formatSize } from './format';

const engineNames = { wasm: 'Jitsight (Wasm)', cpython: 'CPython', numpy: 'NumPy', numba: 'Numba' } as const;
const inputNames = {
  captured: "the program's own call",
  given: 'the given arguments',
  made: 'arguments made from the types',
} as const;

/** A block per function: who took how long, on what, and what to know about it. */
export function measureText(results: readonly MeasureResult[], { colors }: Pick<Io, 'colors'>): string {
  if (results.length === 0)
    return 'No function here compiles, so there is nothing to measure: see jitsight check.\n';
  return `${results.map((one) => ('measurement' in one ? block(one.measurement, colors) : failure(one, colors))).join('\n\n')}\n`;
}

function failure({ function: name, problem }: { function: string; problem: string }, colors: Colors): string {
  return `${colors.bold(name)}: ${colors.red('not measured')}\n  ${problem}`;
}

function block(measurement: Measurement, colors: Colors): string {
  const { engines, notes } = measurement;
  const size = formatSize(measurement.size);
  const lines = [
    `${colors.bold(measurement.function)}${measurement.signature}, ${inputNames[measurement.inputs]}${size ? `, ${size}` : ''}`,
  ];
  if (!measurement.resultsAgree) lines.push(colors.red(`  results differ: ${measurement.mismatch}`));
  const rows = (Object.keys(engineNames) as (keyof typeof engineNames)[]).flatMap((name) => {
    const timing = engines[name];
    return timing ? [row(name, timing, engines, colors)] : [];
  });
  if (rows.length > 0) {
    const head = [
      '',
      'median',
      'min – max',
      'rounds',
      'compile',
      engines.cpython || !engines.numpy ? 'against CPython' : 'against NumPy',
    ].map(colors.gray);
    lines.push(textTable(rows, head).replaceAll(/^/gm, '  '));
  }
  for (const note of notes) lines.push(colors.gray(`  ${note}`));
  return lines.join('\n');
}

function row(
  name: keyof typeof engineNames,
  timing: EngineTiming,
  engines: Measurement['engines'],
  colors: Colors,
): string[] {
  const baseline = engines.cpython ?? engines.numpy;
  const ratio = baseline && baseline !== timing ? baseline.medianMs / timing.medianMs : undefined;
  return [
    `${engineNames[name]}${timing.version ? ` ${timing.version}` : ''}`,
    formatMs(timing.medianMs),
    `${formatMs(timing.minMs)} – ${formatMs(timing.maxMs)}`,
    String(timing.rounds),
    timing.compileMs === undefined ? '' : formatMs(timing.compileMs),
    ratio === undefined ? '' : formatRatio(ratio, colors),
  ];
}
