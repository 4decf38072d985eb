import { Disposable, type TextEditor, window, workspace } from 'vscode';
import { toPlain } from './activeFunction';
import type { CompiledCodePanel } from './compiledCodePanel';
import type { LanguageServer } from './languageServer';

/** Rest of the cursor before the panel turns to another function, in milliseconds. */
const followDelayMs = 200;

/** Keeps the open panel in step with cursor, edits and server. */
export function syncPanel(panel: CompiledCodePanel, server: LanguageServer): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const follow = (editor: TextEditor | undefined) => {
    clearTimeout(timer);
    if (!editor || !panel.isOpen || editor.document.languageId !== 'python') return;
    const { uri } = editor.document;
    const { line } = editor.selection.active;
    const shown = panel.content;
    if (shown && shown.uri === uri.toString() && contains(shown.sourceLines, line)) {
      panel.post({ type: 'highlight', sourceLine: line });
      return;
    }
    panel.post({ type: 'highlight', sourceLine: undefined });
    const target = { uri: uri.toString(), position: toPlain(editor.selection.active) };
    timer = setTimeout(() => void panel.follow(target), followDelayMs);
  };
  const highlightCursor = () => {
    const editor = window.visibleTextEditors.find(
      (one) => one.document.uri.toString() === panel.content?.uri,
    );
    if (editor) panel.post({ type: 'highlight', sourceLine: editor.selection.active.line });
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    window.onDidChangeActiveTextEditor(follow),
    panel.onPresented(highlightCursor),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.uri.toString() === panel.target?.uri)
        panel.post({ type: 'stale' });
    }),
    server.onCompiledCodeChanged(({ uri }) => {
      if (uri === panel.target?.uri) void panel.refresh();
    }),
    server.onState((state) => {
      if (state === 'running') void panel.refresh();
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

function contains([first, last]: readonly [number, number], line: number): boolean {
  return first <= line && line <= last;
}
