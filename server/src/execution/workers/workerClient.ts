import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Why a worker gave no answer. */
export class WorkerFailure extends Error {
  constructor(
    readonly reason: 'deadline' | 'memory' | 'cancelled' | 'crashed' | 'failed',
    message: string,
  ) {
    super(message);
    this.name = 'WorkerFailure';
  }
}

export interface WorkerRequest {
  readonly op: string;
}

export interface RequestOptions {
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

export type WorkerReply = { readonly ok: unknown } | { readonly error: string };

export interface WorkerOptions {
  /** Where the bundled workers lie, when not beside this bundle. */
  readonly folder?: string;
  /** JavaScript heap of the worker; a program's Wasm memory has its own limit. */
  readonly heapMiB: number;
}

/**
 * A worker thread that answers one request after another. It starts with the first request; one that hangs, crashes
 * or is cancelled is ended and the next request gets a new one.
 */
export class WorkerClient {
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly name: string,
    private readonly options: WorkerOptions,
  ) {}

  request<T>(message: WorkerRequest, options: RequestOptions): Promise<T> {
    const answer = this.last.then(() => this.ask<T>(message, options));
    this.last = answer.catch(() => {});
    return answer;
  }

  async dispose(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private async ask<T>(message: WorkerRequest, { deadlineMs, signal }: RequestOptions): Promise<T> {
    if (signal?.aborted) throw new WorkerFailure('cancelled', 'Cancelled.');
    this.worker ??= this.start();
    const { worker } = this;
    const cleanups: (() => void)[] = [];
    try {
      const reply = await new Promise<WorkerReply>((resolve, reject) => {
        const stop = (reason: WorkerFailure['reason'], text: string) => {
          void this.dispose();
          reject(new WorkerFailure(reason, text));
        };
        const timer = setTimeout(
          () => stop('deadline', `no answer within ${deadlineMs / 1000} s`),
          deadlineMs,
        );
        const cancel = () => stop('cancelled', 'Cancelled.');
        const crash = (error: Error & { code?: string }) =>
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? stop('memory', 'out of memory')
            : stop('crashed', error.message);
        const exit = (code: number) => stop('crashed', `the worker ended with code ${code}`);
        worker.once('message', resolve).once('error', crash).once('exit', exit);
        signal?.addEventListener('abort', cancel, { once: true });
        cleanups.push(
          () => clearTimeout(timer),
          () => worker.off('message', resolve).off('error', crash).off('exit', exit),
          () => signal?.removeEventListener('abort', cancel),
        );
        worker.postMessage(message);
      });
      if ('error' in reply) throw new WorkerFailure('failed', reply.error);
      return reply.ok as T;
    } finally {
      for (const cleanup of cleanups) cleanup();
    }
  }

  private start(): Worker {
    const { folder, heapMiB } = this.options;
    const worker = new Worker(workerFile(this.name, folder), {
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
      execArgv: [],
    });
    // Waiting for a worker must not keep a finished command alive.
    worker.unref();
    worker.on('error', () => {});
    return worker;
  }
}

/** Beside the bundle; from sources, in the build folder. */
export function workerFile(name: string, folder: string | undefined): URL | string {
  if (folder !== undefined) return `${folder}/${name}.mjs`;
  const places = [`./${name}.mjs`, `../../../dist/${name}.mjs`].map((path) => new URL(path, import.meta.url));
  const file = places.find((place) => existsSync(fileURLToPath(place)));
  if (!file) throw new Error(`${name}.mjs is missing beside the program: run npm install in the repository.`);
  return file;
}
