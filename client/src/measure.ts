import { type MeasureParams, type MeasureResult, measureRequest } from '@jitsight/shared/protocol/requests';
import { commands, ProgressLocation, window, workspace } from 'vscode';
import { WorkDoneProgress } from 'vscode-languageclient/node';
import { cursorPlace } from './activeFunction';
import type { LanguageServer } from './languageServer';

let measurements = 0;

/**
 * Measures the function a lens names, else the one around the cursor. This runs the user's program, so it is refused
 * in a workspace that is not trusted. Returns the summary lines for callers other than a person.
 */
export async function measure(
  server: LanguageServer,
  params?: MeasureParams,
): Promise<readonly string[] | undefined> {
  const target = params ?? cursorPlace();
  if (!target) {
    void window.showInformationMessage(
      'Open a Python file and put the cursor into a function to measure it.',
    );
    return undefined;
  }
  if (!workspace.isTrusted) {
    void refuseUntrusted();
    return undefined;
  }
  const result = await measureWithProgress(server, target);
  if (!result) return undefined;
  if ('error' in result) {
    server.output.error(result.error);
    void showError(server, result.error);
    return undefined;
  }
  for (const line of result.summary) server.output.info(line);
  const first = result.summary[0];
  if (first) window.setStatusBarMessage(`$(zap) ${first}`, 15_000);
  return result.summary;
}

async function measureWithProgress(
  server: LanguageServer,
  target: MeasureParams,
): Promise<MeasureResult | undefined> {
  return await window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true, title: measuring(target) },
    async (progress, cancellation) => {
      const workDoneToken = `jitsight-measure-${++measurements}`;
      let done = 0;
      const reports = server.client.onProgress(WorkDoneProgress.type, workDoneToken, (report) => {
        if (report.kind === 'end') return;
        const percentage = report.percentage ?? done;
        progress.report({ message: report.message, increment: percentage - done });
        done = percentage;
      });
      try {
        return await server.request<MeasureResult>(
          measureRequest,
          { ...target, workDoneToken },
          cancellation,
        );
      } catch (error) {
        if (cancellation.isCancellationRequested) return undefined;
        return { error: error instanceof Error ? error.message : String(error) };
      } finally {
        reports.dispose();
      }
    },
  );
}

function measuring(target: MeasureParams): string {
  return target.function ? `Measuring ${target.function}` : 'Measuring';
}

async function refuseUntrusted(): Promise<void> {
  const choice = await window.showWarningMessage(
    'Measuring runs your program, which Jitsight does only in a trusted workspace. Problems, types and quick fixes work without.',
    'Manage Workspace Trust',
  );
  if (choice) await commands.executeCommand('workbench.trust.manage');
}

async function showError(server: LanguageServer, message: string): Promise<void> {
  if (await window.showErrorMessage(message.split('\n')[0]!, 'Show Output')) server.output.show();
}
