import { Worker } from 'node:worker_threads';
import type { Message } from 'vscode-languageserver/node';
import { workerFile } from '../execution/workers/workerClient';

/** The language service as its host sees it. */
export interface Service {
  post(message: Message): void;
}

export interface ServiceEvents {
  onMessage(message: Message): void;
  /** Called once; `error` where it was no exit of its own. */
  onEnd(code: number, error?: Error): void;
}

/** Starts the language service in a thread of its own. */
export function startServiceThread({ onMessage, onEnd }: ServiceEvents): Service {
  // The protocol may own this process's output, and the options are the host's.
  const worker = new Worker(workerFile('languageService', undefined), { argv: [], stdout: true });
  worker.stdout.pipe(process.stderr);
  let failure: Error | undefined;
  worker.on('message', onMessage);
  worker.on('error', (error) => {
    failure = error;
  });
  worker.on('exit', (code) => onEnd(code, failure));
  return { post: (message) => worker.postMessage(message) };
}
