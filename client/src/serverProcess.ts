import { ExtensionMode, type ExtensionContext, Uri } from 'vscode';
import { type NodeModule, type ServerOptions, TransportKind } from 'vscode-languageclient/node';

const inspectPort = 6019;

/**
 * How to start the server: the bundle beside this extension, under the Node that VS Code itself runs on.
 *
 * While the extension is developed the server listens for a debugger; `JITSIGHT_DEBUG_SERVER=start` makes it wait
 * for one, for faults at start-up.
 */
export function serverProcess(context: ExtensionContext): ServerOptions {
  const run: NodeModule = {
    module: Uri.joinPath(context.extensionUri, 'server/dist/main.mjs').fsPath,
    transport: TransportKind.stdio,
  };
  if (context.extensionMode !== ExtensionMode.Development) return run;
  const inspect = process.env.JITSIGHT_DEBUG_SERVER === 'start' ? 'inspect-brk' : 'inspect';
  const execArgv = ['--enable-source-maps', `--${inspect}=${inspectPort}`];
  return { run, debug: { ...run, options: { execArgv } } };
}
