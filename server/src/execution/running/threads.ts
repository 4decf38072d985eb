import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ThreadPool, threadPool } from '@jitsight/shared/wasm/host/threadPool';
import { workerFile } from '../workers/workerClient';

let pool: ThreadPool | undefined;

/** This process's threads for parallel loops: as many as there are processors, or as Numba's own variable says. */
export function sharedThreads(folder?: string): ThreadPool | undefined {
  const wanted = Number(process.env.NUMBA_NUM_THREADS) || availableParallelism();
  if (wanted < 2 || typeof SharedArrayBuffer === 'undefined') return undefined;
  pool ??= threadPool(wanted, (seat) => {
    const worker = new Worker(workerFile('threadWorker', folder), { workerData: seat, execArgv: [] });
    worker.unref();
    worker.on('error', () => {});
    return worker;
  });
  return pool;
}

/** Lets the threads sleep, so that they take no time from what runs next. */
export function restThreads(): void {
  pool?.rest();
}
