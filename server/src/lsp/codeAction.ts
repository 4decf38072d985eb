import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextRange } from '@jitsight/shared/source/range';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Fix } from '../diagnostics/fix';
import { toLspDiagnostic } from './publishDiagnostics';
import type { Analyzed, Session } from './session';

/** Everything needed to find the fix again when the client asks for its edits. */
interface FixReference {
  readonly uri: string;
  readonly version: number;
  readonly index: number;
}

interface Offer {
  readonly range: TextRange;
  readonly fix: Fix;
  readonly diagnostic?: Diagnostic;
}

export async function codeAction(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const source = session.sourceOf(params.textDocument.uri);
  const analyzed = source && (await session.analyzed(source.file.uri));
  if (!analyzed) return [];
  const range = {
    start: analyzed.source.toOffset(params.textDocument.uri, params.range.start),
    end: analyzed.source.toOffset(params.textDocument.uri, params.range.end),
  };
  const wanted = (kind: string) =>
    !params.context.only || params.context.only.some((only) => isKind(kind, only));
  const actions: CodeAction[] = [];
  for (const [index, offer] of offers(analyzed).entries()) {
    if (!touches(offer.range, range) || !wanted(offer.fix.kind)) continue;
    actions.push(toAction(offer, index, analyzed));
  }
  if (wanted(fixAllKind) && params.context.only) actions.push(...fixAll(analyzed));
  return actions;
}

const fixAllKind = `${CodeActionKind.SourceFixAll}.jitsight`;

/** Makes the edits of an action that was offered; the client asks when a person chooses it. */
export async function codeActionResolve(session: Session, action: CodeAction): Promise<CodeAction> {
  const reference = action.data as FixReference | undefined;
  if (!reference || action.edit) return action;
  const analyzed = session.sources.has(reference.uri) ? await session.analyzed(reference.uri) : undefined;
  if (!analyzed || analyzed.source.file.version !== reference.version) return action;
  const offer = offers(analyzed)[reference.index];
  return offer ? { ...action, edit: workspaceEdit(analyzed, offer.fix) } : action;
}

/** All fixes of a file, diagnostics' first; the order is that of the analysis, so an index finds one again. */
function offers({ analysis }: Analyzed): readonly Offer[] {
  return [
    ...analysis.diagnostics.flatMap((diagnostic) =>
      diagnostic.fixes.map((fix) => ({ range: diagnostic.range, fix, diagnostic })),
    ),
    ...analysis.functions.flatMap((unit) => unit.fixes.map(({ range, fix }) => ({ range, fix }))),
  ];
}

function toAction({ fix, diagnostic }: Offer, index: number, analyzed: Analyzed): CodeAction {
  const { uri, version } = analyzed.source.file;
  return {
    title: fix.title,
    kind: fix.kind,
    isPreferred: fix.preferred,
    diagnostics: diagnostic ? [toLspDiagnostic(diagnostic, analyzed)] : undefined,
    data: { uri, version, index } satisfies FixReference,
  };
}

/** One action with the edits of all safe fixes that do not overlap. */
function fixAll(analyzed: Analyzed): CodeAction[] {
  const fixes = offers(analyzed).filter(({ fix, diagnostic }) => fix.safe && diagnostic);
  const changes: Record<string, LspTextEdit[]> = {};
  let end = -1;
  for (const { fix } of fixes) {
    const edits = fix.edits();
    if (edits.some((edit) => edit.range.start < end)) continue;
    end = Math.max(end, ...edits.map((edit) => edit.range.end));
    merge(changes, workspaceEdit(analyzed, fix).changes!);
  }
  if (Object.keys(changes).length === 0) return [];
  return [{ title: 'Fix all safe Jitsight problems', kind: fixAllKind, edit: { changes } }];
}

function workspaceEdit({ source }: Analyzed, fix: Fix): WorkspaceEdit {
  const changes: Record<string, LspTextEdit[]> = {};
  for (const edit of fix.edits()) {
    const { uri, range } = source.toLocation(edit.range);
    changes[uri] = [...(changes[uri] ?? []), { range, newText: edit.newText }];
  }
  return { changes };
}

function merge(into: Record<string, LspTextEdit[]>, from: Record<string, LspTextEdit[]>): void {
  for (const [uri, edits] of Object.entries(from)) into[uri] = [...(into[uri] ?? []), ...edits];
}

function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function isKind(kind: string, only: string): boolean {
  return kind === only || kind.startsWith(`${only}.`);
}
