import { strict as assert } from 'node:assert';
import { type CodeLens, commands } from 'vscode';
import { until } from '../until';
import { closeEverything, lineWith, openFile } from '../workspaceFiles';

describe('code lenses', () => {
  afterEach(closeEverything);

  it('offer to measure and to show the compiled code, above the function', async () => {
    const { document } = await openFile('insertion_sort.py');
    const lenses = await until('lenses', async () => {
      const all = await commands.executeCommand<CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return all.length >= 2 && all;
    });
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['jitsight.measure', 'jitsight.showCompiledCode'],
    );
    assert.equal(lenses[0]!.range.start.line, lineWith(document, 'def insertion_sort'));
  });
});
