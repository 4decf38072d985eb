import { resolve } from 'node:path';
import { measure, type MeasureResult } from '../../execution/measure';
import {
  describeInterpreter,
  findInterpreter,
  type Interpreter,
  isInterpreter,
} from '../../execution/python/interpreter';
import type { FunctionUnit } from '../../frontends/frontend';
import { type CliContext, type Services, withServices } from '../context';
import { CliFailure, exitFailure, exitFine, usageFailure } from '../failure';
import type { Io } from '../io';
import { analysisSettings } from '../numbaVersion';
import { startProgress } from '../progress';
import { findUnit, openProject, type Project, parseTarget } from '../project';
import { readArguments } from '../runCommand';
import { measureJson } from './json';
import { measureText } from './text';

export interface MeasureOptions {
  readonly args?: string;
  readonly size?: number;
  readonly format: 'text' | 'json';
  readonly budget?: number;
  readonly numba?: string;
  readonly python?: string;
}

/** `jitsight measure FILE[::FUNC]` */
export async function measureCommand(
  context: CliContext,
  target: string,
  options: MeasureOptions,
): Promise<number> {
  const { frontend, io } = context;
  const { path, function: name } = parseTarget(target);
  if (options.args !== undefined && name === undefined) {
    throw usageFailure('--args are the arguments of one function: name it, as FILE::FUNC.');
  }
  const given = options.args === undefined ? undefined : readArguments(options.args);
  const interpreter = await chosenInterpreter(options, io);
  const project = await openProject(frontend, path, await analysisSettings(options));
  const units = name === undefined ? worthMeasuring(project) : [compiling(project, name)];
  const choices = { given, size: options.size, budget: options.budget };
  const results = await withServices(context, (services) =>
    measureUnits(project, units, interpreter, services, io, choices),
  );
  io.out(
    options.format === 'json'
      ? `${JSON.stringify(measureJson(results), null, 2)}\n`
      : measureText(results, io),
  );
  const bad = results.some((one) => 'problem' in one || !one.measurement.resultsAgree);
  return bad ? exitFailure : exitFine;
}

/** Runs the measurement with progress on standard error. */
export async function measureUnits(
  project: Project,
  units: readonly FunctionUnit[],
  interpreter: Interpreter | undefined,
  services: Services,
  io: Io,
  options: Pick<MeasureOptions, 'size' | 'budget'> & {
    readonly given?: Parameters<typeof measure>[0]['given'];
  },
): Promise<MeasureResult[]> {
  const { frontend, file, settings, workspace } = project;
  const progress = startProgress(io, file.path);
  const request = {
    frontend,
    file: file.source,
    path: resolve(file.path),
    settings,
    workspace,
    units,
    given: options.given,
    size: options.size,
    budgetMs: options.budget === undefined ? undefined : options.budget * 1000,
    onProgress: (step: string) => progress.say(`${file.path}: ${step}`),
  };
  try {
    const results: MeasureResult[] = [];
    for await (const result of measure(request, { ...services, interpreter })) results.push(result);
    return results;
  } finally {
    progress.stop();
  }
}

/** Functions made for Numba, and plain ones with a hot loop; of a file without either, whatever compiles. */
export function worthMeasuring({ analysis }: Pick<Project, 'analysis'>): readonly FunctionUnit[] {
  const compile = analysis.functions.filter(
    (unit) => unit.name !== '<module>' && unit.specializations.some((one) => one.verdict === 'compiles'),
  );
  const worth = compile.filter((unit) =>
    unit.kind === 'plain' ? unit.advice.length > 0 : unit.kind !== 'overload',
  );
  return worth.length > 0 ? worth : compile;
}

function compiling(project: Project, name: string): FunctionUnit {
  const unit = findUnit(project, name);
  if (unit.verdict !== 'fails') return unit;
  const error = unit.specializations.find((one) => one.error)?.error;
  throw new CliFailure(
    `${project.file.path}::${name} does not compile: ${error?.message ?? 'see jitsight check'}`,
  );
}

/** Without an interpreter there is nothing to compare with: that is said, and the rest goes on. */
async function chosenInterpreter(options: MeasureOptions, io: Io): Promise<Interpreter | undefined> {
  const result = await findInterpreter({ chosen: options.python });
  if (isInterpreter(result)) {
    if (io.interactive) io.err(`${describeInterpreter(result)}\n`);
    return result;
  }
  if (options.python !== undefined) throw usageFailure(result.problem);
  io.err(`${result.problem} Only the compiled code is timed.\n`);
  return undefined;
}
