import { strict as assert } from 'node:assert';
import { type CodeAction, commands, type Diagnostic, type Uri, workspace } from 'vscode';
import { closeEverything, codeOf, jitsightProblems, openFile } from '../workspaceFiles';
import { until } from '../until';

/**
 * The fix for a problem. Until the server has answered for a file that was just opened, its problems may still be
 * those of the text before, at other places: so each try takes the problem anew.
 */
function fixFor(uri: Uri, isProblem: (one: Diagnostic) => boolean, title: RegExp): Promise<CodeAction> {
  let seen: unknown;
  const probe = async () => {
    const problem = jitsightProblems(uri).find(isProblem);
    if (!problem) return undefined;
    const all = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem.range,
      undefined,
      20,
    );
    seen = { line: problem.range.start.line, offered: all.map((action) => action.title) };
    return all.find((action) => action.edit && title.test(action.title));
  };
  return until(`the fix ${title}`, probe, { seen: () => seen });
}

describe('quick fixes', () => {
  afterEach(closeEverything);

  it('turn the reflected list into an array, and the problem goes', async () => {
    const { document } = await openFile('insertion_sort.py');
    const fix = await fixFor(document.uri, (one) => codeOf(one) === 'reflected-list', /array/i);
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
    const fix = await fixFor(document.uri, () => true, /@njit/);
    assert.ok(await workspace.applyEdit(fix.edit!));
    assert.match(document.getText(), /^from numba import njit$/m);
    assert.match(document.getText(), /^@njit\ndef insertion_sort\(arr\):$/m);
  });
});
