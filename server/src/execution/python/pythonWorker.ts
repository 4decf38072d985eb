import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { CappedOutput } from './cappedOutput';
import { type Frame, FrameReader, frameParts } from './frames';
import { workerLauncher } from './helperFiles';
import { killGroup, spawnPython } from './pythonProcess';

/** Why a Python process gave no answer. */
export class PythonFailure extends Error {
  constructor(
    readonly reason: 'exited' | 'deadline' | 'cancelled' | 'not-started',
    message: string,
  ) {
    super(message);
    this.name = 'PythonFailure';
  }
}

interface Waiting {
  readonly resolve: (frame: Frame) => void;
  readonly reject: (error: PythonFailure) => void;
}

/** One process of the user's interpreter that answers requests, one at a time. */
export class PythonWorker {
  readonly output: CappedOutput;
  readonly errors: CappedOutput;
  private readonly child: ChildProcess;
  private waiting: Waiting | undefined;
  private failure: PythonFailure | undefined;

  constructor(interpreterPath: string, cwd: string, env: NodeJS.ProcessEnv = {}) {
    this.child = spawnPython(interpreterPath, ['-c', workerLauncher()], cwd, env);
    this.output = new CappedOutput(this.child.stdout);
    this.errors = new CappedOutput(this.child.stderr);
    const reader = new FrameReader((frame) => this.settle()?.resolve(frame));
    const replies = this.child.stdio[3] as Readable;
    replies.on('data', (chunk: Buffer) => reader.push(chunk));
    // Writing to a process that has ended fails here; its end itself is reported by 'close'.
    replies.on('error', () => {});
    this.child.stdin?.on('error', () => {});
    this.child.once('error', (error) => this.fail('not-started', `Python did not start: ${error.message}`));
    this.child.once('close', (code, signal) => this.fail('exited', this.endText(code, signal)));
  }

  /** It gives no more answers. */
  get ended(): boolean {
    return this.failure !== undefined;
  }

  /** Sends one request; on the deadline or when cancelled the process and its children are killed. */
  async request(
    message: unknown,
    blobs: readonly Uint8Array[],
    deadlineMs: number,
    signal?: AbortSignal,
  ): Promise<Frame> {
    if (this.failure) throw this.failure;
    if (signal?.aborted) this.fail('cancelled', 'Cancelled.');
    const timer = setTimeout(
      () => this.fail('deadline', `no answer within ${deadlineMs / 1000} s`),
      deadlineMs,
    );
    const cancel = () => this.fail('cancelled', 'Cancelled.');
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await new Promise<Frame>((resolve, reject) => {
        this.waiting = { resolve, reject };
        if (this.failure) this.settle()?.reject(this.failure);
        for (const part of frameParts(message, blobs)) (this.child.stdin as Writable).write(part);
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Ends the process and all it started. */
  close(): void {
    this.fail('exited', 'closed');
  }

  private fail(reason: PythonFailure['reason'], message: string): void {
    this.failure ??= new PythonFailure(reason, message);
    killGroup(this.child);
    this.settle()?.reject(this.failure);
  }

  private settle(): Waiting | undefined {
    const { waiting } = this;
    this.waiting = undefined;
    return waiting;
  }

  private endText(code: number | null, signal: string | null): string {
    const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
    const { lastLine } = this.errors;
    return `Python ${how}${lastLine ? `: ${lastLine}` : ''}`;
  }
}
