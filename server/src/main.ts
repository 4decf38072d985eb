import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { pythonFrontend } from './frontends/python/pythonFrontend';
import { serve } from './lsp/server';

/** The language server's process: `--stdio`, or `--node-ipc` under VS Code. */
export function main(): void {
  const connection = createConnection(ProposedFeatures.all);
  serve(connection, pythonFrontend);
  connection.listen();
}

main();
