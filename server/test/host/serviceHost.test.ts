import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Message, PortMessageReader, PortMessageWriter } from 'vscode-languageserver/node';
import { MessageChannel } from 'node:worker_threads';
import { hostService } from '../../src/host/serviceHost';
import type { ServiceEvents } from '../../src/host/serviceThread';

interface Loose {
  readonly id?: unknown;
  readonly method?: string;
  readonly params?: Record<string, unknown> & {
    readonly textDocument?: unknown;
    readonly cellTextDocuments?: readonly { readonly text: string }[];
  };
  readonly result?: unknown;
  readonly error?: { readonly code: number };
}

interface Started {
  readonly posted: Loose[];
  say(message: Loose): void;
  crash(): void;
}

/** A host between a client that the test plays and services that it plays too. */
function hosted() {
  const { port1, port2 } = new MessageChannel();
  const services: Started[] = [];
  const received: Loose[] = [];
  const exits: number[] = [];
  port2.on('message', (message) => received.push(message));
  const start = ({ onMessage, onEnd }: ServiceEvents) => {
    const posted: Loose[] = [];
    services.push({
      posted,
      say: (message) => onMessage({ jsonrpc: '2.0', ...message } as Message),
      crash: () => onEnd(1, new Error('crash')),
    });
    return { post: (message: Message) => void posted.push(message as Loose) };
  };
  hostService({ reader: new PortMessageReader(port1), writer: new PortMessageWriter(port1) }, start, (code) =>
    exits.push(code),
  );
  const send = async (...messages: Loose[]) => {
    for (const message of messages) port2.postMessage({ jsonrpc: '2.0', ...message });
    await wait(20);
  };
  return { services, received, exits, send, close: () => port2.close() };
}

const uri = 'file:///f.py';
const opened = (version: number, text: string) => ({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'python', version, text } },
});
const initialize = { id: 0, method: 'initialize', params: { processId: null, capabilities: {} } };

async function running() {
  const host = hosted();
  await host.send(initialize, { method: 'initialized', params: {} });
  host.services[0]!.say({ id: 0, result: { capabilities: {} } });
  return host;
}

describe('the host of the language service', () => {
  it('tells a new service the session and the documents as they stand', async () => {
    const host = await running();
    const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 5 } };
    await host.send(
      opened(1, 'x = 1\n'),
      {
        method: 'textDocument/didChange',
        params: { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: '23' }] },
      },
      {
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: 'file:///g.py', languageId: 'python', version: 1, text: '' } },
      },
      { method: 'textDocument/didClose', params: { textDocument: { uri: 'file:///g.py' } } },
    );
    host.services[0]!.crash();
    const { posted } = host.services[1]!;
    expect(posted.map((one) => one.method)).toEqual(['initialize', 'initialized', 'textDocument/didOpen']);
    expect(posted[2]!.params!.textDocument).toEqual({
      uri,
      languageId: 'python',
      version: 2,
      text: 'x = 23\n',
    });
    // The client knows the answer to its own request to initialise.
    host.services[1]!.say({ id: posted[0]!.id, result: { capabilities: {} } });
    await wait(20);
    expect(host.received.filter((one) => 'result' in one)).toHaveLength(1);
    host.close();
  });

  it('keeps a notebook as its cells were last', async () => {
    const host = await running();
    const cell = (name: string, text: string) => ({ uri: name, languageId: 'python', version: 1, text });
    const notebook = { uri: 'file:///n.ipynb', version: 1 };
    await host.send(
      {
        method: 'notebookDocument/didOpen',
        params: {
          notebookDocument: {
            ...notebook,
            notebookType: 'jupyter-notebook',
            cells: [{ kind: 2, document: 'a' }],
          },
          cellTextDocuments: [cell('a', 'x = 1')],
        },
      },
      {
        method: 'notebookDocument/didChange',
        params: {
          notebookDocument: { ...notebook, version: 2 },
          change: {
            cells: {
              structure: {
                array: { start: 1, deleteCount: 0, cells: [{ kind: 2, document: 'b' }] },
                didOpen: [cell('b', 'y = 2')],
              },
              textContent: [{ document: { uri: 'a', version: 2 }, changes: [{ text: 'x = 5' }] }],
            },
          },
        },
      },
    );
    host.services[0]!.crash();
    const { notebookDocument, cellTextDocuments } = host.services[1]!.posted.at(-1)!.params!;
    expect(notebookDocument).toMatchObject({ version: 2, cells: [{ document: 'a' }, { document: 'b' }] });
    expect(cellTextDocuments!.map((one) => one.text)).toEqual(['x = 5', 'y = 2']);
    host.close();
  });

  it('answers what the lost service left, and drops answers meant for it', async () => {
    const host = await running();
    host.services[0]!.say({ id: 0, method: 'workspace/configuration', params: { items: [] } });
    await host.send({ id: 7, method: 'textDocument/hover', params: {} });
    const asked = host.received.find((one) => one.method === 'workspace/configuration')!;
    host.services[0]!.crash();
    host.services[1]!.say({ id: 0, method: 'client/registerCapability', params: {} });
    await host.send({ id: asked.id, result: [] });
    expect(host.received.find((one) => one.id === 7)?.error?.code).toBe(-32802);
    const answers = () => host.services[1]!.posted.filter((one) => 'result' in one);
    expect(answers()).toEqual([]);
    const second = host.received.find((one) => one.method === 'client/registerCapability')!;
    await host.send({ id: second.id, result: null });
    expect(answers()).toEqual([{ jsonrpc: '2.0', id: 0, result: null }]);
    host.close();
  });

  it('asks again what a service that failed to start was asked first', async () => {
    const host = hosted();
    await host.send(initialize);
    host.services[0]!.crash();
    expect(host.services[1]!.posted).toEqual([{ jsonrpc: '2.0', ...initialize }]);
    host.services[1]!.say({ id: 0, result: { capabilities: {} } });
    await wait(20);
    expect(host.received.filter((one) => 'result' in one)).toHaveLength(1);
    host.close();
  });

  it('leaves a service that keeps ending to the client', async () => {
    const host = await running();
    for (let i = 0; i < 5; i++) host.services.at(-1)!.crash();
    expect(host.services).toHaveLength(5);
    expect(host.exits).toEqual([1]);
    host.close();
  });

  it('ends with the code of the protocol', async () => {
    const host = await running();
    await host.send({ id: 1, method: 'shutdown' }, { method: 'exit' });
    expect(host.services[0]!.posted.at(-1)!.method).toBe('exit');
    host.services[0]!.crash();
    expect(host.exits).toHaveLength(1);
    expect(host.services).toHaveLength(1);
    host.close();
  });
});
