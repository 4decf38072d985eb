import { fileURLToPath } from 'node:url';
import { type MeasureParams, type MeasureResult, measureRequest } from '@jitsight/shared/protocol/requests';
import { type CancellationToken, ResponseError, type WorkDoneProgressReporter } from 'vscode-languageserver';
import { bestSpecialization } from '../analysis/units';
import { measure as measureUnits } from '../execution/measure';
import { findInterpreter, isInterpreter } from '../execution/python/interpreter';
import type { FunctionUnit } from '../frontends/frontend';
import { announceChange, compiledCode, findUnit } from './compiledCode';
import { type DiagnosticsLoop, refreshViews } from './diagnosticsLoop';
import { sendStatus } from './interpreterStatus';
import { lensText } from './measurementText';
import type { Analyzed, Session } from './session';

/**
 * `jitsight/measure`, and the same as `workspace/executeCommand` for clients that know no requests of ours. Runs the
 * person's program, so it is refused in an untrusted workspace.
 */
export function registerMeasure(session: Session, loop: DiagnosticsLoop): void {
  const { connection } = session;
  connection.onRequest(measureRequest, async (params: MeasureParams, token: CancellationToken) => {
    const progress = connection.window.attachWorkDoneProgress(params.workDoneToken);
    return measure(session, params, token, progress);
  });
  connection.onExecuteCommand(async ({ command, arguments: args }, token, progress) => {
    const params = args?.[0] as MeasureParams | undefined;
    if (!params?.uri) throw new ResponseError(-32602, `${command} needs an argument { uri, function }`);
    if (command === 'jitsight.server.compiledCode') return compiledCode(session, params);
    if (command === 'jitsight.server.measure') return measure(session, params, token, progress);
    throw new ResponseError(-32601, `unknown command ${command}`);
  });
  connection.onShutdown(() => {
    loop.dispose();
    void session.execution.compiler.dispose();
    void session.execution.runner.dispose();
  });
}

async function measure(
  session: Session,
  params: MeasureParams,
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<MeasureResult> {
  if (!session.trusted) return { error: 'Measuring runs your program, and this workspace is not trusted.' };
  const source = session.sourceOf(params.uri);
  const analyzed = source && (await session.analyzed(source.file.uri));
  if (!analyzed) return { error: 'The document is not open, or changed meanwhile.' };
  const units = wanted(analyzed, params);
  if (typeof units === 'string') return { error: units };
  sendStatus(session, { busy: true, message: 'measuring' });
  progress.begin('Jitsight: measuring', undefined, 'starting', true);
  try {
    return await run(session, analyzed, units, token, progress);
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    progress.done();
    sendStatus(session);
    refreshViews(session);
    announceChange(session, analyzed);
  }
}

async function run(
  session: Session,
  { source, analysis }: Analyzed,
  units: readonly FunctionUnit[],
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
): Promise<MeasureResult> {
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  const found = await findInterpreter({ chosen: session.settings.interpreter });
  const interpreter = isInterpreter(found) ? found : undefined;
  const request = {
    frontend: session.frontend,
    file: source.file,
    path: pathOf(source.file.uri),
    settings: session.analysisSettings,
    workspace: session.workspaceView(),
    units,
    captureDeadlineMs: session.settings.timeLimitSeconds * 1000,
    signal: abort.signal,
    onProgress: (step: string) => progress.report(step),
  };
  const summary: string[] = isInterpreter(found) ? [] : [found.problem];
  for await (const result of measureUnits(request, { ...session.execution, interpreter })) {
    if ('problem' in result) {
      summary.push(`${result.function}: ${result.problem}`);
      continue;
    }
    session.measurements.put(analysis.uri, result.function, result.measurement);
    summary.push(`${result.function}: ${lensText(result.measurement)}`);
  }
  return abort.signal.aborted ? { error: 'Measuring was cancelled.' } : { summary };
}

/** The function asked for, or all that compile; a text says why there is none. */
function wanted(analyzed: Analyzed, params: MeasureParams): readonly FunctionUnit[] | string {
  if (!params.function && !params.position) {
    const units = analyzed.analysis.functions.filter(
      (one) => bestSpecialization(one)?.verdict === 'compiles',
    );
    return units.length > 0 ? units : 'No function of this file compiles, so there is nothing to measure.';
  }
  const unit = findUnit(analyzed, params);
  if (!unit)
    return params.function
      ? `There is no function '${params.function}' here.`
      : 'Put the cursor into a function.';
  const specialization = bestSpecialization(unit);
  if (!specialization) return `No argument types are known for '${unit.name}', so it cannot be measured.`;
  if (specialization.verdict === 'fails') {
    return `'${unit.name}' does not compile in nopython mode: ${specialization.error?.message ?? 'see its problems'}`;
  }
  return [unit];
}

/** Unsaved documents have no folder; their program runs in the current one. */
function pathOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : 'untitled.py';
}
