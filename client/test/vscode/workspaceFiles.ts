import {
  commands,
  type Diagnostic,
  languages,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { until } from './until';

/** A file of the test's workspace, which is a copy of the tutorial programs. */
export function fileUri(name: string): Uri {
  return Uri.joinPath(workspace.workspaceFolders![0]!.uri, name);
}

export async function openFile(name: string): Promise<TextEditor> {
  return await window.showTextDocument(fileUri(name), { viewColumn: ViewColumn.One, preview: false });
}

/** Puts the text back as it is on disk and closes all editors. */
export async function closeEverything(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

export function codeOf(diagnostic: Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

export function jitsightProblems(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'jitsight');
}

export async function problemWith(uri: Uri, code: string): Promise<Diagnostic> {
  return await until(`a ${code} problem`, () => jitsightProblems(uri).find((one) => codeOf(one) === code), {
    seen: () => jitsightProblems(uri).map(codeOf),
  });
}

/** Zero-based line that holds `text`. */
export function lineWith(document: TextDocument, text: string): number {
  const line = document
    .getText()
    .split('\n')
    .findIndex((one) => one.includes(text));
  if (line < 0) throw new Error(`no line has ${text}`);
  return line;
}
