import { dirname } from 'node:path';
import { decodeValue } from '../encoding/decode';
import type { PythonValue } from '../encoding/pythonValue';
import type { Interpreter } from './interpreter';
import { PythonFailure, PythonWorker } from './pythonWorker';

export interface ProgramRequest {
  readonly interpreter: Interpreter;
  /** The program's file; its folder is the working directory. */
  readonly path: string;
  readonly source: string;
  /** Qualified names of the functions whose calls are wanted. */
  readonly functions: readonly string[];
  /** Real Numba, or the stand-in whose decorators return the plain function. */
  readonly numba: 'real' | 'stand-in';
  /** What the stand-in says its version is. */
  readonly numbaVersion: string;
  readonly deadlineMs: number;
  /** Environment variables of its own, besides this process's. */
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
}

export interface CapturedCall {
  readonly args: readonly PythonValue[];
  /** Some arguments are views of the same memory; their copies are not. */
  readonly sharesMemory: boolean;
}

/** A process of the user's interpreter that can call the program's functions. */
export interface ProgramProcess {
  readonly worker: PythonWorker;
  readonly versions: Readonly<Record<string, string>>;
}

export interface CapturedProgram extends ProgramProcess {
  readonly calls: ReadonlyMap<string, CapturedCall>;
  /** Why a call that was seen could not be recorded. */
  readonly problems: ReadonlyMap<string, string>;
  /** Why the calls that are missing were not seen, in words. */
  readonly ending?: string;
}

interface Outcome {
  readonly how: 'captured' | 'ended' | 'exited' | 'raised' | 'deadline';
  readonly error?: string;
  readonly detail?: string;
  readonly line?: number | null;
  readonly ns?: number;
}

interface LoadReply {
  readonly outcome: Outcome;
  readonly calls: Readonly<
    Record<string, { args?: readonly unknown[]; sharesMemory?: boolean; problem?: string; firstBlob: number }>
  >;
  readonly versions: Readonly<Record<string, string>>;
}

/** Grace for starting the interpreter and for a call into compiled code that ignores the program's own timer. */
const graceMs = 5_000;

/**
 * Runs a program until the first call of each function was seen; then it stops where it is, and the process serves
 * measuring from there. Throws PythonFailure, whose message is for people, when the process ended or hung instead.
 */
export async function captureCalls(request: ProgramRequest): Promise<CapturedProgram> {
  const { worker, reply, blobs } = await load(request, 'program');
  return {
    worker,
    versions: reply.versions,
    calls: readCalls(reply, blobs),
    problems: new Map(
      Object.entries(reply.calls).flatMap(([name, { problem }]) =>
        problem === undefined ? [] : [[name, problem]],
      ),
    ),
    ending: endingText(reply.outcome, request),
  };
}

/** Starts a process for a program without running it; `defineFunction` then brings in what is needed of it. */
export async function openProgram(request: ProgramRequest): Promise<ProgramProcess> {
  const { worker, reply } = await load(request, 'definitions');
  return { worker, versions: reply.versions };
}

/** Runs only the statements that one function needs to be defined; `problem` is an exception on the way. */
export async function defineFunction(
  { worker }: ProgramProcess,
  name: string,
  deadlineMs: number,
  signal?: AbortSignal,
): Promise<{ readonly ms: number; readonly problem?: string }> {
  const { message } = await worker.request(
    { op: 'define', function: name },
    [],
    deadlineMs + graceMs,
    signal,
  );
  const { outcome, error } = message as { outcome?: Outcome; error?: string };
  if (!outcome) return { ms: 0, problem: error };
  return { ms: (outcome.ns ?? 0) / 1e6, problem: outcome.how === 'raised' ? raisedText(outcome) : undefined };
}

async function load(request: ProgramRequest, mode: 'program' | 'definitions') {
  const worker = new PythonWorker(request.interpreter.path, dirname(request.path), request.env);
  try {
    const { path, source, functions, numba, numbaVersion, deadlineMs } = request;
    const { message, blobs } = await worker.request(
      { op: 'load', mode, path, source, wanted: functions, numba, numbaVersion, deadlineMs },
      [],
      deadlineMs + graceMs,
      request.signal,
    );
    return { worker, reply: message as LoadReply, blobs };
  } catch (error) {
    worker.close();
    if (!(error instanceof PythonFailure)) throw error;
    throw new PythonFailure(error.reason, failureText(error, request));
  }
}

function readCalls(reply: LoadReply, blobs: readonly Uint8Array[]): Map<string, CapturedCall> {
  const calls = new Map<string, CapturedCall>();
  for (const [name, call] of Object.entries(reply.calls)) {
    if (!call.args) continue;
    const own = blobs.slice(call.firstBlob);
    const args = call.args.map((arg, i) => decodeValue(arg, `argument ${i + 1}`, own));
    calls.set(name, { args, sharesMemory: call.sharesMemory === true });
  }
  return calls;
}

function endingText(outcome: Outcome, request: ProgramRequest): string | undefined {
  switch (outcome.how) {
    case 'captured':
      return undefined;
    case 'ended':
      return 'the program ended without calling it';
    case 'exited':
      return `the program called sys.exit(${outcome.detail}) before calling it`;
    case 'deadline':
      return `the program did not call it within ${request.deadlineMs / 1000} s`;
    case 'raised':
      return raisedText(outcome);
  }
}

function raisedText({ error, detail, line }: Outcome): string {
  const place = typeof line === 'number' ? ` on line ${line}` : '';
  if (error === 'EOFError') {
    return `the program reads from standard input${place}, which is empty here`;
  }
  return `the program raised ${error}${place}: ${detail}`;
}

function failureText(failure: PythonFailure, { deadlineMs }: ProgramRequest): string {
  if (failure.reason === 'deadline') {
    return `The program did not answer within ${deadlineMs / 1000} s and was ended with all it started.`;
  }
  return failure.reason === 'exited'
    ? `${failure.message}, before the function was called.`
    : failure.message;
}
