import type { CliContext } from '../context';
import { exitFailure, exitFine } from '../failure';
import { analysisSettings } from '../numbaVersion';
import { collectSourceFiles } from '../sourceFiles';
import { checkGithub } from './github';
import { checkJson } from './json';
import { check, findingsOf } from './report';
import { checkSarif } from './sarif';
import { checkText } from './text';

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly numba?: string;
  readonly python?: string;
}

/** `jitsight check PATH...` */
export async function checkCommand(
  { frontend, io }: CliContext,
  paths: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const files = collectSourceFiles(paths, [...frontend.fileExtensions, '.ipynb']);
  const report = await check(frontend, files, await analysisSettings(options));
  const formats = {
    text: () => checkText(report, io),
    json: () => `${JSON.stringify(checkJson(report), null, 2)}\n`,
    sarif: () => `${JSON.stringify(checkSarif(report), null, 2)}\n`,
    github: () => checkGithub(report),
  };
  io.out(formats[options.format]());
  return findingsOf(report) > 0 ? exitFailure : exitFine;
}
