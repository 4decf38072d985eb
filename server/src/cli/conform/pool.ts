import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CaseAnswer } from './answer';
import type { CaseRequest, ChildMessage } from './child';

export const caseDeadlineMs = 10_000;
/** Starting a process and loading the compiler are not the case's fault. */
const startDeadlineMs = 60_000;
const processes = 2;

/** Hidden subcommand that the children run. */
export const childCommand = 'conform-cases';

/** Answers all cases in child processes, in order of the requests; `onAnswer` hears of each as it comes. */
export async function answerAll(
  requests: readonly CaseRequest[],
  onAnswer: (index: number) => void,
): Promise<CaseAnswer[]> {
  const answers = new Array<CaseAnswer>(requests.length);
  let next = 0;
  const work = async () => {
    let child: Child | undefined;
    try {
      while (next < requests.length) {
        const index = next++;
        child ??= await startChild();
        const { answer, usable } = await child.ask(requests[index]!);
        answers[index] = answer;
        onAnswer(index);
        if (!usable) {
          child.end();
          child = undefined;
        }
      }
    } finally {
      child?.end();
    }
  };
  await Promise.all(Array.from({ length: Math.min(processes, requests.length) }, work));
  return answers;
}

interface Child {
  ask(request: CaseRequest): Promise<{ answer: CaseAnswer; usable: boolean }>;
  end(): void;
}

async function startChild(): Promise<Child> {
  const child = fork(cliFile(), [childCommand], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--max-old-space-size=2048'],
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000);
  });
  const ready = await nextMessage(child, startDeadlineMs, () => true);
  if (ready.kind === 'ended') {
    throw new Error(`the process for the cases did not start: ${ready.how}\n${errors}`);
  }
  return {
    ask: (request) => ask(child, request, () => errors),
    end: () => void child.kill('SIGKILL'),
  };
}

async function ask(
  child: ChildProcess,
  request: CaseRequest,
  errors: () => string,
): Promise<{ answer: CaseAnswer; usable: boolean }> {
  let partial: CaseAnswer | undefined;
  child.send(request);
  const end = await nextMessage(child, caseDeadlineMs, (message) => {
    if (message.kind === 'progress') partial = message.answer;
    return message.kind !== 'progress';
  });
  if (end.kind === 'done') return { answer: end.answer, usable: true };
  const reason = end.kind === 'error' ? end.message : `${(end as Ended).how}${lastLine(errors())}`;
  return { answer: withoutResult(request, partial, reason), usable: end.kind === 'error' };
}

function lastLine(text: string): string {
  const line = text.trim().split('\n').at(-1);
  return line ? `: ${line}` : '';
}

/** What is known of a case whose process hung or crashed; nothing known cannot be judged. */
function withoutResult(
  { module, record }: CaseRequest,
  partial: CaseAnswer | undefined,
  reason: string,
): CaseAnswer {
  if (partial) return { ...partial, reason };
  return {
    module: module.name,
    function: record.function,
    signature: record.signature,
    verdict: 'unsupported',
    error_line: null,
    error_code: null,
    return_type: null,
    locals: null,
    calls: null,
    reason,
  };
}

interface Ended {
  readonly kind: 'ended';
  readonly how: string;
}

/** The first message that `wanted` accepts, or how the process ended before it. */
function nextMessage(
  child: ChildProcess,
  deadlineMs: number,
  wanted: (message: ChildMessage) => boolean,
): Promise<ChildMessage | Ended> {
  return new Promise((resolve) => {
    const settle = (result: ChildMessage | Ended) => {
      clearTimeout(timer);
      child.off('message', hear).off('exit', exit);
      resolve(result);
    };
    const hear = (message: unknown) => {
      if (wanted(message as ChildMessage)) settle(message as ChildMessage);
    };
    const exit = (code: number | null, signal: string | null) =>
      settle({ kind: 'ended', how: `crashed (${signal ?? `exit code ${code}`})` });
    const timer = setTimeout(
      () => settle({ kind: 'ended', how: `no answer within ${deadlineMs / 1000} s` }),
      deadlineMs,
    );
    child.on('message', hear).on('exit', exit);
  });
}

/** The command line itself, beside this bundle, or from sources in the build folder. */
function cliFile(): string {
  const places = ['./cli.mjs', '../../../dist/cli.mjs'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const file = places.find((place) => existsSync(place));
  if (!file) throw new Error('cli.mjs is missing: run npm install in the repository.');
  return file;
}
