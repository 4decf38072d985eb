import type { Specialization } from '../frontends/frontend';
import type { CliContext } from './context';
import { exitFailure, exitFine } from './failure';
import type { Io } from './io';
import { analysisSettings } from './numbaVersion';
import { placeOf } from './positions';
import { openProject, type Project, parseFunctionTarget, specialize } from './project';
import { textTable } from './table';

export interface TypesOptions {
  readonly signature?: string;
  readonly format: 'text' | 'json';
  readonly numba?: string;
  readonly python?: string;
}

/** `jitsight types FILE::FUNC` */
export async function typesCommand(
  { frontend, io }: CliContext,
  target: string,
  options: TypesOptions,
): Promise<number> {
  const { path, function: name } = parseFunctionTarget(target);
  const project = await openProject(frontend, path, await analysisSettings(options));
  const specialization = specialize(project, name, options.signature);
  const json = typesJson(project, name, specialization);
  if (options.format === 'json') io.out(`${JSON.stringify(json, null, 2)}\n`);
  else io.out(typesText(project, name, specialization, io));
  return specialization.verdict === 'fails' ? exitFailure : exitFine;
}

function typesJson({ file }: Project, name: string, specialization: Specialization) {
  const { signature, verdict, returnType, locals, error, parameters } = specialization;
  return {
    function: name,
    signature,
    verdict,
    returnType,
    locals,
    error: error
      ? {
          code: error.code,
          numbaClass: error.numbaClass,
          line: placeOf(file.source, error.range).line,
          message: error.message,
        }
      : null,
    parameters: parameters.map((one) => ({ name: one.name, type: one.type, origin: one.origin })),
  };
}

function typesText({ file }: Project, name: string, specialization: Specialization, io: Io): string {
  const { signature, verdict, returnType, locals, error, parameters } = specialization;
  const { colors } = io;
  const head = `${colors.bold(name)}${signature} -> ${returnType}`;
  const origins = new Map(parameters.map((one) => [one.name, one.origin]));
  const rows = Object.entries(locals).map(([local, type]) => {
    const origin = origins.get(local);
    return [local, type, origin ? colors.gray(`argument, from ${origin}`) : ''];
  });
  const table = rows.length > 0 ? `${textTable(rows)}\n` : '';
  if (!error) return `${head}: ${colors.green(verdict)}\n${table}`;
  const { line, column } = placeOf(file.source, error.range);
  return `${head}: ${colors.red(verdict)}\n${table}${file.path}:${line}:${column + 1}: ${error.message} [${error.code}, ${error.numbaClass}]\n`;
}
