import { type Position, type TextEditor, window } from 'vscode';

/** A Python editor's document and cursor in the protocol's terms. */
export interface CursorPlace {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** Where the cursor stands in the active Python editor, or in one that is visible beside a panel. */
export function cursorPlace(): CursorPlace | undefined {
  const isPython = (editor: TextEditor | undefined) => editor?.document.languageId === 'python';
  const editor = isPython(window.activeTextEditor)
    ? window.activeTextEditor
    : window.visibleTextEditors.find(isPython);
  if (!editor) return undefined;
  return { uri: editor.document.uri.toString(), position: toPlain(editor.selection.active) };
}

export function toPlain({ line, character }: Position): CursorPlace['position'] {
  return { line, character };
}
