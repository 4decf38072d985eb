import {
  NotebookRange,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';

/** Selects a zero-based source line in the document's editor, opening one if need be; the focus stays where it is. */
export async function revealSource(uri: Uri, line: number): Promise<void> {
  const editor = visibleEditor(uri) ?? (await openEditor(uri));
  if (!editor) return;
  const { range } = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(new Range(range.start, range.start), TextEditorRevealType.InCenterIfOutsideViewport);
}

function visibleEditor(uri: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
}

async function openEditor(uri: Uri): Promise<TextEditor | undefined> {
  const document = await workspace.openTextDocument(uri);
  if (uri.scheme !== 'vscode-notebook-cell') {
    return await window.showTextDocument(document, { viewColumn: ViewColumn.One, preserveFocus: true });
  }
  await showCell(document);
  return visibleEditor(uri);
}

async function showCell(document: TextDocument): Promise<void> {
  for (const notebook of workspace.notebookDocuments) {
    const cell = notebook.getCells().find((one) => one.document === document);
    if (!cell) continue;
    const selections = [new NotebookRange(cell.index, cell.index + 1)];
    await window.showNotebookDocument(notebook, { selections, preserveFocus: true });
  }
}
