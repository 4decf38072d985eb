import { ruleDocumentation } from './documentation';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic';
import { type Diagnostic as LspDiagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Analyzed, Session } from './session';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** What was sent last for each document, so that nothing is sent twice. */
const sent = new WeakMap<Session, Map<string, string>>();

/** Sends a source's diagnostics, document by document, where they changed. */
export function publishDiagnostics(session: Session, { source, analysis }: Analyzed): void {
  const known = sent.get(session) ?? new Map<string, string>();
  sent.set(session, known);
  const byDocument = new Map<string, LspDiagnostic[]>(source.documents.map(({ uri }) => [uri, []]));
  for (const diagnostic of analysis.diagnostics) {
    const { uri } = source.toLocation(diagnostic.range);
    byDocument.get(uri)?.push(toLspDiagnostic(diagnostic, { source, analysis }));
  }
  for (const { uri, version } of source.documents) {
    const diagnostics = byDocument.get(uri)!;
    const text = JSON.stringify(diagnostics);
    if (known.get(uri) === text) continue;
    known.set(uri, text);
    void session.connection.sendDiagnostics({ uri, version, diagnostics });
  }
}

export function clearDiagnostics(session: Session, uri: string): void {
  sent.get(session)?.delete(uri);
  void session.connection.sendDiagnostics({ uri, diagnostics: [] });
}

export function toLspDiagnostic(diagnostic: Diagnostic, { source }: Analyzed): LspDiagnostic {
  return {
    range: source.toLocation(diagnostic.range).range,
    severity: severities[diagnostic.severity],
    code: diagnostic.code,
    codeDescription: { href: ruleDocumentation(diagnostic.code) },
    source: 'jitsight',
    message: diagnostic.message,
    tags: diagnostic.tags?.map((tag) => tags[tag]),
    relatedInformation: diagnostic.related.map((one) => ({
      message: one.message,
      location:
        one.uri && one.uri !== source.file.uri ? foreignLocation(one.uri) : source.toLocation(one.range),
    })),
  };
}

/** Only the file is named for another file: its text may have moved since. */
function foreignLocation(uri: string) {
  const start = { line: 0, character: 0 };
  return { uri, range: { start, end: start } };
}
