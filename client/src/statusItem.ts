import type { StatusParams } from '@jitsight/shared/protocol/requests';
import { Disposable, MarkdownString, StatusBarAlignment, type TextEditor, ThemeColor, window } from 'vscode';
import type { LanguageServer, ServerState } from './languageServer';

/** One status bar item, shown beside Python editors: whose rules apply, and whether the server is well. */
export function showStatusItem(server: LanguageServer): Disposable {
  const item = window.createStatusBarItem('jitsight.status', StatusBarAlignment.Right, 99);
  item.name = 'Jitsight';
  item.command = 'jitsight.showMenu';
  let status: StatusParams | undefined;
  let state: ServerState = 'starting';
  const update = () => {
    item.text = statusText(status, state);
    item.tooltip = statusTooltip(status, state);
    const health = state === 'stopped' ? 'error' : (status?.health ?? 'ok');
    item.backgroundColor = health === 'ok' ? undefined : new ThemeColor(`statusBarItem.${health}Background`);
    item.accessibilityInformation = { label: `Jitsight: ${item.text.replace(/\$\([^)]*\)\s*/g, '')}` };
  };
  const showFor = (editor: TextEditor | undefined) => {
    if (editor?.document.languageId === 'python') item.show();
    else if (editor || window.visibleTextEditors.length === 0) item.hide();
  };
  update();
  showFor(window.activeTextEditor);
  const subscriptions = [
    item,
    server.onStatus((next) => {
      status = next;
      update();
    }),
    server.onState((next) => {
      state = next;
      if (next !== 'running') status = undefined;
      update();
    }),
    window.onDidChangeActiveTextEditor(showFor),
  ];
  return Disposable.from(...subscriptions);
}

function statusText(status: StatusParams | undefined, state: ServerState): string {
  if (state === 'stopped') return '$(error) Jitsight';
  if (state === 'starting' || !status) return '$(loading~spin) Jitsight';
  return `${status.busy ? '$(loading~spin)' : '$(zap)'} Numba ${status.numba}`;
}

const sources: Record<StatusParams['numbaSource'], string> = {
  option: 'from the settings',
  interpreter: "the interpreter's",
  default: 'assumed: no Numba found',
};

function statusTooltip(status: StatusParams | undefined, state: ServerState): MarkdownString {
  if (state === 'stopped') return new MarkdownString('Jitsight: the server has stopped.');
  if (!status) return new MarkdownString('Jitsight: the server is starting.');
  const tooltip = new MarkdownString(
    `**Jitsight** · rules of Numba ${status.numba} (${sources[status.numbaSource]})`,
  );
  tooltip.appendMarkdown('\n\n');
  tooltip.appendText(
    status.interpreter ? `Python: ${status.interpreter}` : 'Python: none found, so nothing can be measured',
  );
  if (status.message) {
    tooltip.appendMarkdown('\n\n');
    tooltip.appendText(status.message);
  }
  return tooltip;
}
