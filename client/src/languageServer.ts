import {
  type CompiledCodeChangedParams,
  compiledCodeChangedNotification,
  type StatusParams,
  statusNotification,
  trustGrantedNotification,
} from '@jitsight/shared/protocol/requests';
import {
  type CancellationToken,
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  window,
  workspace,
} from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient/node';
import { restartOnCrash } from './crashes';
import { editorInterpreter, onEditorInterpreterChange } from './pythonExtension';
import { linkToRenderedPage } from './rulePage';
import { serverProcess } from './serverProcess';

export type ServerState = 'starting' | 'running' | 'stopped';

/** The running server as the rest of the extension sees it. */
export interface LanguageServer extends Disposable {
  readonly output: LogOutputChannel;
  readonly client: LanguageClient;
  readonly onStatus: Event<StatusParams>;
  readonly onState: Event<ServerState>;
  readonly onCompiledCodeChanged: Event<CompiledCodeChangedParams>;
  /** Waits for the server to run, then asks; rejects when it cannot be started or the request fails. */
  request<Result>(method: string, params: object, token?: CancellationToken): Promise<Result>;
  restart(): Promise<void>;
}

/** Starts the server; failures to start are shown, not thrown. */
export function startLanguageServer(context: ExtensionContext): LanguageServer {
  const output = window.createOutputChannel('Jitsight', { log: true });
  const status = new EventEmitter<StatusParams>();
  const state = new EventEmitter<ServerState>();
  const changed = new EventEmitter<CompiledCodeChangedParams>();
  const client = new LanguageClient('jitsight', 'Jitsight', serverProcess(context), {
    ...clientOptions(output),
    errorHandler: restartOnCrash(() => void offerRestart(server)),
  });
  client.onNotification(statusNotification, (params: StatusParams) => status.fire(params));
  client.onNotification(compiledCodeChangedNotification, (params: CompiledCodeChangedParams) =>
    changed.fire(params),
  );
  client.onDidChangeState(({ newState }) => state.fire(stateNames[newState]));
  const subscriptions = [
    status,
    state,
    changed,
    onEditorInterpreterChange(() => void announceSettings(client)),
    workspace.onDidGrantWorkspaceTrust(() => void announceTrust(client)),
  ];
  const server: LanguageServer = {
    output,
    client,
    onStatus: status.event,
    onState: state.event,
    onCompiledCodeChanged: changed.event,
    request: async (method, params, token) => {
      await client.start();
      return await (token ? client.sendRequest(method, params, token) : client.sendRequest(method, params));
    },
    restart: async () => {
      await reportFailure(server, client.isRunning() ? client.restart() : client.start());
    },
    dispose: async () => {
      for (const one of subscriptions) one.dispose();
      await client.dispose().catch(() => {});
      output.dispose();
    },
  };
  void reportFailure(server, client.start());
  return server;
}

const stateNames: Record<State, ServerState> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
};

function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [
      { language: 'python', scheme: 'file' },
      { language: 'python', scheme: 'untitled' },
      { language: 'python', scheme: 'vscode-notebook-cell' },
    ],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // A function: a restart must see trust that was granted meanwhile.
    initializationOptions: () => ({ trusted: workspace.isTrusted }),
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToRenderedPage)),
      workspace: {
        configuration: async (params, token, next) => {
          const sections = await next(params, token);
          if (!Array.isArray(sections)) return sections;
          return await Promise.all(
            sections.map((section, i) =>
              params.items[i]?.section === 'jitsight' ? withInterpreter(section) : section,
            ),
          );
        },
      },
    },
  };
}

/** Fills an interpreter nobody set with the one chosen in the Python extension. */
async function withInterpreter(section: { python?: { interpreter?: string } } | null): Promise<unknown> {
  if (section?.python?.interpreter) return section;
  return { ...section, python: { ...section?.python, interpreter: (await editorInterpreter()) ?? '' } };
}

async function announceSettings(client: LanguageClient): Promise<void> {
  if (client.isRunning())
    await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
}

async function announceTrust(client: LanguageClient): Promise<void> {
  if (client.isRunning()) await client.sendNotification(trustGrantedNotification);
}

async function reportFailure(server: LanguageServer, starting: Promise<void>): Promise<void> {
  try {
    await starting;
  } catch (error) {
    server.output.error(`the server cannot be started: ${error instanceof Error ? error.message : error}`);
    await offerRestart(server);
  }
}

async function offerRestart(server: LanguageServer): Promise<void> {
  const choice = await window.showErrorMessage(
    "Jitsight's server keeps stopping. Its output says why.",
    'Show Output',
    'Restart Server',
  );
  if (choice === 'Show Output') server.output.show();
  if (choice === 'Restart Server') await server.restart();
}
