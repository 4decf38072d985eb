import {
  type InitializeParams,
  LSPErrorCodes,
  Message,
  type NotificationMessage,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver/node';
import type { Service, ServiceEvents } from './serviceThread';
import { recordSession } from './sessionRecord';
import type { Transport } from './transport';

/** More ends of the service than this in so many milliseconds are left to the client to answer. */
const allowed = { ends: 4, withinMs: 3 * 60_000 };
/** What the service gets to end what it started, in milliseconds. */
const farewellMs = 1000;
const restartId = 'jitsight/restart';

type Id = NonNullable<ResponseMessage['id']>;

/**
 * Stands between a client and the language service in its thread: hands messages on, so that whatever the service
 * does holds nobody up, and starts it again where it crashed, with the session and the documents that the client
 * opened. `end` ends the process.
 */
export function hostService(
  { reader, writer }: Transport,
  start: (events: ServiceEvents) => Service,
  end: (code: number) => void,
): void {
  const record = recordSession();
  const unanswered = new Map<Id, RequestMessage>();
  /** The service's own requests by the numbers the client knows them under: a new service counts anew. */
  const asked = new Map<Id, Id>();
  let lastAsked = 0;
  let leaving = false;
  let shutDown = false;
  let ends: number[] = [];
  const send = (message: Message) => void writer.write(message).catch(() => {});

  const fromService = (message: Message) => {
    if (Message.isResponse(message)) {
      if (message.id === restartId) return;
      if (message.id !== null) unanswered.delete(message.id);
      send(message);
    } else if (Message.isRequest(message)) {
      asked.set(++lastAsked, message.id!);
      send({ ...message, id: lastAsked } as RequestMessage);
    } else if (isCancel(message)) {
      const known = [...asked].find(([, own]) => own === message.params.id);
      if (known) send({ ...message, params: { id: known[0] } } as NotificationMessage);
    } else send(message);
  };

  const onEnd = (code: number, error?: Error) => {
    if (leaving) return end(code);
    const now = Date.now();
    ends = [...ends.filter((time) => now - time < allowed.withinMs), now];
    if (ends.length > allowed.ends) return end(1);
    send(logMessage(`The language service stopped and is started again: ${error?.stack ?? `code ${code}`}`));
    const initialize = [...unanswered.values()].find(({ method }) => method === 'initialize');
    for (const { id } of unanswered.values()) if (id !== initialize?.id) send(lost(id!));
    unanswered.clear();
    asked.clear();
    if (initialize) unanswered.set(initialize.id!, initialize);
    service = start({ onMessage: fromService, onEnd });
    for (const message of record.replay(initialize?.id ?? restartId)) service.post(message);
  };

  const leave = (code: number) => {
    if (leaving) return;
    leaving = true;
    service.post({ jsonrpc: '2.0', method: 'exit' } as NotificationMessage);
    setTimeout(() => end(code), farewellMs);
  };

  let service = start({ onMessage: fromService, onEnd });
  reader.onClose(() => leave(shutDown ? 0 : 1));
  reader.listen((message) => {
    if (Message.isResponse(message)) {
      const own = message.id === null ? undefined : asked.get(message.id);
      if (own === undefined) return;
      asked.delete(message.id!);
      service.post({ ...message, id: own } as ResponseMessage);
      return;
    }
    if (Message.isNotification(message) && message.method === 'exit') return leave(shutDown ? 0 : 1);
    const passed = isInitialize(message) ? watched(message, () => leave(shutDown ? 0 : 1)) : message;
    if (Message.isRequest(passed)) {
      unanswered.set(passed.id!, passed);
      if (passed.method === 'shutdown') shutDown = true;
    }
    record.add(passed);
    service.post(passed);
  });
}

function isInitialize(message: Message): message is RequestMessage & { params: InitializeParams } {
  return Message.isRequest(message) && message.method === 'initialize';
}

function isCancel(message: Message): message is NotificationMessage & { params: { id: Id } } {
  return Message.isNotification(message) && message.method === '$/cancelRequest';
}

/**
 * Watches the client, since one that is gone without a word leaves nobody to serve, in place of the service: the end
 * of its thread would look like a crash.
 */
function watched(
  message: RequestMessage & { params: InitializeParams },
  gone: () => void,
): RequestMessage & { params: InitializeParams } {
  const { processId } = message.params;
  if (processId !== null) setInterval(() => !isAlive(processId) && gone(), 3000).unref();
  return { ...message, params: { ...message.params, processId: null } };
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

function lost(id: Id): ResponseMessage {
  const error = { code: LSPErrorCodes.ServerCancelled, message: 'The language service stopped; ask again.' };
  return { jsonrpc: '2.0', id, error };
}

function logMessage(message: string): NotificationMessage {
  return { jsonrpc: '2.0', method: 'window/logMessage', params: { type: 1, message } };
}
