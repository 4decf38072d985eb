import { strict as assert } from 'node:assert';
import { type CodeAction, commands, type Diagnostic, type Uri, workspace } from 'vscode';
import { closeEverything, jitsightProblems, openFile, problemWith, codeOf } from '../workspaceFiles';
import { until } from '../until';

/** VS Code drops the answer, without a word, when something it counts as a change comes in between: so ask again. */
function fixAt(uri: Uri, { range }: Diagnostic, title: RegExp): Promise<CodeAction> {
  let offered: string[] = [];
  const probe = async () => {
    const all = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      undefined,
      20,
    );
    offered = all.map((action) => action.title);
    return all.find((action) => action.edit && title.test(action.title));
  };
  return until(`the fix ${title}`, probe, { seen: () => offered });
}

describe('quick fixes', () => {
  afterEach(closeEverything);

  it('turn the reflected list into an array, and the problem goes', async () => {
    const { document } = await openFile('insertion_sort.py');
    const problem = await problemWith(document.uri, 'reflected-list');
    const fix = await fixAt(document.uri, problem, /array/i);
    assert.ok(await workspace.applyEdit(fix.edit!));
    assert.match(document.getText(), /import numpy as np/);
    assert.match(document.getText(), /np\.(as)?array\(/);
    await until(
      'no reflected list',
      () => !jitsightProblems(document.uri).some((one) => codeOf(one) === 'reflected-list'),
    );
  });

  it('wrap a hot loop in njit and import it', async () => {
    const { document } = await openFile('insertion_sort_plain.py');
    const problem = await until('advice', () => jitsightProblems(document.uri)[0]);
    const fix = await fixAt(document.uri, problem, /@njit/);
    assert.ok(await workspace.applyEdit(fix.edit!));
    assert.match(document.getText(), /^from numba import njit$/m);
    assert.match(document.getText(), /^@njit\ndef insertion_sort\(arr\):$/m);
  });
});
