import type { Diagnostic, Severity } from '../../diagnostics/diagnostic';
import type { Colors, Io } from '../io';
import { placeOf } from '../positions';
import { type CheckedFile, type CheckReport, relatedPlace } from './report';

/** What a person reads: each finding with the line it is about, then what was found and what compiles. */
export function checkText(report: CheckReport, io: Pick<Io, 'colors' | 'columns'>): string {
  const blocks = report.files.flatMap((file) =>
    file.diagnostics.map((diagnostic) => diagnosticText(report, file, diagnostic, io)),
  );
  return `${[...blocks, summary(report, io.colors)].join('\n\n')}\n`;
}

function diagnosticText(
  report: CheckReport,
  file: CheckedFile,
  diagnostic: Diagnostic,
  { colors, columns }: Pick<Io, 'colors' | 'columns'>,
): string {
  const place = placeOf(file.source, diagnostic.range);
  const width = String(place.line).length;
  const bar = colors.blue('|');
  const margin = ' '.repeat(width);
  const paint = severityColor(diagnostic.severity, colors);
  const [first, ...rest] = diagnostic.message.split('\n');
  const lines = [
    `${paint(`${diagnostic.severity}[${diagnostic.code}]`)}: ${colors.bold(first!)}`,
    ...rest.map((line) => `  ${line}`),
    `${margin}${colors.blue('-->')} ${placeText(file, place.line, place.column)}`,
  ];
  if (diagnostic.code !== 'unreadable-file') {
    const excerpt = excerptOf(file, diagnostic, columns - width - 4);
    lines.push(
      `${margin} ${bar}`,
      `${colors.blue(String(place.line))} ${bar} ${excerpt.text}`,
      `${margin} ${bar} ${paint(excerpt.marker)}`,
    );
  }
  for (const related of diagnostic.related) {
    const { path, line, column } = relatedPlace(report, file, related);
    const where = path === undefined ? `line ${line}` : `${path}:${line}:${column + 1}`;
    lines.push(`${margin} ${colors.blue('=')} ${where}: ${related.message}`);
  }
  // Switching a finding off is no cure: editors offer it, and the manual says how.
  for (const fix of diagnostic.fixes.filter((one) => one.id !== 'suppress'))
    lines.push(`${margin} ${colors.blue('=')} ${colors.green('fix')}: ${fix.title}`);
  return lines.join('\n');
}

function placeText({ path, cells }: CheckedFile, line: number, column: number): string {
  const cell = cells?.findLast((one) => one.firstLine <= line);
  const inside = cell ? `cell ${cell.number}:${line - cell.firstLine + 1}` : String(line);
  return `${path}:${inside}:${column + 1}`;
}

/** The first line of the range and a marker under it; a long line is cut around the marker. */
function excerptOf(
  file: CheckedFile,
  diagnostic: Diagnostic,
  width: number,
): { readonly text: string; readonly marker: string } {
  const { line, column, endLine, endColumn } = placeOf(file.source, diagnostic.range);
  const raw = file.source.lineText(line - 1);
  const stop = endLine === line ? Math.max(endColumn, column + 1) : Math.max(raw.length, column + 1);
  const before = displayWidth(raw.slice(0, column));
  const marked = Math.max(1, displayWidth(raw.slice(column, stop)));
  const text = expandTabs(raw);
  const room = Math.max(width, 40);
  if (text.length <= room) return { text, marker: ' '.repeat(before) + '^'.repeat(marked) };
  const inner = room - 2;
  const shift = Math.max(0, Math.min(before - Math.floor(room / 3), text.length - inner));
  const cut = `${shift > 0 ? '…' : ''}${text.slice(shift, shift + inner)}${shift + inner < text.length ? '…' : ''}`;
  const at = before - shift + (shift > 0 ? 1 : 0);
  return { text: cut, marker: ' '.repeat(at) + '^'.repeat(Math.min(marked, room - at)) };
}

function expandTabs(text: string): string {
  return text.replaceAll('\t', '    ');
}

function displayWidth(text: string): number {
  return expandTabs(text).length;
}

function severityColor(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return (text) => colors.bold(colors.red(text));
  if (severity === 'warning') return (text) => colors.bold(colors.yellow(text));
  return severity === 'information' ? colors.cyan : colors.gray;
}

function summary({ files, settings }: CheckReport, colors: Colors): string {
  const all = files.flatMap((file) => file.diagnostics);
  const counts = (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => [severity, all.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) =>
      severityColor(severity, colors)(plural(count, severity === 'information' ? 'note' : severity)),
    );
  const found = counts.length > 0 ? `Found ${counts.join(', ')}` : colors.green('Nothing to report');
  const rules = `the rules of Numba ${settings.numba} (${settings.numbaSource})`;
  return `${found} in ${plural(files.length, 'file')}; ${verdicts(files)}, by ${rules}.`;
}

/** Undecorated functions would rarely compile, and nobody asks that of them: they do not count. */
function verdicts(files: readonly CheckedFile[]): string {
  const units = files.flatMap((file) => file.functions).filter((unit) => unit.kind !== 'plain');
  if (units.length === 0) return 'no function has a Numba decorator';
  const count = (verdict: string) => units.filter((unit) => unit.verdict === verdict).length;
  const unknown = count('unknown') > 0 ? `, ${count('unknown')} cannot be judged` : '';
  return `of ${plural(units.length, 'function')} with a Numba decorator ${count('compiles')} compile, ${count('fails')} fail${unknown}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
