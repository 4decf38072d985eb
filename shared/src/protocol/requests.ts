import type { PanelContent } from './panel';

/**
 * Jitsight's requests beside LSP's own. Any client may use them; without them everything still works through
 * `workspace/executeCommand`.
 */

/** Range in LSP's terms: zero-based lines, UTF-16 columns. */
export interface LspRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Client → server: compile the function at a position (or by name) and describe it for the panel. */
export const compiledCodeRequest = 'jitsight/compiledCode';
export interface CompiledCodeParams {
  readonly uri: string;
  readonly position?: { readonly line: number; readonly character: number };
  readonly function?: string;
  /** Numba's spelling; the first specialisation when absent. */
  readonly signature?: string;
}
export type CompiledCodeResult = PanelContent | { readonly error: string };

/** Client → server: measure a function. Refused in an untrusted workspace. Supports work-done progress and cancellation. */
export const measureRequest = 'jitsight/measure';
export interface MeasureParams {
  readonly uri: string;
  readonly function?: string;
  /** Names the function around it, where `function` is absent: a person's cursor. */
  readonly position?: { readonly line: number; readonly character: number };
  readonly workDoneToken?: string | number;
}
export type MeasureResult = { readonly summary: readonly string[] } | { readonly error: string };

/** Server → client: what the status bar shows. */
export const statusNotification = 'jitsight/status';
export interface StatusParams {
  readonly health: 'ok' | 'warning' | 'error';
  /** The server is working on something. */
  readonly busy: boolean;
  readonly numba: string;
  readonly numbaSource: 'option' | 'interpreter' | 'default';
  readonly interpreter?: string;
  readonly message?: string;
}

/** Server → client: a function's compiled code or measurement changed; an open panel asks again. */
export const compiledCodeChangedNotification = 'jitsight/compiledCodeChanged';
export interface CompiledCodeChangedParams {
  readonly uri: string;
}

/** Client → server: the person trusts the workspace from now on; no parameters. */
export const trustGrantedNotification = 'jitsight/trustGranted';

/** Commands a client executes; the arguments are those of the request of the same name. */
export const commands = {
  /** Server side: args [MeasureParams]. */
  measure: 'jitsight.measure',
  /** Client side: args [CompiledCodeParams]. Clients without the panel get the WAT through `jitsight.server.showCompiled`. */
  showCompiledCode: 'jitsight.showCompiledCode',
} as const;
