import { strict as assert } from 'node:assert';
import { type CodeLens, commands, extensions, Position, Selection, Uri, window, workspace } from 'vscode';
import { extensionId } from '../testInterface';
import { rulePageOf } from '../rulePage';
import { until } from '../until';
import { closeEverything, lineWith, openFile, problemWith } from '../workspaceFiles';

describe('the installed package', () => {
  afterEach(closeEverything);

  it('is what runs, and not the repository', () => {
    const { extensionPath } = extensions.getExtension(extensionId)!;
    assert.ok(!extensionPath.startsWith(process.env.JITSIGHT_REPOSITORY!), extensionPath);
  });

  it('shows the problems of a tutorial program, with their pages', async () => {
    const { document } = await openFile('insertion_sort.py');
    const problem = await problemWith(document.uri, 'reflected-list');
    await workspace.fs.stat(Uri.parse(rulePageOf(problem)));
  });

  it('has its lenses and compiles to Wasm', async () => {
    const editor = await openFile('insertion_sort.py');
    const { document } = editor;
    await until('lenses', async () => {
      const lenses = await commands.executeCommand<CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return lenses.length >= 2;
    });
    const at = new Position(lineWith(document, 'cursor = arr[i]'), 8);
    editor.selection = new Selection(at, at);
    await commands.executeCommand('jitsight.showWasmText');
    const text = () => window.visibleTextEditors.map((one) => one.document.getText()).join('\n');
    await until('the module', () => /\(module[\s\S]*\(func/.test(text()), { seen: text });
  });

  it('measures', async function () {
    this.timeout(120_000);
    const { document } = await openFile('add_arrays_plain.py');
    const params = { uri: document.uri.toString(), function: 'add_squared' };
    const summary = await commands.executeCommand<readonly string[]>('jitsight.measure', params);
    assert.match(summary?.join('\n') ?? '', /CPython|NumPy/);
  });
});
