import { commands } from '@jitsight/shared/protocol/requests';
import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver';
import { bestSpecialization, unitNamed } from '../analysis/units';
import type { FunctionUnit } from '../frontends/frontend';
import { lensText } from './measurementText';
import type { Analyzed, Session } from './session';

interface LensReference {
  readonly uri: string;
  readonly function: string;
  readonly kind: 'measure' | 'compiled';
}

/** Two lenses over each function that can be compiled; their places depend on the text alone, so they do not jump. */
export async function codeLens(session: Session, params: CodeLensParams): Promise<CodeLens[]> {
  if (!session.settings.codeLens) return [];
  const source = session.sourceOf(params.textDocument.uri);
  const analyzed = source && (await session.analyzed(source.file.uri));
  if (!analyzed) return [];
  const lenses: CodeLens[] = [];
  for (const unit of analyzed.analysis.functions) {
    if (!bestSpecialization(unit)) continue;
    const { uri, range } = analyzed.source.toLocation(unit.nameRange);
    if (uri !== params.textDocument.uri) continue;
    for (const kind of ['measure', 'compiled'] as const) {
      lenses.push({ range, data: { uri, function: unit.name, kind } satisfies LensReference });
    }
  }
  return lenses;
}

export async function codeLensResolve(session: Session, lens: CodeLens): Promise<CodeLens> {
  const reference = lens.data as LensReference;
  const source = session.sourceOf(reference.uri);
  const analyzed = source && (await session.analyzed(source.file.uri));
  const unit = analyzed && unitNamed(analyzed.analysis, reference.function);
  if (!analyzed || !unit) return { ...lens, command: { title: '', command: '' } };
  const command =
    reference.kind === 'measure' ? measureLens(session, analyzed, unit) : compiledLens(analyzed, unit);
  return { ...lens, command };
}

function measureLens(session: Session, { source }: Analyzed, unit: FunctionUnit): Command {
  const params = { uri: source.toLocation(unit.nameRange).uri, function: unit.name };
  const specialization = bestSpecialization(unit)!;
  if (specialization.verdict === 'fails') {
    return { title: `does not compile: ${specialization.error?.code ?? 'see the problems'}`, command: '' };
  }
  const measured = session.measurements.ofUnit(unit);
  if (measured) return { title: lensText(measured), command: commands.measure, arguments: [params] };
  const old = session.measurements.last(source.file.uri, unit.name);
  const title = old ? `Measure again (before this edit: ${lensText(old)})` : 'Measure';
  return { title, command: commands.measure, arguments: [params] };
}

function compiledLens({ source }: Analyzed, unit: FunctionUnit): Command {
  const { uri, range } = source.toLocation(unit.nameRange);
  return {
    title: 'Show compiled code',
    command: commands.showCompiledCode,
    arguments: [{ uri, position: range.start, function: unit.name }],
  };
}
