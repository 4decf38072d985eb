import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { analyzeAtOnce } from '../analysis/analyze';
import type {
  AnalysisSettings,
  FileAnalysis,
  Frontend,
  FunctionUnit,
  Specialization,
  WorkspaceView,
} from '../frontends/frontend';
import { CliFailure, usageFailure } from './failure';
import { siblingFiles } from './sourceFiles';
import { readSourceText } from './sourceText';

/** More siblings than this are not one program's files. */
const mostSiblings = 100;

export interface ProjectFile {
  /** As the command line spells it. */
  readonly path: string;
  readonly source: SourceFile;
}

/** Reads a file for a command that is about that one file. */
export function readProjectFile(path: string): ProjectFile {
  const source = readSourceText(path);
  if ('problem' in source) throw new CliFailure(`${path}:${source.line}: ${source.problem}.`);
  return { path, source: new SourceFile(pathToFileURL(resolve(path)).href, source.text) };
}

/** The files that the given ones may import or be called from: themselves and their folders' other files. */
export function workspaceOf(files: readonly ProjectFile[], extensions: readonly string[]): WorkspaceView {
  const sources = new Map(files.map((file) => [resolve(file.path), file.source]));
  for (const folder of new Set(files.map((file) => dirname(resolve(file.path))))) {
    for (const path of siblingFiles(folder, extensions).slice(0, mostSiblings)) {
      if (sources.has(path)) continue;
      const sibling = readSourceText(path);
      if ('text' in sibling) sources.set(path, new SourceFile(pathToFileURL(path).href, sibling.text));
    }
  }
  return { files: [...sources.values()] };
}

/** One file with everything a command needs to ask about its functions. */
export interface Project {
  readonly frontend: Frontend;
  readonly file: ProjectFile;
  readonly settings: AnalysisSettings;
  readonly workspace: WorkspaceView;
  readonly analysis: FileAnalysis;
}

export async function openProject(
  frontend: Frontend,
  path: string,
  settings: AnalysisSettings,
): Promise<Project> {
  await frontend.start();
  const file = readProjectFile(path);
  const workspace = workspaceOf([file], frontend.fileExtensions);
  return {
    frontend,
    file,
    settings,
    workspace,
    analysis: analyzeAtOnce(frontend, file.source, settings, workspace),
  };
}

/** Splits `FILE::FUNC`. */
export function parseTarget(target: string): { readonly path: string; readonly function?: string } {
  const split = target.lastIndexOf('::');
  if (split < 0) return { path: target };
  const name = target.slice(split + 2);
  if (name === '') throw usageFailure(`${target}: name a function behind "::", or leave "::" out.`);
  return { path: target.slice(0, split), function: name };
}

/** The file and function of a command that needs both. */
export function parseFunctionTarget(target: string): { readonly path: string; readonly function: string } {
  const { path, function: name } = parseTarget(target);
  if (name === undefined) throw usageFailure(`${target}: say which function, as FILE::FUNC.`);
  return { path, function: name };
}

export function findUnit({ analysis, file }: Project, name: string): FunctionUnit {
  const unit = analysis.functions.find((one) => one.name === name);
  if (unit) return unit;
  const names = analysis.functions.map((one) => one.name).filter((one) => one !== '<module>');
  const there = names.length > 0 ? `It has ${names.slice(0, 12).join(', ')}.` : 'It has no functions.';
  throw usageFailure(`${file.path} has no function ${name}. ${there}`);
}

/** Types a function for a signature; one that cannot be read is a usage error. */
export function specialize(project: Project, name: string, signature?: string): Specialization {
  findUnit(project, name);
  const { frontend, file, settings, workspace } = project;
  const result = frontend.specialize(file.source, settings, workspace, name, signature);
  if ('problem' in result) throw usageFailure(`${file.path}::${name}: ${result.problem}`);
  return result;
}
