import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { askChildren, type PoolAnswer, serveParent } from '../../execution/workers/childPool';
import type { CliContext } from '../context';
import type { CaseAnswer } from './answer';
import { answerCase } from './answerCase';
import type { RecordedCase, RecordedModule } from './records';

const deadlineMs = 10_000;
const processes = 2;

/** Hidden subcommand that the child processes run. */
export const childCommand = 'conform-cases';

export interface CaseRequest {
  readonly module: Omit<RecordedModule, 'records'>;
  readonly record: RecordedCase;
}

/** Answers all cases in child processes, in order of the requests; `onAnswer` hears of each as it comes. */
export async function answerAll(
  requests: readonly CaseRequest[],
  onAnswer: (index: number) => void,
): Promise<CaseAnswer[]> {
  const options = { file: cliFile(), args: [childCommand], processes, deadlineMs };
  const answers = await askChildren<CaseRequest, CaseAnswer>(requests, options, onAnswer);
  // A busy machine is no reason: what took too long among others is asked once more.
  const late = [...answers.keys()].filter((i) => isLate(answers[i]!));
  const again = await askChildren<CaseRequest, CaseAnswer>(
    late.map((i) => requests[i]!),
    options,
    () => {},
  );
  for (const [n, i] of late.entries()) answers[i] = again[n]!;
  return answers.map((one, i) =>
    one.kind === 'done' ? one.answer : { ...(one.partial ?? unknown(requests[i]!)), reason: one.reason },
  );
}

function isLate(answer: PoolAnswer<CaseAnswer>): boolean {
  return answer.kind === 'lost' && answer.late === true;
}

/** The child's side. */
export async function serveCases({ frontend, startServices }: CliContext): Promise<void> {
  await frontend.start();
  const { compiler } = startServices();
  await compiler.warm(1);
  serveParent<CaseRequest, CaseAnswer>(({ module, record }, onProgress) =>
    answerCase({ frontend, compiler }, module, record, onProgress),
  );
}

/** A case whose process hung or crashed before anything was known of it cannot be judged. */
function unknown({ module, record }: CaseRequest): CaseAnswer {
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
  };
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
