/** What the side panel shows of one compiled function, and the messages between extension and webview. */

export interface PanelLine {
  readonly text: string;
  /** Zero-based line of the source document, absent where the compiler made the line up. */
  readonly sourceLine?: number;
  /** Says something of the code, and is none. */
  readonly isRemark?: true;
}

export interface PanelContent {
  readonly uri: string;
  readonly version: number;
  readonly function: string;
  readonly signature: string;
  readonly returnType: string;
  readonly specializations: readonly string[];
  /** Zero-based source lines of the function, `[first, last]`. */
  readonly sourceLines: readonly [number, number];
  readonly ir: readonly PanelLine[];
  readonly wat: readonly PanelLine[];
  /** What the passes did, as comments, then the module. */
  readonly watOptimized: readonly PanelLine[];
  readonly size: {
    readonly unoptimizedBytes: number;
    readonly optimizedBytes: number;
    /** Bytes per section of the optimised module. */
    readonly sections: readonly { readonly name: string; readonly bytes: number }[];
    /** Compile time per stage in milliseconds. */
    readonly timings: Readonly<Record<string, number>>;
  };
  /** Why there is a verdict but no code. */
  readonly notCompiled?: string;
}

export type PanelTab = 'ir' | 'wat' | 'watOptimized' | 'size';

export type ExtensionToPanel =
  | { readonly type: 'show'; readonly content: PanelContent }
  | { readonly type: 'error'; readonly message: string }
  /** The source changed; new code is on its way. */
  | { readonly type: 'stale' }
  /** The cursor stands on this zero-based source line. */
  | { readonly type: 'highlight'; readonly sourceLine: number | undefined }
  | { readonly type: 'selectTab'; readonly tab: PanelTab }
  /** Asks what is on the screen; the answer is `described`. */
  | { readonly type: 'describe' };

export type PanelToExtension =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly sourceLine: number }
  | { readonly type: 'selectSignature'; readonly signature: string }
  /** Show a tab's text as a read-only document, for searching and folding. */
  | { readonly type: 'openDocument'; readonly tab: PanelTab }
  | { readonly type: 'copied' }
  | { readonly type: 'described'; readonly description: PanelDescription };

/** What a person sees in the panel. */
export interface PanelDescription {
  readonly tab: PanelTab;
  readonly heading: string;
  /** Text of the selected tab, or of the error in its place. */
  readonly text: string;
  /** Lines that belong to the cursor's source line. */
  readonly linked: readonly string[];
  readonly stale: boolean;
}

/** What the panel keeps over a reload of the window; everything else is asked for again. */
export interface PanelState {
  readonly tab: PanelTab;
  readonly uri?: string;
  readonly function?: string;
  readonly signature?: string;
}
