import { parentPort } from 'node:worker_threads';
import {
  createConnection,
  PortMessageReader,
  PortMessageWriter,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import { pythonFrontend } from './frontends/python/pythonFrontend';
import { serve } from './lsp/server';

/** The language service's thread: everything that is known of a client's documents, and all work on them. */
const port = parentPort!;
const connection = createConnection(
  ProposedFeatures.all,
  new PortMessageReader(port),
  new PortMessageWriter(port),
);
serve(connection, pythonFrontend);
connection.listen();
