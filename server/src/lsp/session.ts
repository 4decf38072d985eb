import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { Connection } from 'vscode-languageserver';
import { analyze } from '../analysis/analyze';
import type { AnalysisSettings, FileAnalysis, Frontend, WorkspaceView } from '../frontends/frontend';
import type { Interpreter } from '../execution/python/interpreter';
import { type Execution, startExecution } from './execution';
import { MeasurementStore } from './measurementStore';
import { defaultNumba, defaultSettings, type ServerSettings } from './settings';
import type { TextSource } from './textSource';

/** A source with its newest finished analysis. */
export interface Analyzed {
  readonly source: TextSource;
  readonly analysis: FileAnalysis;
}

/** What the client can do, learnt at initialisation. */
export interface ClientAbilities {
  configuration: boolean;
  dynamicConfiguration: boolean;
  workDoneProgress: boolean;
  inlayRefresh: boolean;
  lensRefresh: boolean;
  watchedFiles: boolean;
}

/** Everything one client's server knows: open sources, analyses, settings, measurements. */
export class Session {
  readonly sources = new Map<string, TextSource>();
  /** The source that a client document (file or cell) belongs to. */
  readonly owners = new Map<string, string>();
  /** Files of the workspace that are not open, as last read. */
  readonly workspaceFiles = new Map<string, SourceFile>();
  readonly measurements = new MeasurementStore();
  readonly execution: Execution = startExecution();
  readonly abilities: ClientAbilities = {
    configuration: false,
    dynamicConfiguration: false,
    workDoneProgress: false,
    inlayRefresh: false,
    lensRefresh: false,
    watchedFiles: false,
  };
  settings: ServerSettings = defaultSettings;
  trusted = true;
  interpreter: Interpreter | undefined;

  private readonly analyses = new Map<string, Analyzed>();
  /** The last finished analyses, whatever they were made under: the next takes over what still holds. */
  private readonly previous = new Map<string, FileAnalysis>();
  private readonly pending = new Map<string, Promise<Analyzed | undefined>>();
  private generation = 0;
  private markReady: () => void = () => {};
  /** Settled once the front end has loaded and the settings are known: no answer is given before. */
  private readonly ready = new Promise<void>((resolve) => {
    this.markReady = resolve;
  });

  constructor(
    readonly connection: Connection,
    readonly frontend: Frontend,
  ) {}

  becomeReady(): void {
    this.markReady();
  }

  sourceOf(documentUri: string): TextSource | undefined {
    return this.sources.get(this.owners.get(documentUri) ?? documentUri);
  }

  /** Puts a source in place of its older version. */
  open(source: TextSource): void {
    const { uri } = source.file;
    for (const document of this.sources.get(uri)?.documents ?? []) this.owners.delete(document.uri);
    this.sources.set(uri, source);
    for (const document of source.documents) this.owners.set(document.uri, uri);
    this.pending.delete(uri);
  }

  close(uri: string): void {
    for (const document of this.sources.get(uri)?.documents ?? []) this.owners.delete(document.uri);
    this.sources.delete(uri);
    this.analyses.delete(uri);
    this.previous.delete(uri);
    this.pending.delete(uri);
  }

  /** Forgets all analyses: settings, or the interpreter's Numba, changed. */
  invalidate(): void {
    this.generation++;
    this.analyses.clear();
    this.pending.clear();
  }

  /** The analysis of a source's newest version; undefined when a newer one arrives before it is done. */
  analyzed(uri: string): Promise<Analyzed | undefined> {
    const source = this.sources.get(uri);
    if (!source) return Promise.resolve(undefined);
    const done = this.analyses.get(uri);
    if (done?.source === source) return Promise.resolve(done);
    let running = this.pending.get(uri);
    if (!running) {
      running = this.start(source);
      this.pending.set(uri, running);
    }
    return running;
  }

  /** The last finished analysis, of whatever version. */
  lastAnalyzed(uri: string): Analyzed | undefined {
    return this.analyses.get(uri);
  }

  get analysisSettings(): AnalysisSettings {
    const { numbaVersion, rules } = this.settings;
    if (numbaVersion) return { numba: numbaVersion, numbaSource: 'option', rules };
    const installed = /^(\d+\.\d+)/.exec(this.interpreter?.numba ?? '')?.[1];
    if (installed) return { numba: installed, numbaSource: 'interpreter', rules };
    return { numba: defaultNumba, numbaSource: 'default', rules };
  }

  workspaceView(): WorkspaceView {
    const open = [...this.sources.values()].map((source) => source.file);
    const closed = [...this.workspaceFiles.values()].filter((file) => !this.sources.has(file.uri));
    return { files: [...open, ...closed] };
  }

  private async start(source: TextSource): Promise<Analyzed | undefined> {
    const { uri } = source.file;
    await this.ready;
    const { generation } = this;
    const isStale = () => this.sources.get(uri) !== source || this.generation !== generation;
    const analysis = await analyze(
      this.frontend,
      source.file,
      this.analysisSettings,
      this.workspaceView(),
      isStale,
      this.previous.get(uri),
    );
    // Settings that change meanwhile are no reason to leave a request without an answer; a newer text is.
    if (this.generation !== generation && this.sources.get(uri) === source) return this.analyzed(uri);
    if (!analysis || isStale()) return undefined;
    const analyzed = { source, analysis };
    this.analyses.set(uri, analyzed);
    this.previous.set(uri, analysis);
    this.pending.delete(uri);
    return analyzed;
  }
}
