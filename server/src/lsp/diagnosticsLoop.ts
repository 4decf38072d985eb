import { InlayHintRefreshRequest, CodeLensRefreshRequest } from 'vscode-languageserver';
import { announceChange } from './compiledCode';
import { publishDiagnostics } from './publishDiagnostics';
import type { Analyzed, Session } from './session';

/** Longest quiet time after a keystroke before a file is analysed, in milliseconds. */
const longestRestMs = 50;

/** An analysis that takes no longer may follow every key, even one that is held down. */
const quickMs = 20;

/** After the first file with something to compile, when nobody waits for the first problems any more. */
const warmAfterMs = 2000;

export interface DiagnosticsLoop {
  /** The source changed: analyse it, after a short rest where that takes long. */
  changed(uri: string): void;
  /** Everything may be different: settings, interpreter, another file. */
  allChanged(): void;
  dispose(): void;
}

/** Analyses what changed and publishes it; the newest version wins. */
export function startDiagnosticsLoop(session: Session): DiagnosticsLoop {
  const timers = new Map<string, NodeJS.Timeout>();
  const tookMs = new Map<string, number>();
  const warmOnce = warmer(session);
  const run = async (uri: string) => {
    try {
      const start = performance.now();
      const analyzed = await session.analyzed(uri);
      if (!analyzed) return;
      tookMs.set(uri, performance.now() - start);
      publishDiagnostics(session, analyzed);
      warmOnce(analyzed);
      announceChange(session, analyzed);
    } catch (error) {
      session.connection.console.error(
        `Jitsight failed to analyse ${uri}: ${error instanceof Error ? error.stack : error}`,
      );
    }
  };
  const schedule = (uri: string, ms: number) => {
    clearTimeout(timers.get(uri));
    const timer = setTimeout(() => {
      timers.delete(uri);
      void run(uri);
    }, ms);
    timers.set(uri, timer);
  };
  // Keys come further apart than a quick analysis takes, and the next one stops it: only what takes long rests.
  const restMs = (uri: string) => Math.min(longestRestMs, Math.max(0, (tookMs.get(uri) ?? 0) - quickMs));
  return {
    changed: (uri) => schedule(uri, restMs(uri)),
    allChanged: () => {
      session.invalidate();
      for (const uri of session.sources.keys()) schedule(uri, 0);
      refreshViews(session);
    },
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** Readies the compiler once there is a function that it may be asked for. */
function warmer(session: Session): (analyzed: Analyzed) => void {
  let asked = false;
  return ({ analysis }) => {
    if (asked || !analysis.functions.some((unit) => unit.verdict === 'compiles')) return;
    asked = true;
    setTimeout(() => void session.execution.compiler.warm(), warmAfterMs).unref();
  };
}

/** Asks the client to fetch lenses and hints again. */
export function refreshViews(session: Session): void {
  const { connection, abilities } = session;
  if (abilities.lensRefresh) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  if (abilities.inlayRefresh) connection.sendRequest(InlayHintRefreshRequest.type).catch(() => undefined);
}
