import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import probeSource from './helper/probe.py?raw';

/** A Python interpreter that answered, and what it has. Versions as the packages report them. */
export interface Interpreter {
  readonly path: string;
  /** `3.11.7`. */
  readonly version: string;
  readonly implementation: string;
  readonly numpy?: string;
  readonly numba?: string;
}

export interface InterpreterChoice {
  /** What the person chose: a path, or a command on PATH. Nothing else is tried then. */
  readonly chosen?: string;
  readonly env?: NodeJS.ProcessEnv;
}

export type InterpreterResult = Interpreter | { readonly problem: string };

const probeTimeoutMs = 20_000;
const oldestVersion = [3, 7] as const;
const found = new Map<string, Promise<InterpreterResult>>();

/**
 * The interpreter that runs the user's programs: the chosen one; else the first on PATH, or in the usual system
 * folders, that has NumPy; else the first that answers. Answers are kept until `forgetInterpreters`.
 */
export function findInterpreter(choice: InterpreterChoice = {}): Promise<InterpreterResult> {
  const env = choice.env ?? process.env;
  const key = JSON.stringify([choice.chosen, env.PATH, env.PYTHONPATH]);
  let result = found.get(key);
  if (!result) {
    result = choice.chosen ? probeChosen(choice.chosen, env) : search(env);
    found.set(key, result);
  }
  return result;
}

/** After the person installed something, or chose anew. */
export function forgetInterpreters(): void {
  found.clear();
}

export function isInterpreter(result: InterpreterResult): result is Interpreter {
  return 'path' in result;
}

/** `Python 3.11.7 (/usr/bin/python3) with NumPy 1.24.2, Numba 0.56.4`. */
export function describeInterpreter({ path, version, implementation, numpy, numba }: Interpreter): string {
  const name = implementation === 'cpython' ? 'Python' : implementation;
  const packages = [numpy && `NumPy ${numpy}`, numba && `Numba ${numba}`].filter(Boolean);
  return `${name} ${version} (${path})${packages.length > 0 ? ` with ${packages.join(', ')}` : ' without NumPy'}`;
}

async function probeChosen(chosen: string, env: NodeJS.ProcessEnv): Promise<InterpreterResult> {
  const isPath = /[\\/]/.test(chosen) || isAbsolute(chosen);
  const path = isPath ? chosen : onPath([chosen], env)[0];
  if (!path || (isPath && !existsSync(path))) {
    return { problem: `The chosen Python interpreter ${chosen} does not exist: choose another one.` };
  }
  const result = await probe(path, env);
  if (isInterpreter(result)) return result;
  return {
    problem: `The chosen Python interpreter ${chosen} does not work: ${result.problem} Choose another one.`,
  };
}

async function search(env: NodeJS.ProcessEnv): Promise<InterpreterResult> {
  const failures: string[] = [];
  let first: Interpreter | undefined;
  for (const path of candidates(env)) {
    const result = await probe(path, env);
    if (!isInterpreter(result)) failures.push(`${path}: ${result.problem}`);
    else if (result.numpy !== undefined) return result;
    else first ??= result;
  }
  if (first) return first;
  if (failures.length > 0) return { problem: `No working Python interpreter: ${failures[0]}` };
  return { problem: 'No Python interpreter found on PATH: install Python 3 or choose an interpreter.' };
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  const names = process.platform === 'win32' ? ['python.exe', 'python3.exe'] : ['python3', 'python'];
  const system = process.platform === 'win32' ? [] : ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  const paths = [...onPath(names, env), ...system.map((folder) => join(folder, names[0]!))];
  return [...new Set(paths)].filter(existsSync);
}

function onPath(names: readonly string[], env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).filter(existsSync);
}

/** Asks the interpreter who it is. Versions come from package metadata, since importing Numba takes a second. */
function probe(path: string, env: NodeJS.ProcessEnv): Promise<InterpreterResult> {
  return new Promise((resolve) => {
    const options = { env, timeout: probeTimeoutMs, killSignal: 'SIGKILL', windowsHide: true } as const;
    const child = execFile(path, ['-c', probeSource], options, (error, stdout, stderr) => {
      resolve(error ? { problem: failureText(error, stderr) } : readAnswer(path, stdout));
    });
    child.stdin?.end();
  });
}

function readAnswer(path: string, stdout: string): InterpreterResult {
  let answer: Omit<Interpreter, 'path'>;
  try {
    answer = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  } catch {
    return {
      problem: `it did not answer as a Python interpreter but with ${JSON.stringify(stdout.slice(0, 80))}.`,
    };
  }
  const [major = 0, minor = 0] = answer.version.split('.').map(Number);
  if (major < oldestVersion[0] || (major === oldestVersion[0] && minor < oldestVersion[1])) {
    return {
      problem: `it is Python ${answer.version}, and Jitsight needs ${oldestVersion.join('.')} or newer.`,
    };
  }
  return { ...answer, path };
}

function failureText(error: Error & { code?: unknown; killed?: boolean }, stderr: string): string {
  if (error.killed) return `it did not answer within ${probeTimeoutMs / 1000} s.`;
  if (error.code === 'EACCES') return 'it is not executable.';
  const last = stderr.trim().split('\n').at(-1);
  return last
    ? `it said "${last.slice(0, 200)}".`
    : `it could not be started (${error.message.split('\n')[0]}).`;
}
