import type { PanelContent, PanelTab } from '@jitsight/shared/protocol/panel';
import {
  type CompiledCodeParams,
  type CompiledCodeResult,
  compiledCodeRequest,
} from '@jitsight/shared/protocol/requests';
import {
  type CancellationToken,
  Disposable,
  EventEmitter,
  languages,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { LanguageServer } from './languageServer';

const scheme = 'jitsight-view';

/** Stages that read as text. */
export type Stage = Exclude<PanelTab, 'size'>;

const stages: Record<Stage, { readonly suffix: string; readonly language: string }> = {
  ir: { suffix: 'ir', language: 'jitsight-ir' },
  wat: { suffix: 'unoptimized.wat', language: 'jitsight-wat' },
  watOptimized: { suffix: 'wat', language: 'jitsight-wat' },
};

/** A stage as a read-only document: folding, searching, comparing and screen readers then work as in any editor. */
export async function openStageDocument(
  server: LanguageServer,
  place: CompiledCodeParams,
  stage: Stage,
  viewColumn = ViewColumn.Beside,
): Promise<void> {
  const found = await server.request<CompiledCodeResult>(compiledCodeRequest, place);
  if ('error' in found) {
    void window.showInformationMessage(found.error);
    return;
  }
  const { suffix, language } = stages[stage];
  const target = { uri: found.uri, function: found.function, signature: found.signature };
  const uri = Uri.from({
    scheme,
    path: `/${found.function.replace(/[^\w.]+/g, '_')}.${suffix}`,
    query: JSON.stringify({ target, stage }),
  });
  const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), language);
  await window.showTextDocument(document, { viewColumn, preview: true });
}

/** Fills those documents, and fills them again when the code changes. */
export function provideStageDocuments(server: LanguageServer): Disposable {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri, token) => stageText(server, uri, token),
    }),
    server.onCompiledCodeChanged(({ uri }) => {
      for (const document of workspace.textDocuments) {
        if (document.uri.scheme === scheme && parse(document.uri).target.uri === uri)
          changed.fire(document.uri);
      }
    }),
  );
}

async function stageText(server: LanguageServer, uri: Uri, token: CancellationToken): Promise<string> {
  const { target, stage } = parse(uri);
  const result = await server.request<CompiledCodeResult>(compiledCodeRequest, target, token);
  if ('error' in result) return `;; ${result.error.replaceAll('\n', '\n;; ')}\n`;
  return `${heading(result)}${result[stage].map((line) => line.text).join('\n')}\n`;
}

function heading({ function: name, signature, returnType, notCompiled }: PanelContent): string {
  const why = notCompiled ? `;; not compiled: ${notCompiled}\n` : '';
  return `;; ${name}${signature} -> ${returnType}\n${why}`;
}

function parse(uri: Uri): { target: CompiledCodeParams; stage: Stage } {
  return JSON.parse(uri.query);
}
