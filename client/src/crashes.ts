import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
} from 'vscode-languageclient/node';

const windowMs = 3 * 60_000;
const allowed = 4;

/** Restarts a server that ended, with a word about it, unless it keeps ending. */
export function restartOnCrash(onGivenUp: () => void): ErrorHandler {
  let crashes: number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
    }),
    closed: (): CloseHandlerResult => {
      const now = Date.now();
      crashes = [...crashes.filter((time) => now - time < windowMs), now];
      if (crashes.length <= allowed) {
        return {
          action: CloseAction.Restart,
          message: `Jitsight's server stopped unexpectedly and was started again (${crashes.length} of ${allowed} times in 3 minutes).`,
        };
      }
      crashes = [];
      onGivenUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
