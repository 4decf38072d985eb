import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import {
  createProtocolConnection,
  type InitializeParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

// npm and vitest run in the root, whichever bundle this stands in.
const root = process.cwd();

/** A plain LSP client that starts the bundled server over stdio, as an editor without an extension would. */
export class LspClient {
  readonly diagnostics = new Map<string, PublishDiagnosticsParams>();
  /** Every log line and stderr text, for failure messages. */
  readonly log: string[] = [];
  settings: unknown = {};
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly connection: ProtocolConnection,
    readonly process: ChildProcess,
  ) {}

  static async start(options: Partial<InitializeParams> & { settings?: unknown } = {}): Promise<LspClient> {
    const child = spawn(process.execPath, [join(root, 'server/dist/cli.mjs'), 'lsp', '--stdio'], {
      stdio: 'pipe',
    });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new LspClient(connection, child);
    client.settings = options.settings ?? {};
    child.stderr.on('data', (data) => client.log.push(String(data)));
    client.listen();
    const { settings: _, ...params } = options;
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      capabilities: {
        workspace: {
          configuration: true,
          codeLens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
        },
        window: { workDoneProgress: true },
        textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true } },
      },
      ...params,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  async open(uri: string, text: string, languageId = 'python'): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(uri: string, version: number, contentChanges: readonly unknown[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  /** Resolves when the document's published diagnostics satisfy the condition. */
  async diagnosticsWhere(
    uri: string,
    condition: (published: PublishDiagnosticsParams) => boolean,
    deadlineMs = 20_000,
  ): Promise<PublishDiagnosticsParams> {
    const end = Date.now() + deadlineMs;
    for (;;) {
      const published = this.diagnostics.get(uri);
      if (published && condition(published)) return published;
      if (Date.now() > end) {
        throw new Error(
          `no such diagnostics for ${uri}; last: ${JSON.stringify(published)}\n${this.log.join('\n')}`,
        );
      }
      await new Promise<void>((wake) => {
        const timer = setTimeout(wake, 250);
        this.waiting.add(() => {
          clearTimeout(timer);
          wake();
        });
      });
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.process.kill();
  }

  private listen(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.diagnostics.set(params.uri, params);
      for (const wake of this.waiting) wake();
      this.waiting.clear();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest('client/registerCapability', (): null => null);
    connection.onRequest('window/workDoneProgress/create', (): null => null);
    connection.onRequest('workspace/codeLens/refresh', (): null => null);
    connection.onRequest('workspace/inlayHint/refresh', (): null => null);
    connection.listen();
  }
}
