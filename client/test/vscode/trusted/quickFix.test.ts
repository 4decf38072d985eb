import { strict as assert } from 'node:assert';
import { type CodeAction, commands, type Diagnostic, type Uri, workspace } from 'vscode';
import { closeEverything, jitsightProblems, openFile, problemWith, codeOf } from '../workspaceFiles';
import { until } from '../until';

async function fixesAt(uri: Uri, { range }: Diagnostic): Promise<CodeAction[]> {
  const all = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    undefined,
    20,
  );
  return all.filter((action) => action.edit);
}

describe('quick fixes', () => {
  afterEach(closeEverything);

  it('turn the reflected list into an array, and the problem goes', async () => {
    const { document } = await openFile('insertion_sort.py');
    const problem = await problemWith(document.uri, 'reflected-list');
    const fixes = await fixesAt(document.uri, problem);
    const fix = fixes.find(({ title }) => /array/i.test(title));
    assert.ok(fix, `offered: ${fixes.map(({ title }) => title)}`);
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
    const fixes = await fixesAt(document.uri, problem);
    const fix = fixes.find(({ title }) => title.includes('@njit'));
    assert.ok(fix, `offered: ${fixes.map(({ title }) => title)}`);
    assert.ok(await workspace.applyEdit(fix.edit!));
    assert.match(document.getText(), /^from numba import njit$/m);
    assert.match(document.getText(), /^@njit\ndef insertion_sort\(arr\):$/m);
  });
});
