import { commands } from 'vscode';
import { testInterface } from '../testInterface';
import { until } from '../until';
import { closeEverything, jitsightProblems, openFile, problemWith } from '../workspaceFiles';

describe('the server', () => {
  afterEach(closeEverything);

  it('is started again on request, and finds the problems anew', async () => {
    const { server } = await testInterface();
    const { document } = await openFile('insertion_sort.py');
    await problemWith(document.uri, 'reflected-list');
    const gone = until('the problems to go', () => jitsightProblems(document.uri).length === 0);
    const restarted = commands.executeCommand('jitsight.restartServer');
    await gone;
    await restarted;
    await until('the server to run', () => server.client.isRunning());
    await problemWith(document.uri, 'reflected-list');
  });

  it('is started again after a crash', async () => {
    const { server } = await testInterface();
    const { document } = await openFile('insertion_sort.py');
    await problemWith(document.uri, 'reflected-list');
    const stopped = new Promise((resolve) => server.onState(resolve));
    process.kill(serverPid(server.client), 'SIGKILL');
    await stopped;
    await problemWith(document.uri, 'reflected-list');
  });
});

/** The library keeps the process to itself. */
function serverPid(client: object): number {
  const { _serverProcess: process } = client as { _serverProcess?: { pid?: number } };
  if (!process?.pid) throw new Error('the client has no server process');
  return process.pid;
}
