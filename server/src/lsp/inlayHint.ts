import { type InlayHint, InlayHintKind, type InlayHintParams } from 'vscode-languageserver';
import { measurementTable, speedupText } from './measurementText';
import type { Analyzed, Session } from './session';

/** Inferred types behind the names they belong to, and measured speedups at the hot loop. */
export async function inlayHint(session: Session, params: InlayHintParams): Promise<InlayHint[]> {
  const source = session.sourceOf(params.textDocument.uri);
  const analyzed = source && (await session.analyzed(source.file.uri));
  if (!analyzed) return [];
  const { uri } = params.textDocument;
  const start = analyzed.source.toOffset(uri, params.range.start);
  const end = analyzed.source.toOffset(uri, params.range.end);
  const hints = [
    ...(session.settings.typeHints ? typeHints(analyzed, start, end) : []),
    ...(session.settings.resultHints ? resultHints(session, analyzed, start, end) : []),
  ];
  return hints.filter((hint) => hint.uri === uri).map((hint) => hint.hint);
}

interface PlacedHint {
  readonly uri: string;
  readonly hint: InlayHint;
}

function typeHints({ source, analysis }: Analyzed, start: number, end: number): PlacedHint[] {
  return analysis.typeHints
    .filter(({ offset }) => start <= offset && offset <= end)
    .map(({ offset, label, tooltip }) => {
      const { uri, range } = source.toLocation({ start: offset, end: offset });
      return { uri, hint: { position: range.start, label, tooltip, kind: InlayHintKind.Type } };
    });
}

function resultHints(
  session: Session,
  { source, analysis }: Analyzed,
  start: number,
  end: number,
): PlacedHint[] {
  const placed: PlacedHint[] = [];
  for (const unit of analysis.functions) {
    const measured = session.measurements.ofUnit(unit);
    const text = measured?.resultsAgree ? speedupText(measured) : undefined;
    if (!measured || !text) continue;
    const at = source.file.positionAt((unit.hotLoopRange ?? unit.nameRange).start).line;
    const offset = source.file.offsetAt({ line: at, column: source.file.lineText(at).length });
    if (offset < start || offset > end) continue;
    const { uri, range } = source.toLocation({ start: offset, end: offset });
    const tooltip = { kind: 'markdown' as const, value: measurementTable(measured) };
    placed.push({ uri, hint: { position: range.start, label: text, tooltip, paddingLeft: true } });
  }
  return placed;
}
