import type { PanelState } from '@jitsight/shared/protocol/panel';
import { type ExtensionContext, ExtensionMode, window } from 'vscode';
import { registerCommands } from './commands';
import { type CompiledCodePanel, createCompiledCodePanel, panelViewType } from './compiledCodePanel';
import { type LanguageServer, startLanguageServer } from './languageServer';
import { syncPanel } from './panelSync';
import { provideStageDocuments } from './stageDocuments';
import { showStatusItem } from './statusItem';

/** What the extension's tests can reach. */
export interface TestInterface {
  readonly server: LanguageServer;
  readonly panel: CompiledCodePanel;
}

let server: LanguageServer | undefined;

/** Runs when the first Python document or notebook opens; the server starts with it and not earlier. */
export function activate(context: ExtensionContext): TestInterface | undefined {
  const running = startLanguageServer(context);
  server = running;
  const panel = createCompiledCodePanel(context, running);
  context.subscriptions.push(
    panel,
    syncPanel(panel, running),
    showStatusItem(running),
    provideStageDocuments(running),
    registerCommands(context, running, panel),
    window.registerWebviewPanelSerializer(panelViewType, {
      deserializeWebviewPanel: (view, state: PanelState | undefined) => panel.restore(view, state),
    }),
  );
  return context.extensionMode === ExtensionMode.Test ? { server: running, panel } : undefined;
}

/** Waits for the server to end, so that no process outlives the window. */
export async function deactivate(): Promise<void> {
  await server?.dispose();
}
