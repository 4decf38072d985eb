import { trustGrantedNotification } from '@jitsight/shared/protocol/requests';
import {
  type DidChangeNotebookDocumentParams,
  type DidChangeTextDocumentParams,
  type DidCloseNotebookDocumentParams,
  type DidCloseTextDocumentParams,
  type DidOpenNotebookDocumentParams,
  type DidOpenTextDocumentParams,
  Message,
  type NotebookDocument,
  type NotificationMessage,
  type RequestMessage,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What a new language service has to be told to stand where the one before stood. */
export interface SessionRecord {
  /** A message of the client's on its way to the service. */
  add(message: Message): void;
  /** The session so far, as short as it can be told; the request to initialise carries that id. */
  replay(initializeId: string | number): readonly Message[];
}

interface Notebook {
  document: NotebookDocument;
  readonly cells: Map<string, TextDocument>;
}

/** Of these only the last counts. */
const lasting = new Set(['initialized', 'workspace/didChangeConfiguration', trustGrantedNotification]);

export function recordSession(): SessionRecord {
  let initialize: RequestMessage | undefined;
  const last = new Map<string, NotificationMessage>();
  const documents = new Map<string, TextDocument>();
  const notebooks = new Map<string, Notebook>();
  return {
    add(message) {
      if (Message.isRequest(message)) {
        if (message.method === 'initialize') initialize = message;
        return;
      }
      if (!Message.isNotification(message)) return;
      if (lasting.has(message.method)) last.set(message.method, message);
      else if (message.method.startsWith('textDocument/')) recordText(documents, message);
      else if (message.method.startsWith('notebookDocument/')) recordNotebook(notebooks, message);
    },
    replay: (id) => [
      ...(initialize ? [{ ...initialize, id } as RequestMessage] : []),
      ...last.values(),
      ...[...documents.values()].map((one) =>
        notification('textDocument/didOpen', { textDocument: item(one) }),
      ),
      ...[...notebooks.values()].map(({ document, cells }) =>
        notification('notebookDocument/didOpen', {
          notebookDocument: document,
          cellTextDocuments: [...cells.values()].map(item),
        }),
      ),
    ],
  };
}

function recordText(documents: Map<string, TextDocument>, { method, params }: NotificationMessage): void {
  if (method === 'textDocument/didOpen') {
    const { textDocument } = params as DidOpenTextDocumentParams;
    documents.set(textDocument.uri, made(textDocument));
  } else if (method === 'textDocument/didChange') {
    const { textDocument, contentChanges } = params as DidChangeTextDocumentParams;
    const document = documents.get(textDocument.uri);
    if (document) TextDocument.update(document, contentChanges, textDocument.version);
  } else if (method === 'textDocument/didClose') {
    documents.delete((params as DidCloseTextDocumentParams).textDocument.uri);
  }
}

function recordNotebook(notebooks: Map<string, Notebook>, { method, params }: NotificationMessage): void {
  if (method === 'notebookDocument/didOpen') {
    const { notebookDocument, cellTextDocuments } = params as DidOpenNotebookDocumentParams;
    const cells = new Map(cellTextDocuments.map((one) => [one.uri, made(one)]));
    notebooks.set(notebookDocument.uri, { document: notebookDocument, cells });
  } else if (method === 'notebookDocument/didChange') {
    const change = params as DidChangeNotebookDocumentParams;
    const notebook = notebooks.get(change.notebookDocument.uri);
    if (notebook) update(notebook, change);
  } else if (method === 'notebookDocument/didClose') {
    notebooks.delete((params as DidCloseNotebookDocumentParams).notebookDocument.uri);
  }
}

function update(notebook: Notebook, { notebookDocument, change }: DidChangeNotebookDocumentParams): void {
  const { array, didOpen, didClose } = change.cells?.structure ?? {};
  const cells = [...notebook.document.cells];
  if (array) cells.splice(array.start, array.deleteCount, ...(array.cells ?? []));
  notebook.document = { ...notebook.document, version: notebookDocument.version, cells };
  for (const one of didOpen ?? []) notebook.cells.set(one.uri, made(one));
  for (const { uri } of didClose ?? []) notebook.cells.delete(uri);
  for (const { document, changes } of change.cells?.textContent ?? []) {
    const cell = notebook.cells.get(document.uri);
    if (cell) TextDocument.update(cell, changes, document.version);
  }
}

interface TextItem {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

function made({ uri, languageId, version, text }: TextItem): TextDocument {
  return TextDocument.create(uri, languageId, version, text);
}

function item(document: TextDocument): TextItem {
  const { uri, languageId, version } = document;
  return { uri, languageId, version, text: document.getText() };
}

function notification(method: string, params: object): NotificationMessage {
  return { jsonrpc: '2.0', method, params };
}
