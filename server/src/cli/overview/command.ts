import { basename, dirname } from 'node:path';
import type { MeasureResult } from '../../execution/measure';
import {
  describeInterpreter,
  findInterpreter,
  type Interpreter,
  isInterpreter,
} from '../../execution/python/interpreter';
import type { AnalysisSettings, FunctionUnit } from '../../frontends/frontend';
import { type CliContext, type Services, withServices } from '../context';
import { exitFailure, exitFine } from '../failure';
import type { Io } from '../io';
import { measureUnits, worthMeasuring } from '../measure/command';
import { analysisSettings } from '../numbaVersion';
import { openProject, type Project } from '../project';
import { collectSourceFiles } from '../sourceFiles';
import { textTable } from '../table';
import { fileBlock, type FunctionRow } from './text';

export interface OverviewOptions {
  readonly python?: string;
  readonly numba?: string;
  readonly budget?: number;
}

/** `jitsight overview PATH...`: everything Jitsight does, on whole files, as a person first meets it. */
export async function overviewCommand(
  context: CliContext,
  paths: readonly string[],
  options: OverviewOptions,
): Promise<number> {
  const { frontend, io } = context;
  const files = collectSourceFiles(paths, frontend.fileExtensions);
  const found = await findInterpreter({ chosen: options.python });
  const settings = await analysisSettings(options);
  io.out(`${introduction(files, found, settings, io)}\n`);
  const interpreter = isInterpreter(found) ? found : undefined;
  let measured = false;
  await withServices(context, async (services) => {
    void services.compiler.warm();
    for (const path of files) {
      const project = await openProject(frontend, path, settings);
      const rows = await overviewRows(project, services, io, interpreter, options.budget ?? 2.5);
      measured ||= rows.some((row) => row.result !== undefined && 'measurement' in row.result);
      io.out(`\n${fileBlock(path, rows, io)}\n`);
    }
  });
  io.out(`\n${whereNext(files[0]!, io)}\n`);
  return measured || interpreter === undefined ? exitFine : exitFailure;
}

async function overviewRows(
  project: Project,
  services: Services,
  io: Io,
  interpreter: Interpreter | undefined,
  budget: number,
): Promise<FunctionRow[]> {
  const units = project.analysis.functions.filter(
    (unit) => unit.verdict !== 'unknown' && unit.name !== '<module>',
  );
  const worth = worthMeasuring(project);
  const results =
    worth.length > 0 ? await measureUnits(project, worth, interpreter, services, io, { budget }) : [];
  const rows: FunctionRow[] = [];
  for (const unit of units) {
    const result = results.find((one) => one.function === unit.name);
    rows.push({
      unit,
      source: project.file.source,
      bytes: await compiledSize(unit, result, project, services),
      result,
    });
  }
  return rows;
}

/** Bytes of the module that was measured, which for a kernel is the loop over arrays; of what it is shown with otherwise. */
async function compiledSize(
  unit: FunctionUnit,
  result: MeasureResult | undefined,
  { frontend, file, settings, workspace }: Project,
  { compiler }: Services,
): Promise<number | undefined> {
  const specialization =
    result && 'measurement' in result
      ? frontend.specialize(file.source, settings, workspace, unit.name, result.measurement.signature)
      : unit.specializations.find((one) => one.verdict === 'compiles');
  if (!specialization || 'problem' in specialization) return undefined;
  const lowered = specialization.lower();
  return 'ir' in lowered ? (await compiler.compile(specialization.key, lowered.ir)).bytes.length : undefined;
}

function introduction(
  files: readonly string[],
  interpreter: Awaited<ReturnType<typeof findInterpreter>>,
  settings: AnalysisSettings,
  { colors }: Io,
): string {
  const places = [...new Set(files.map((file) => dirname(file)))].join(', ');
  const python = isInterpreter(interpreter)
    ? `Measured against ${describeInterpreter(interpreter)}.`
    : colors.yellow(`${interpreter.problem} Everything but the comparison is shown.`);
  const count = files.length === 1 ? basename(files[0]!) : `${files.length} programs`;
  return `${colors.bold('Jitsight')} on ${count} in ${places}, by the rules of Numba ${settings.numba}.\n${python}`;
}

function whereNext(file: string, { colors }: Io): string {
  const rows = [
    [`npx jitsight check ${file}`, 'every finding with its place, reasons and fixes'],
    [`npx jitsight measure ${file}`, 'the figures in detail'],
    ['npm start -- FILE...', 'the same for your own programs'],
    ['npm run editor', 'all of it while you type, in VS Code'],
  ].map(([command, what]) => [`  ${colors.cyan(command!)}`, what!]);
  return `${colors.bold('Where to go next')}\n${textTable(rows)}`;
}
