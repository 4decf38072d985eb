import { strict as assert } from 'node:assert';
import { type CodeLens, commands, Position, Selection, WorkspaceEdit, workspace } from 'vscode';
import { until } from '../until';
import { closeEverything, lineWith, openFile } from '../workspaceFiles';

describe('measuring', function () {
  this.timeout(180_000);
  afterEach(closeEverything);

  it('times the compiled function against CPython and shows it in the lens', async () => {
    const { document } = await openFile('insertion_sort.py');
    // The tutorial's size sorts for minutes under CPython.
    const edit = new WorkspaceEdit();
    const { range } = document.lineAt(lineWith(document, 'range(100000)'));
    edit.replace(document.uri, range, 'for _ in range(300):');
    await workspace.applyEdit(edit);
    await document.save();
    const params = { uri: document.uri.toString(), function: 'insertion_sort' };
    const summary = await commands.executeCommand<readonly string[]>('jitsight.measure', params);
    assert.match(summary?.join('\n') ?? '', /faster than CPython/);
    const lens = await until('the lens to tell', async () => {
      const all = await commands.executeCommand<CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return all.find(({ command }) => /faster than CPython/.test(command?.title ?? ''));
    });
    assert.match(lens.command!.title, /n=300/);
  });

  it('takes the function at the cursor when none is named', async () => {
    const editor = await openFile('add_arrays_plain.py');
    const at = new Position(lineWith(editor.document, 'return np.square'), 8);
    editor.selection = new Selection(at, at);
    const summary = await commands.executeCommand<readonly string[]>('jitsight.measure');
    assert.match(summary?.join('\n') ?? '', /add_squared|CPython|NumPy/);
  });
});
