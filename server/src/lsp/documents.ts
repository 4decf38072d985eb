import { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { Connection, NotebookDocument } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clearDiagnostics } from './publishDiagnostics';
import { notebookSource } from './notebookSource';
import type { Session } from './session';
import { documentSource } from './textSource';

/**
 * Keeps the session's sources in step with the client's documents. `TextDocument.update` mutates in place, so each
 * change is frozen into a SourceFile at once.
 */
export function syncDocuments(
  connection: Connection,
  session: Session,
  onChange: (uri: string) => void,
): void {
  const documents = new Map<string, TextDocument>();
  const open = (document: TextDocument) => {
    documents.set(document.uri, document);
    session.open(documentSource(new SourceFile(document.uri, document.getText(), document.version)));
    onChange(document.uri);
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    open(TextDocument.create(uri, languageId, version, text));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri);
    if (document) open(TextDocument.update(document, contentChanges, version));
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.delete(uri);
    session.close(uri);
    clearDiagnostics(session, uri);
  });
  syncNotebooks(connection, session, onChange);
}

/** The cells' order and texts per notebook; the protocol's change events are applied to these. */
interface NotebookState {
  version: number;
  cells: { uri: string; isPython: boolean }[];
  texts: Map<string, TextDocument>;
}

function syncNotebooks(connection: Connection, session: Session, onChange: (uri: string) => void): void {
  const notebooks = new Map<string, NotebookState>();
  const sync = connection.notebooks.synchronization;
  const update = (uri: string, state: NotebookState) => {
    const cells = state.cells
      .filter((cell) => cell.isPython)
      .flatMap((cell) => {
        const document = state.texts.get(cell.uri);
        return document ? [{ uri: cell.uri, version: document.version, text: document.getText() }] : [];
      });
    const before = session.sources.get(uri)?.documents ?? [];
    session.open(notebookSource(uri, state.version, cells));
    for (const gone of before)
      if (!cells.some((cell) => cell.uri === gone.uri)) clearDiagnostics(session, gone.uri);
    onChange(uri);
  };
  sync.onDidOpenNotebookDocument(({ notebookDocument, cellTextDocuments }) => {
    const texts = cellTextDocuments.map(({ uri, languageId, version, text }) =>
      TextDocument.create(uri, languageId, version, text),
    );
    const state: NotebookState = {
      version: notebookDocument.version,
      cells: cellList(notebookDocument.cells, texts),
      texts: new Map(texts.map((text) => [text.uri, text])),
    };
    notebooks.set(notebookDocument.uri, state);
    update(notebookDocument.uri, state);
  });
  sync.onDidChangeNotebookDocument(({ notebookDocument, change }) => {
    const state = notebooks.get(notebookDocument.uri);
    if (!state) return;
    state.version = notebookDocument.version;
    for (const { uri, languageId, version, text } of change.cells?.structure?.didOpen ?? []) {
      state.texts.set(uri, TextDocument.create(uri, languageId, version, text));
    }
    for (const { uri } of change.cells?.structure?.didClose ?? []) state.texts.delete(uri);
    const moved = change.cells?.structure?.array;
    if (moved) {
      const added = cellList(moved.cells ?? [], [...state.texts.values()]);
      state.cells.splice(moved.start, moved.deleteCount, ...added);
    }
    for (const { document, changes } of change.cells?.textContent ?? []) {
      const text = state.texts.get(document.uri);
      if (text) state.texts.set(document.uri, TextDocument.update(text, changes, document.version));
    }
    update(notebookDocument.uri, state);
  });
  sync.onDidCloseNotebookDocument(({ notebookDocument: { uri } }) => {
    for (const { uri: cell } of session.sources.get(uri)?.documents ?? []) clearDiagnostics(session, cell);
    notebooks.delete(uri);
    session.close(uri);
  });
}

function cellList(cells: NotebookDocument['cells'], texts: readonly TextDocument[]): NotebookState['cells'] {
  return cells.map((cell) => ({
    uri: cell.document,
    isPython: texts.some((text) => text.uri === cell.document && text.languageId === 'python'),
  }));
}
