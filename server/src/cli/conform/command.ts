import { writeFileSync } from 'node:fs';
import type { CliContext } from '../context';
import { exitFailure, exitFine } from '../failure';
import type { Colors } from '../io';
import { startProgress } from '../progress';
import { textTable } from '../table';
import { type Agreement, compareAnswers, type Disagreement, type Share } from './agreement';
import { answerAll } from './pool';
import { readRecordedModules } from './records';

export interface ConformOptions {
  readonly jsonl?: string;
  readonly differences?: boolean;
  readonly module?: string;
}

/** `jitsight conform DIR` */
export async function conformCommand(
  { io }: CliContext,
  folder: string,
  options: ConformOptions,
): Promise<number> {
  const modules = readRecordedModules(folder).filter(
    ({ name }) => options.module === undefined || name === options.module,
  );
  const requests = modules.flatMap(({ records, ...module }) => records.map((record) => ({ module, record })));
  const progress = startProgress(io, 'starting');
  let done = 0;
  const answers = await answerAll(requests, () =>
    progress.say(`${++done} of ${requests.length} records`),
  ).finally(() => progress.stop());
  if (options.jsonl) writeFileSync(options.jsonl, answers.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const pairs = requests.map(({ record }, i) => ({ record, answer: answers[i]! }));
  const byModule = modules.map(({ name }) => ({
    name,
    ...compareAnswers(pairs.filter(({ answer }) => answer.module === name)),
  }));
  const all = compareAnswers(pairs);
  const rows = byModule.map((one) => row(one.name, one.agreement, io.colors));
  io.out(`${textTable([...rows, row('all', all.agreement, io.colors)], head.map(io.colors.gray))}\n`);
  if (options.differences) io.out(differencesText(all.disagreements, io.colors));
  return all.disagreements.length > 0 ? exitFailure : exitFine;
}

const head = [
  'module',
  'records',
  'verdicts',
  'false alarms',
  'misses',
  'unsupported',
  'lines',
  'return types',
  'locals',
  'values',
  'no code',
];

function row(name: string, agreement: Agreement, colors: Colors): string[] {
  const bad = (count: number) => (count > 0 ? colors.red(String(count)) : '0');
  return [
    name,
    String(agreement.records),
    shareText(agreement.verdicts, colors),
    bad(agreement.falseAlarms),
    bad(agreement.misses),
    agreement.unsupported > 0 ? colors.yellow(String(agreement.unsupported)) : '0',
    shareText(agreement.lines, colors),
    shareText(agreement.returnTypes, colors),
    shareText(agreement.locals, colors),
    shareText(agreement.values, colors),
    agreement.withoutCode > 0 ? colors.yellow(String(agreement.withoutCode)) : '0',
  ];
}

function shareText({ agree, of }: Share, colors: Colors): string {
  if (of === 0) return colors.gray('-');
  const percent = (100 * agree) / of;
  const text = `${agree}/${of} ${agree === of ? '100' : percent.toFixed(1)}%`;
  return agree === of ? colors.green(text) : text;
}

function differencesText(disagreements: readonly Disagreement[], colors: Colors): string {
  const lines = disagreements.map(
    ({ module, function: name, signature, what, detail }) =>
      `${colors.yellow(what)}: ${module}::${name}${signature}: ${detail.replaceAll(/\s+/g, ' ').slice(0, 300)}`,
  );
  return lines.length > 0 ? `\n${lines.join('\n')}\n` : '';
}
