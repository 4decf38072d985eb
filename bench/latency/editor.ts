import { LspClient } from '../../server/test/lsp/lspClient';
import { program } from './program';

const uri = 'file:///bench/latency.py';

/**
 * Edit-to-diagnostics time over stdio: types a character inside one function and waits for the diagnostics of that
 * version, the server's rest after a keystroke included.
 */
export async function editorTimes(lines: number, edits: number): Promise<number[]> {
  const text = program(lines);
  const client = await LspClient.start();
  await client.open(uri, text);
  await client.diagnosticsWhere(uri, () => true, 60_000);
  const times: number[] = [];
  const line = text.split('\n').findIndex((one) => one.includes('scale = 1'));
  for (let version = 2; version < edits + 2; version++) {
    // Alternates between a sound and a failing program, so that diagnostics differ from edit to edit.
    const newText = version % 2 ? '1' : 'undefined_name';
    const length = version % 2 ? 'undefined_name'.length : 1;
    const start = { line, character: '    scale = '.length };
    const end = { line, character: start.character + length };
    const began = performance.now();
    await client.change(uri, version, [{ range: { start, end }, text: newText }]);
    await client.diagnosticsWhere(uri, (published) => published.version === version);
    times.push(performance.now() - began);
  }
  await client.stop();
  return times;
}
