import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { analyzeAtOnce } from '../../analysis/analyze';
import type { Diagnostic, RelatedInformation } from '../../diagnostics/diagnostic';
import type { AnalysisSettings, Frontend, FunctionUnit } from '../../frontends/frontend';
import { placeOf } from '../positions';
import { type ProjectFile, workspaceOf } from '../project';
import { readSourceText } from '../sourceText';
import { readNotebook } from './notebook';

/** One file of a check, analysed or not readable. */
export interface CheckedFile {
  readonly path: string;
  readonly source: SourceFile;
  readonly functions: readonly FunctionUnit[];
  readonly diagnostics: readonly Diagnostic[];
  /** For a notebook: first line of each code cell in the text, which is all cells together. */
  readonly cells?: readonly { readonly number: number; readonly firstLine: number }[];
}

export interface CheckReport {
  readonly settings: AnalysisSettings;
  readonly files: readonly CheckedFile[];
  /** By URI, every file that a finding may point to. */
  readonly sources: ReadonlyMap<string, SourceFile>;
}

/** Where related information is: in the file itself, or with the path of another one. */
export function relatedPlace(
  { sources }: Pick<CheckReport, 'sources'>,
  file: CheckedFile,
  { uri, range }: RelatedInformation,
): { readonly path?: string; readonly line: number; readonly column: number } {
  if (uri === undefined || uri === file.source.uri) {
    const { line, column } = placeOf(file.source, range);
    return { line, column };
  }
  const path = relative(process.cwd(), fileURLToPath(uri));
  const source = sources.get(uri);
  if (!source) return { path, line: 1, column: 0 };
  const { line, column } = placeOf(source, range);
  return { path, line, column };
}

interface Readable extends ProjectFile {
  readonly cells?: CheckedFile['cells'];
}

/** Analyses files, each seeing all others. */
export async function check(
  frontend: Frontend,
  paths: readonly string[],
  settings: AnalysisSettings,
): Promise<CheckReport> {
  await frontend.start();
  const read = paths.map(readFile);
  const readable = read.filter((one): one is Readable => 'source' in one);
  const workspace = workspaceOf(readable, frontend.fileExtensions);
  const files = read.map((one) => {
    if (!('source' in one)) return unreadable(one);
    const { functions, diagnostics } = analyzeAtOnce(frontend, one.source, settings, workspace);
    return { ...one, functions, diagnostics };
  });
  return { settings, files, sources: new Map(workspace.files.map((one) => [one.uri, one])) };
}

/** Findings that fail a check: what Numba would refuse, and what it would do unlike Python. */
export function findingsOf(report: CheckReport): number {
  const failing = (one: Diagnostic) => one.severity === 'error' || one.severity === 'warning';
  return report.files.reduce((sum, file) => sum + file.diagnostics.filter(failing).length, 0);
}

interface Unreadable {
  readonly path: string;
  readonly problem: string;
  readonly line: number;
}

function readFile(path: string): Readable | Unreadable {
  const text = readSourceText(path);
  if ('problem' in text) return { path, ...text };
  const uri = pathToFileURL(resolve(path)).href;
  if (!path.endsWith('.ipynb')) return { path, source: new SourceFile(uri, text.text) };
  const notebook = readNotebook(text.text);
  if ('problem' in notebook) return { path, ...notebook };
  return { path, source: new SourceFile(uri, notebook.text), cells: notebook.cells };
}

function unreadable({ path, problem, line }: Unreadable): CheckedFile {
  const source = new SourceFile(pathToFileURL(resolve(path)).href, '\n'.repeat(line));
  const start = source.offsetAt({ line: line - 1, column: 0 });
  const diagnostic: Diagnostic = {
    code: 'unreadable-file',
    severity: 'error',
    message: `Not checked: ${problem}.`,
    range: { start, end: start },
    related: [],
    fixes: [],
  };
  return { path, source, functions: [], diagnostics: [diagnostic] };
}
