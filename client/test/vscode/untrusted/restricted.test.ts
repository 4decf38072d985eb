import { strict as assert } from 'node:assert';
import { measureRequest } from '@jitsight/shared/protocol/requests';
import { commands, workspace } from 'vscode';
import { testInterface } from '../testInterface';
import { until } from '../until';
import { openFile, problemWith } from '../workspaceFiles';

describe('a workspace that is not trusted', () => {
  it('is analysed', async () => {
    assert.equal(workspace.isTrusted, false);
    const { document } = await openFile('insertion_sort.py');
    await problemWith(document.uri, 'reflected-list');
  });

  it('shows compiled code', async () => {
    const { panel } = await testInterface();
    const { document } = await openFile('insertion_sort.py');
    await panel.show({ uri: document.uri.toString(), function: 'insertion_sort' });
    await until('the code', async () => (await panel.describe())?.text.includes('insertion_sort'));
  });

  it('is not measured: neither the command', async () => {
    const { document } = await openFile('insertion_sort.py');
    const result = await commands.executeCommand('jitsight.measure', { uri: document.uri.toString() });
    assert.equal(result, undefined);
  });

  it('nor the server does it', async () => {
    const { server } = await testInterface();
    const { document } = await openFile('insertion_sort.py');
    const params = { uri: document.uri.toString(), function: 'insertion_sort' };
    const result = await server.request<{ error?: string }>(measureRequest, params);
    assert.match(result.error ?? '', /trust/i);
  });
});
