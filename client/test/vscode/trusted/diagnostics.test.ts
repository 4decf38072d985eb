import { strict as assert } from 'node:assert';
import { commands, DiagnosticSeverity, Position, WorkspaceEdit, window, workspace } from 'vscode';
import { closeEverything, jitsightProblems, lineWith, openFile, problemWith } from '../workspaceFiles';
import { rulePageOf } from '../rulePage';
import { until } from '../until';

describe('diagnostics', () => {
  afterEach(closeEverything);

  it('names the reflected list at the call of the tutorial program', async () => {
    const { document } = await openFile('insertion_sort.py');
    const problem = await problemWith(document.uri, 'reflected-list');
    assert.equal(problem.range.start.line, lineWith(document, '    insertion_sort(numbers)'));
    assert.notEqual(problem.severity, DiagnosticSeverity.Error);
  });

  it('has a page for its rule, which opens rendered', async () => {
    const { document } = await openFile('insertion_sort.py');
    const problem = await problemWith(document.uri, 'reflected-list');
    await commands.executeCommand('jitsight.openRulePage', rulePageOf(problem));
    await until('the page', () =>
      /reflected-list/.test(window.tabGroups.activeTabGroup.activeTab?.label ?? ''),
    );
  });

  it('finds a name that is never assigned', async () => {
    const { document } = await openFile('signatures.py');
    const problem = await problemWith(document.uri, 'undefined-name');
    assert.equal(document.getText(problem.range), 'diference');
    assert.equal(problem.severity, DiagnosticSeverity.Error);
  });

  it('goes away when the text is mended', async () => {
    const { document } = await openFile('signatures.py');
    const { range } = await problemWith(document.uri, 'undefined-name');
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, range, 'difference');
    await workspace.applyEdit(edit);
    await until(
      'no undefined name',
      () => !jitsightProblems(document.uri).some((one) => one.range.isEqual(range)),
    );
  });

  it('survives half-typed code', async () => {
    const { document } = await openFile('insertion_sort.py');
    await problemWith(document.uri, 'reflected-list');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(5, 0), 'def broken(\n\n');
    await workspace.applyEdit(edit);
    await problemWith(document.uri, 'syntax-error');
    await problemWith(document.uri, 'reflected-list');
  });
});
