import type { Diagnostic, Uri } from 'vscode';

/** Address of the page that a problem's code links to. */
export function rulePageOf({ code }: Diagnostic): string {
  const { target } = code as { target: Uri };
  return (JSON.parse(target.query) as [string])[0];
}
