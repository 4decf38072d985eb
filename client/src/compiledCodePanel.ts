import type {
  ExtensionToPanel,
  PanelContent,
  PanelDescription,
  PanelState,
  PanelTab,
  PanelToExtension,
} from '@jitsight/shared/protocol/panel';
import {
  type CompiledCodeParams,
  type CompiledCodeResult,
  compiledCodeRequest,
} from '@jitsight/shared/protocol/requests';
import {
  CancellationTokenSource,
  type Disposable,
  EventEmitter,
  type Event,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { LanguageServer } from './languageServer';
import { panelHtml } from './panelHtml';
import { revealSource } from './revealSource';
import { openStageDocument } from './stageDocuments';

export const panelViewType = 'jitsight.compiledCode';

/** The side panel. There is at most one; it shows one function at a time. */
export interface CompiledCodePanel extends Disposable {
  readonly isOpen: boolean;
  /** What it shows or tries to show. */
  readonly target: CompiledCodeParams | undefined;
  readonly content: PanelContent | undefined;
  /** Something else is on the page now. */
  readonly onPresented: Event<void>;
  /** Opens the panel beside the editor if need be, and shows a function in it. */
  show(target: CompiledCodeParams): Promise<void>;
  /** Shows another function if there is one at this place; keeps the present one otherwise. */
  follow(target: CompiledCodeParams): Promise<void>;
  /** Asks for the present function again. */
  refresh(): Promise<void>;
  post(message: ExtensionToPanel): void;
  /** Takes a panel that VS Code kept over a reload. */
  restore(panel: WebviewPanel, state: PanelState | undefined): Promise<void>;
  /** What is on the screen, for tests; undefined while the page loads. */
  describe(): Promise<PanelDescription | undefined>;
  /** Does what the page asks for. */
  receive(message: PanelToExtension): Promise<void>;
}

export function createCompiledCodePanel(
  context: ExtensionContext,
  server: LanguageServer,
): CompiledCodePanel {
  return new Panel(context, server);
}

class Panel implements CompiledCodePanel {
  target: CompiledCodeParams | undefined;
  content: PanelContent | undefined;
  private view: WebviewPanel | undefined;
  private pageReady = false;
  private problem: string | undefined;
  private running: CancellationTokenSource | undefined;
  private readonly describing: ((description: PanelDescription) => void)[] = [];
  private readonly presented = new EventEmitter<void>();
  readonly onPresented = this.presented.event;

  constructor(
    private readonly context: ExtensionContext,
    private readonly server: LanguageServer,
  ) {}

  get isOpen(): boolean {
    return this.view !== undefined;
  }

  async show(target: CompiledCodeParams): Promise<void> {
    if (!this.view) this.adopt(createView(this.context.extensionUri));
    this.view!.reveal(undefined, true);
    await this.load(target, 'always');
  }

  async follow(target: CompiledCodeParams): Promise<void> {
    if (this.view) await this.load(target, 'whenFound');
  }

  async refresh(): Promise<void> {
    if (this.view && this.target) await this.load(this.target, 'always');
  }

  async restore(view: WebviewPanel, state: PanelState | undefined): Promise<void> {
    this.view?.dispose();
    this.adopt(view);
    const { uri, function: name, signature } = state ?? {};
    if (uri && name) await this.load({ uri, function: name, signature }, 'always');
    else this.fail('Put the cursor into a function and run “Jitsight: Show Compiled Code”.');
  }

  post(message: ExtensionToPanel): void {
    if (this.pageReady) void this.view?.webview.postMessage(message);
  }

  async receive(message: PanelToExtension): Promise<void> {
    if (message.type === 'ready') {
      this.pageReady = true;
      this.present();
    } else if (message.type === 'reveal' && this.content) {
      await revealSource(Uri.parse(this.content.uri), message.sourceLine);
    } else if (message.type === 'selectSignature' && this.target) {
      await this.load({ ...this.target, signature: message.signature }, 'always');
    } else if (message.type === 'openDocument') {
      await this.openDocument(message.tab);
    } else if (message.type === 'copied') {
      window.setStatusBarMessage('Jitsight: copied', 3000);
    } else if (message.type === 'described') {
      for (const resolve of this.describing.splice(0)) resolve(message.description);
    }
  }

  async describe(): Promise<PanelDescription | undefined> {
    if (!this.pageReady) return undefined;
    return await new Promise((resolve) => {
      this.describing.push(resolve);
      this.post({ type: 'describe' });
    });
  }

  dispose(): void {
    this.view?.dispose();
    this.presented.dispose();
  }

  private adopt(view: WebviewPanel): void {
    this.view = view;
    this.pageReady = false;
    view.iconPath = {
      light: Uri.joinPath(this.context.extensionUri, 'client/media/panel-light.svg'),
      dark: Uri.joinPath(this.context.extensionUri, 'client/media/panel-dark.svg'),
    };
    view.webview.options = viewOptions(this.context.extensionUri);
    view.webview.onDidReceiveMessage((message: PanelToExtension) => this.receive(message));
    view.onDidDispose(() => {
      if (this.view === view) this.forget();
    });
    view.webview.html = panelHtml(view.webview, this.context.extensionUri);
  }

  private forget(): void {
    this.running?.cancel();
    this.view = undefined;
    this.target = undefined;
    this.content = undefined;
    this.problem = undefined;
  }

  /** Only the newest request counts: an older one is cancelled and its answer ignored. */
  private async load(target: CompiledCodeParams, show: 'always' | 'whenFound'): Promise<void> {
    this.running?.cancel();
    const source = new CancellationTokenSource();
    this.running = source;
    const version = versionOf(target.uri);
    const result = await this.ask(target, source);
    if (source.token.isCancellationRequested || !result) return;
    if ('error' in result) {
      // An error about text that has changed since is not worth showing: the server announces the new code.
      if (show === 'always' && versionOf(target.uri) === version) {
        this.target = target;
        this.fail(result.error);
      }
      return;
    }
    this.target = { uri: result.uri, function: result.function, signature: target.signature };
    this.content = result;
    this.problem = undefined;
    this.present();
  }

  /** A signature chosen earlier may not exist any more; then the function's first one is shown. */
  private async ask(
    target: CompiledCodeParams,
    source: CancellationTokenSource,
  ): Promise<CompiledCodeResult | undefined> {
    try {
      const result = await this.server.request<CompiledCodeResult>(compiledCodeRequest, target, source.token);
      if (!('error' in result) || !target.signature) return result;
      const { signature: _, ...anySignature } = target;
      return await this.server.request<CompiledCodeResult>(compiledCodeRequest, anySignature, source.token);
    } catch (error) {
      if (source.token.isCancellationRequested) return undefined;
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  private fail(message: string): void {
    this.problem = message;
    this.content = undefined;
    this.present();
  }

  private present(): void {
    if (this.problem !== undefined) this.post({ type: 'error', message: this.problem });
    else if (this.content) this.post({ type: 'show', content: this.content });
    if (this.view) this.view.title = this.content ? `Compiled: ${this.content.function}` : 'Compiled Code';
    this.presented.fire();
  }

  private async openDocument(tab: PanelTab): Promise<void> {
    if (this.content && tab !== 'size') {
      const { uri, function: name, signature } = this.content;
      await openStageDocument(this.server, { uri, function: name, signature }, tab, this.view?.viewColumn);
    }
  }
}

function versionOf(uri: string): number | undefined {
  return workspace.textDocuments.find((one) => one.uri.toString() === uri)?.version;
}

function createView(extensionUri: Uri): WebviewPanel {
  return window.createWebviewPanel(
    panelViewType,
    'Compiled Code',
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    viewOptions(extensionUri),
  );
}

function viewOptions(extensionUri: Uri) {
  return {
    enableScripts: true,
    localResourceRoots: [Uri.joinPath(extensionUri, 'client/dist/webview')],
  };
}
