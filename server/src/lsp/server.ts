import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Frontend } from '../frontends/frontend';
import { codeAction, codeActionResolve } from './codeAction';
import { codeLens, codeLensResolve } from './codeLens';
import { registerCompiledCode } from './compiledCode';
import { type DiagnosticsLoop, startDiagnosticsLoop } from './diagnosticsLoop';
import { syncDocuments } from './documents';
import { hover } from './hover';
import { inlayHint } from './inlayHint';
import { registerInterpreter } from './interpreterStatus';
import { registerMeasure } from './measure';
import { Session } from './session';
import { readSettings } from './settings';
import { readWorkspace, readWorkspaceFile } from './workspaceFiles';

/** Serves one client until it disconnects. */
export function serve(connection: Connection, frontend: Frontend): Session {
  const session = new Session(connection, frontend);
  const loop = startDiagnosticsLoop(session);
  let folders: string[] = [];
  connection.onInitialize((params) => {
    learnAbilities(session, params);
    folders = (params.workspaceFolders ?? []).map((folder) => folder.uri);
    if (folders.length === 0 && params.rootUri) folders = [params.rootUri];
    session.trusted = params.initializationOptions?.trusted !== false;
    return initializeResult(frontend);
  });
  const interpreter = registerInterpreter(session, loop);
  connection.onInitialized(async () => {
    await Promise.all([registerDynamically(session), frontend.start(), pullSettings(session)]);
    await readWorkspace(session, folders);
    session.becomeReady();
    loop.allChanged();
    void interpreter.find();
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const before = session.settings.interpreter;
    if (session.abilities.configuration) await pullSettings(session);
    else session.settings = readSettings(settings?.jitsight);
    loop.allChanged();
    if (session.settings.interpreter !== before) void interpreter.find();
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    await Promise.all(changes.map((change) => readWorkspaceFile(session, change.uri)));
    if (changes.some((change) => !session.sources.has(change.uri))) loop.allChanged();
  });
  syncDocuments(connection, session, loop.changed);
  registerFeatures(session, loop);
  return session;
}

function registerFeatures(session: Session, loop: DiagnosticsLoop): void {
  const { connection } = session;
  connection.onCodeAction((params) => codeAction(session, params));
  connection.onCodeActionResolve((action) => codeActionResolve(session, action));
  connection.onCodeLens((params) => codeLens(session, params));
  connection.onCodeLensResolve((lens) => codeLensResolve(session, lens));
  connection.onHover((params) => hover(session, params));
  connection.languages.inlayHint.on((params) => inlayHint(session, params));
  registerCompiledCode(session);
  registerMeasure(session, loop);
}

function initializeResult(frontend: Frontend): InitializeResult {
  return {
    serverInfo: { name: 'jitsight' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      notebookDocumentSync: {
        notebookSelector: [{ cells: frontend.languageIds.map((language) => ({ language })) }],
      },
      codeActionProvider: {
        codeActionKinds: [
          CodeActionKind.QuickFix,
          CodeActionKind.RefactorRewrite,
          CodeActionKind.RefactorExtract,
          `${CodeActionKind.SourceFixAll}.jitsight`,
        ],
        resolveProvider: true,
      },
      codeLensProvider: { resolveProvider: true },
      hoverProvider: true,
      inlayHintProvider: true,
      executeCommandProvider: {
        commands: ['jitsight.server.measure', 'jitsight.server.compiledCode'],
        workDoneProgress: true,
      },
      workspace: { workspaceFolders: { supported: true } },
    },
  };
}

function learnAbilities(session: Session, { capabilities }: InitializeParams): void {
  Object.assign(session.abilities, {
    configuration: capabilities.workspace?.configuration === true,
    dynamicConfiguration: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workDoneProgress: capabilities.window?.workDoneProgress === true,
    inlayRefresh: capabilities.workspace?.inlayHint?.refreshSupport === true,
    lensRefresh: capabilities.workspace?.codeLens?.refreshSupport === true,
    watchedFiles: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  });
}

async function registerDynamically({ connection, abilities, frontend }: Session): Promise<void> {
  if (abilities.dynamicConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'jitsight' });
  }
  if (abilities.watchedFiles) {
    const watchers = frontend.fileExtensions.map((extension) => ({ globPattern: `**/*${extension}` }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}

async function pullSettings(session: Session): Promise<void> {
  if (!session.abilities.configuration) return;
  try {
    session.settings = readSettings(await session.connection.workspace.getConfiguration('jitsight'));
  } catch (error) {
    session.connection.console.warn(`Jitsight could not read its settings: ${error}`);
  }
}
