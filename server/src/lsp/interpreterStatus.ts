import {
  type StatusParams,
  statusNotification,
  trustGrantedNotification,
} from '@jitsight/shared/protocol/requests';
import {
  describeInterpreter,
  findInterpreter,
  forgetInterpreters,
  isInterpreter,
} from '../execution/python/interpreter';
import type { DiagnosticsLoop } from './diagnosticsLoop';
import type { Session } from './session';

export interface InterpreterStatus {
  /** Looks for the interpreter again, and analyses anew where that changes Numba's version. */
  find(): Promise<void>;
}

/**
 * Finds the person's Python, whose Numba decides the rules in force. Nothing of theirs is run but the interpreter's
 * own version query, and that only in a trusted workspace.
 */
export function registerInterpreter(session: Session, loop: DiagnosticsLoop): InterpreterStatus {
  const find = async () => {
    if (!session.trusted) {
      sendStatus(session, {
        message: 'The workspace is not trusted, so no interpreter is asked and nothing is measured.',
      });
      return;
    }
    forgetInterpreters();
    const result = await findInterpreter({ chosen: session.settings.interpreter });
    const before = session.analysisSettings.numba;
    session.interpreter = isInterpreter(result) ? result : undefined;
    if (session.analysisSettings.numba !== before) loop.allChanged();
    sendStatus(
      session,
      isInterpreter(result)
        ? {}
        : { health: session.settings.interpreter ? 'warning' : 'ok', message: result.problem },
    );
  };
  session.connection.onNotification(trustGrantedNotification, () => {
    session.trusted = true;
    void find();
  });
  return { find };
}

/** Tells the client what its status item shows. */
export function sendStatus(session: Session, change: Partial<StatusParams> = {}): void {
  const { numba, numbaSource } = session.analysisSettings;
  const params: StatusParams = {
    health: 'ok',
    busy: false,
    numba,
    numbaSource,
    interpreter: session.interpreter && describeInterpreter(session.interpreter),
    ...change,
  };
  void session.connection.sendNotification(statusNotification, params);
}
