import { commands, type Diagnostic, Uri } from 'vscode';

const command = 'jitsight.openRulePage';

/** Turns the link of a problem's code, a Markdown file of this extension, into one that opens it rendered. */
export function linkToRenderedPage(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== 'object' || code.target.scheme !== 'file') return diagnostic;
  const argument = encodeURIComponent(JSON.stringify([code.target.toString()]));
  diagnostic.code = { value: code.value, target: Uri.parse(`command:${command}?${argument}`) };
  return diagnostic;
}

/** What such a link runs. */
export async function openRulePage(page: string): Promise<void> {
  await commands.executeCommand('markdown.showPreview', Uri.parse(page));
}
