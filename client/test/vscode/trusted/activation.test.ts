import { strict as assert } from 'node:assert';
import { commands, extensions } from 'vscode';
import { extensionId } from '../testInterface';
import { until } from '../until';
import { closeEverything, openFile } from '../workspaceFiles';

describe('activation', () => {
  after(closeEverything);

  it('happens when a Python file opens', async () => {
    const extension = extensions.getExtension(extensionId)!;
    await openFile('insertion_sort.py');
    await until('the extension to be active', () => extension.isActive);
  });

  it('registers every command of the manifest', async () => {
    const manifest = extensions.getExtension(extensionId)!.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
