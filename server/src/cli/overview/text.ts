import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import Table from 'cli-table3';
import type { MeasureResult } from '../../execution/measure';
import type { Measurement } from '../../execution/measurement';
import type { FunctionUnit } from '../../frontends/frontend';
import type { Colors, Io } from '../io';
import { formatMs, formatRatio, formatSize } from '../measure/format';
import { shownSpecialization } from './shownSpecialization';

export interface FunctionRow {
  readonly unit: FunctionUnit;
  readonly source: SourceFile;
  readonly bytes?: number;
  readonly result?: MeasureResult;
}

/** One file: a table with a row per function, and under it what needs more words. */
export function fileBlock(
  path: string,
  rows: readonly FunctionRow[],
  io: Pick<Io, 'colors' | 'columns'>,
): string {
  const { colors } = io;
  if (rows.length === 0) return `${colors.bold(path)}\n  No function to look at.`;
  const head = ['function', 'verdict', 'types', 'Wasm', 'time', 'CPython', 'NumPy', 'Numba'];
  const widths = [0, 1, 3, 4, 5, 6, 7];
  const cells = rows.map((row) => rowCells(row, colors));
  const used = widths.reduce((sum, i) => sum + 3 + longest([head[i]!, ...cells.map((one) => one[i]!)]), 4);
  const room = Math.max(16, io.columns - used);
  const table = new Table({
    head: head.map((title) => colors.gray(title)),
    style: { head: [], border: [], compact: true },
    colWidths: [null, null, room, null, null, null, null, null],
    wordWrap: true,
    wrapOnWordBoundary: false,
  });
  table.push(...cells);
  const notes = rows.flatMap((row) => rowNotes(row, colors));
  return [colors.bold(path), table.toString(), ...notes].join('\n');
}

function rowCells(row: FunctionRow, colors: Colors): string[] {
  const { unit, bytes, result } = row;
  const specialization = shownSpecialization(unit, result);
  const verdict = unit.verdict === 'compiles' ? colors.green('compiles') : colors.red('fails');
  const measurement = result && 'measurement' in result ? result.measurement : undefined;
  const types = specialization
    ? `${measurement?.signature ?? specialization.signature}${specialization.returnType ? ` -> ${specialization.returnType}` : ''}`
    : '';
  return [
    unit.kind === 'plain' ? unit.name : `${unit.name} ${colors.gray(`@${unit.kind}`)}`,
    verdict,
    types.replaceAll('<iv=None>', ''),
    bytes === undefined ? '' : formatBytes(bytes),
    measurement?.engines.wasm ? formatMs(measurement.engines.wasm.medianMs) : '',
    ...(['wasmOverCpython', 'wasmOverNumpy', 'wasmOverNumba'] as const).map((name) =>
      ratio(measurement, name, colors),
    ),
  ];
}

function ratio(
  measurement: Measurement | undefined,
  name: keyof NonNullable<Measurement['speedup']>,
  colors: Colors,
): string {
  const value = measurement?.speedup?.[name];
  return value === undefined ? '' : formatRatio(value, colors);
}

function rowNotes({ unit, source, result }: FunctionRow, colors: Colors): string[] {
  const name = colors.bold(unit.name);
  if (unit.verdict === 'fails') {
    const error = unit.specializations.find((one) => one.error)?.error;
    if (!error) return [];
    return [
      `  ${name} line ${source.positionAt(error.range.start).line + 1}: ${error.message} ${colors.gray(`[${error.code}]`)}`,
    ];
  }
  if (!result) return [];
  if ('problem' in result) return [`  ${name} not measured: ${result.problem}`];
  const { measurement } = result;
  const size = formatSize(measurement.size);
  const inputs = measurement.inputs === 'captured' ? "the program's own call" : 'made arguments';
  const lines = [`  ${name} on ${inputs}${size ? `, ${size}` : ''}`];
  if (!measurement.resultsAgree) lines.push(`    ${colors.red(`results differ: ${measurement.mismatch}`)}`);
  return [...lines, ...measurement.notes.map((note) => colors.gray(`    ${note}`))];
}

function formatBytes(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

function longest(texts: readonly string[]): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes take no room.
  return Math.max(...texts.map((text) => text.replaceAll(/\u001b\[\d+m/g, '').length));
}
