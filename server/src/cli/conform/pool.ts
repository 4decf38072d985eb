import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { askChildren, serveParent } from '../../execution/workers/childPool';
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
  return answers.map((one, i) =>
    one.kind === 'done' ? one.answer : { ...(one.partial ?? unknown(requests[i]!)), reason: one.reason },
  );
}

/** The child's side. */
export async function serveCases({ frontend, startServices }: CliContext): Promise<void> {
  await frontend.start();
  const { compiler } = startServices();
  compiler.warm();
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
