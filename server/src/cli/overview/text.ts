import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import Table from 'cli-table3';
import type { MeasureResult } from '../../execution/measure';
import type { Measurement } from '../../execution/measurement';
import type { FunctionUnit } from '../../frontends/frontend';
import type { Colors, Io } from '../io';
import { formatMs, formatRatio, formatSize } from '../measure/format';

export interface FunctionRow {
  readonly unit: FunctionUnit;
  readonly source: SourceFile;
  readonly bytes?: number;
  readonly result?: MeasureResult;
}

const head = ['function', 'verdict', 'Wasm', 'one call', 'vs CPython', 'vs NumPy', 'vs Numba'];

/** One file: a table with a row per function, and under it each one's types and what else there is to say. */
export function fileBlock(
  path: string,
  rows: readonly FunctionRow[],
  { colors, columns }: Pick<Io, 'colors' | 'columns'>,
): string {
  if (rows.length === 0) return `${colors.bold(path)}\n  No function to look at.`;
  const table = new Table({
    head: head.map((title) => colors.gray(title)),
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right'],
  });
  table.push(...rows.map((row) => rowCells(row, colors)));
  const notes = rows.flatMap((row) => rowNotes(row, colors)).flatMap((line) => wrap(line, columns));
  return [colors.bold(path), table.toString(), ...notes].join('\n');
}

function rowCells({ unit, bytes, result }: FunctionRow, colors: Colors): string[] {
  const measurement = result && 'measurement' in result ? result.measurement : undefined;
  return [
    unit.kind === 'plain' ? unit.name : `${unit.name} ${colors.gray(`@${unit.kind}`)}`,
    unit.verdict === 'compiles' ? colors.green('compiles') : colors.red('fails'),
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
  const lines: string[] = [];
  if (result && 'measurement' in result) {
    const { measurement } = result;
    const size = formatSize(measurement.size);
    const inputs = measurement.inputs === 'captured' ? "the program's own call" : 'made arguments';
    lines.push(
      `${typesText(name, measurement.signature, measurement.returnType)} on ${inputs}${size ? `, ${size}` : ''}`,
    );
    if (!measurement.resultsAgree) lines.push(`  ${colors.red(`results differ: ${measurement.mismatch}`)}`);
    lines.push(...measurement.notes.map((note) => colors.gray(`  ${note}`)));
  } else {
    const shown = unit.specializations.find((one) => one.verdict === 'compiles') ?? unit.specializations[0];
    const returnType = shown?.verdict === 'compiles' ? shown.returnType : undefined;
    if (shown) lines.push(typesText(name, shown.signature, returnType));
    if (result) lines.push(colors.gray(`  Not measured: ${result.problem}.`));
  }
  const error = unit.verdict === 'fails' && unit.specializations.find((one) => one.error)?.error;
  if (error) {
    const line = source.positionAt(error.range.start).line + 1;
    lines.push(`  ${colors.red(`line ${line}`)}: ${error.message} ${colors.gray(`[${error.code}]`)}`);
  }
  return lines.map((line) => `  ${line}`);
}

function typesText(name: string, signature: string, returnType: string | undefined): string {
  const types = `${signature.replace(/,\)$/, ')')}${returnType ? ` -> ${returnType}` : ''}`;
  return `${name}${types.replaceAll('<iv=None>', '')}`;
}

function formatBytes(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

/** Breaks a line between words, going on under its beginning. Colour codes take no room. */
function wrap(line: string, columns: number): string[] {
  const indent = `${/^\s*/.exec(line.replaceAll(colorCode, ''))![0]}  `;
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=\S)\s+/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && longer.replaceAll(colorCode, '').length > Math.max(columns, 40)) {
      lines.push(current);
      current = indent + word;
    } else current = longer;
  }
  return [...lines, current];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a colour code starts with.
const colorCode = /\u001b\[\d+m/g;
