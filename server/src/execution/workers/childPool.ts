import { type ChildProcess, fork } from 'node:child_process';

export interface ChildPoolOptions {
  /** The file to fork, and its arguments; it answers through `serveParent`. */
  readonly file: string;
  readonly args: readonly string[];
  readonly processes: number;
  /** For one request; the start of a process has its own. */
  readonly deadlineMs: number;
}

/** An answer, or what was known when the process that worked on it hung or crashed. */
export type PoolAnswer<Answer> =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'lost'; readonly partial?: Answer; readonly reason: string; readonly late?: boolean };

type ChildMessage<Answer> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress' | 'done'; readonly answer: Answer }
  | { readonly kind: 'error'; readonly message: string };

interface Ended {
  readonly kind: 'ended';
  readonly how: string;
  readonly late?: boolean;
}

const startDeadlineMs = 60_000;

/** Answers requests in processes of their own, so that one that hangs or crashes costs only itself. */
export async function askChildren<Request extends object, Answer>(
  requests: readonly Request[],
  options: ChildPoolOptions,
  onAnswer: (index: number) => void,
): Promise<PoolAnswer<Answer>[]> {
  const answers = new Array<PoolAnswer<Answer>>(requests.length);
  let next = 0;
  const work = async () => {
    let child: ForkedChild<Request, Answer> | undefined;
    try {
      while (next < requests.length) {
        const index = next++;
        child ??= await startChild<Request, Answer>(options);
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
  await Promise.all(Array.from({ length: Math.min(options.processes, requests.length) }, work));
  return answers;
}

/** The forked process's side; `onProgress` keeps an unfinished answer for the case that the rest never comes. */
export function serveParent<Request, Answer>(
  answer: (request: Request, onProgress: (partial: Answer) => void) => Promise<Answer>,
): void {
  const send = (message: ChildMessage<Answer>) => process.send?.(message);
  process.on('disconnect', () => process.exit());
  process.on('message', async (request: Request) => {
    try {
      send({
        kind: 'done',
        answer: await answer(request, (partial) => send({ kind: 'progress', answer: partial })),
      });
    } catch (error) {
      send({
        kind: 'error',
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
  send({ kind: 'ready' });
}

interface ForkedChild<Request, Answer> {
  ask(request: Request): Promise<{ answer: PoolAnswer<Answer>; usable: boolean }>;
  end(): void;
}

async function startChild<Request extends object, Answer>({
  file,
  args,
  deadlineMs,
}: ChildPoolOptions): Promise<ForkedChild<Request, Answer>> {
  const child = fork(file, [...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--max-old-space-size=2048'],
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000);
  });
  const ready = await nextMessage<Answer>(child, startDeadlineMs, () => true);
  if (ready.kind === 'ended') throw new Error(`${file} did not start: ${ready.how}\n${errors}`);
  return {
    async ask(request) {
      let partial: Answer | undefined;
      child.send(request);
      const end = await nextMessage<Answer>(child, deadlineMs, (message) => {
        if (message.kind === 'progress') partial = message.answer;
        return message.kind !== 'progress';
      });
      if (end.kind === 'done') return { answer: { kind: 'done', answer: end.answer }, usable: true };
      const reason = end.kind === 'error' ? end.message : `${(end as Ended).how}${lastLine(errors)}`;
      const late = end.kind === 'ended' && end.late === true;
      return { answer: { kind: 'lost', partial, reason, late }, usable: end.kind === 'error' };
    },
    end: () => void child.kill('SIGKILL'),
  };
}

function lastLine(text: string): string {
  const line = text.trim().split('\n').at(-1);
  return line ? `: ${line}` : '';
}

/** The first message that `wanted` accepts, or how the process ended before it. */
function nextMessage<Answer>(
  child: ChildProcess,
  deadlineMs: number,
  wanted: (message: ChildMessage<Answer>) => boolean,
): Promise<ChildMessage<Answer> | Ended> {
  return new Promise((resolve) => {
    const settle = (result: ChildMessage<Answer> | Ended) => {
      clearTimeout(timer);
      child.off('message', hear).off('exit', exit);
      resolve(result);
    };
    const hear = (message: unknown) => {
      if (wanted(message as ChildMessage<Answer>)) settle(message as ChildMessage<Answer>);
    };
    const exit = (code: number | null, signal: string | null) =>
      settle({ kind: 'ended', how: `crashed (${signal ?? `exit code ${code}`})` });
    const timer = setTimeout(
      () => settle({ kind: 'ended', how: `no answer within ${deadlineMs / 1000} s`, late: true }),
      deadlineMs,
    );
    child.on('message', hear).on('exit', exit);
  });
}
