import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** The panel's page: a skeleton that the bundled script fills. Nothing but that script and style may load. */
export function panelHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const file = (name: string) =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, 'client/dist/webview', name)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="UTF-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Compiled code</title>
  <link rel="stylesheet" href="${file('panel.css')}">
</head>
<body>
  <main id="panel"></main>
  <script nonce="${nonce}" src="${file('panel.js')}"></script>
</body>
</html>`;
}
