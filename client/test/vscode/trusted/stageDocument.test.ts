import { strict as assert } from 'node:assert';
import { commands, Position, Selection, window } from 'vscode';
import { until } from '../until';
import { closeEverything, lineWith, openFile } from '../workspaceFiles';

describe('a stage as a document', () => {
  afterEach(closeEverything);

  for (const [command, language, content] of [
    ['jitsight.showTypedIR', 'jitsight-ir', /insertion_sort/],
    ['jitsight.showWasmText', 'jitsight-wat', /\(module/],
  ] as const) {
    it(`opens beside the editor by ${command}`, async () => {
      const editor = await openFile('insertion_sort.py');
      const at = new Position(lineWith(editor.document, 'cursor = arr[i]'), 8);
      editor.selection = new Selection(at, at);
      await commands.executeCommand(command);
      const document = await until(
        'the document',
        () => window.visibleTextEditors.find((one) => one.document.languageId === language)?.document,
      );
      await until('its text', () => content.test(document.getText()), { seen: () => document.getText() });
      assert.equal(document.uri.scheme, 'jitsight-view');
    });
  }
});
