import type { Hover, HoverParams } from 'vscode-languageserver';
import { unitAt } from '../analysis/units';
import type { FunctionUnit, Specialization } from '../frontends/frontend';
import { measurementTable } from './measurementText';
import type { Session } from './session';

/** On a function's name: its verdict, a row per specialisation with where each type came from, the measurement. */
export async function hover(session: Session, params: HoverParams): Promise<Hover | null> {
  const source = session.sourceOf(params.textDocument.uri);
  const analyzed = source && (await session.analyzed(source.file.uri));
  if (!analyzed) return null;
  const offset = analyzed.source.toOffset(params.textDocument.uri, params.position);
  const unit = unitAt(analyzed.analysis, offset);
  if (!unit || offset < unit.nameRange.start || offset > unit.nameRange.end) return null;
  const { numba, numbaSource } = session.analysisSettings;
  const measured = session.measurements.ofUnit(unit);
  const value = [
    verdictLine(unit),
    ...unit.specializations.map(specializationText),
    ...unit.advice.map((advice) => advice.message),
    measured ? measurementTable(measured) : '',
    `*Numba ${numba} rules (${sourceWords[numbaSource]})*`,
  ];
  return {
    contents: { kind: 'markdown', value: value.filter(Boolean).join('\n\n') },
    range: analyzed.source.toLocation(unit.nameRange).range,
  };
}

const sourceWords = {
  option: 'from the settings',
  interpreter: "the interpreter's",
  default: 'assumed',
} as const;

function verdictLine(unit: FunctionUnit): string {
  const subject = unit.kind === 'plain' ? 'Under `@njit` this function' : `\`@${unit.kind}\`: this function`;
  if (unit.verdict === 'compiles') return `${subject} **compiles** in nopython mode.`;
  if (unit.verdict === 'fails') return `${subject} **fails** in nopython mode.`;
  return `${subject}: no verdict, since the types of its arguments, or of something it calls, are not known.`;
}

const originWords: Record<Specialization['origin'], string> = {
  signature: 'explicit signature',
  annotation: 'annotation',
  call: 'a call',
  default: 'default value',
  docstring: 'docstring',
  use: 'its use in the body',
  assumed: 'assumed',
};

function specializationText(one: Specialization): string {
  const result = one.verdict === 'compiles' ? ` → ${one.returnType}` : '';
  const rows = one.parameters.map(
    (parameter) => `- \`${parameter.name}\`: \`${parameter.type}\` (${originWords[parameter.origin]})`,
  );
  const error = one.error ? [`- fails: ${one.error.message}`] : [];
  return [`\`\`\`text\n${one.signature}${result}\n\`\`\``, ...rows, ...error].join('\n');
}
