import { parentPort } from 'node:worker_threads';
import type { WorkerReply } from './workerClient';

/** The worker's side of WorkerClient: an exception becomes an answer. */
export function serveRequests<Request>(answer: (request: Request) => Promise<unknown> | unknown): void {
  if (!parentPort) throw new Error('This file runs in a worker thread.');
  const port = parentPort;
  port.on('message', async (request: Request) => {
    let reply: WorkerReply;
    try {
      reply = { ok: await answer(request) };
    } catch (error) {
      reply = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    port.postMessage(reply);
  });
}
