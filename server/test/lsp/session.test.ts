import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { LspClient } from './lspClient';

const tutorial = join(import.meta.dirname, '../../../test-fixtures/tutorial');
const clients: LspClient[] = [];

async function start(options: Parameters<typeof LspClient.start>[0] = {}): Promise<LspClient> {
  // The rules of a stated version, whatever this machine's Python has.
  const client = await LspClient.start({ settings: { numbaVersion: '0.68' }, ...options });
  clients.push(client);
  return client;
}

afterEach(async () => {
  for (const client of clients.splice(0)) await client.stop();
});

interface Action {
  title: string;
  kind: string;
  edit?: { changes: Record<string, { range: unknown; newText: string }[]> };
}

function open(client: LspClient, name: string): Promise<string> {
  const path = join(tutorial, name);
  const uri = pathToFileURL(path).href;
  return client.open(uri, readFileSync(path, 'utf8')).then(() => uri);
}

describe('a session over stdio', () => {
  it('publishes diagnostics with code, documentation and related places', async () => {
    const client = await start();
    const uri = await open(client, 'signatures.py');
    const { diagnostics } = await client.diagnosticsWhere(uri, (one) => one.diagnostics.length > 0);
    expect(diagnostics.map((one) => one.code)).toEqual([
      'undefined-name',
      'unsafe-conversion',
      'unsafe-conversion',
      'no-matching-signature',
    ]);
    expect(diagnostics[0]!.codeDescription?.href).toMatch(/docs\/rules\/undefined-name\.md$/);
    expect(diagnostics[3]!.relatedInformation?.[0]?.message).toBe("'multiply' is defined here");
  });

  it('follows incremental edits and answers for the newest version', async () => {
    const client = await start();
    const uri = 'file:///edit.py';
    await client.open(uri, 'from numba import njit\n\n\n@njit\ndef f(x):\n    return y\n\n\nf(1)\n');
    await client.diagnosticsWhere(uri, (one) =>
      one.diagnostics.some((found) => found.code === 'undefined-name'),
    );
    const range = { start: { line: 5, character: 11 }, end: { line: 5, character: 12 } };
    await client.change(uri, 2, [{ range, text: 'x' }]);
    const { diagnostics } = await client.diagnosticsWhere(uri, (one) => one.version === 2);
    expect(diagnostics).toEqual([]);
  });

  it('offers fixes and makes their edits when asked', async () => {
    const client = await start();
    const uri = await open(client, 'insertion_sort.py');
    const published = await client.diagnosticsWhere(uri, (one) => one.diagnostics.length > 0);
    const list = published.diagnostics.find((one) => one.code === 'reflected-list')!;
    const actions = await client.request<Action[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: list.range,
      context: { diagnostics: [list] },
    });
    const array = actions.find((one) => one.title.startsWith('Pass a NumPy array'))!;
    const resolved = await client.request<Action>('codeAction/resolve', array);
    expect(resolved.edit!.changes[uri]!.map((one) => one.newText)).toEqual([
      'import numpy as np\n',
      'np.array(',
      ')',
    ]);
  });

  it('shows lenses, hints, and a hover with the verdict', async () => {
    const client = await start();
    const uri = await open(client, 'add_arrays.py');
    const lenses = await client.request<{ range: { start: { line: number } } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    expect(lenses.length).toBe(6);
    const resolved = await client.request<{ command: { title: string } }>('codeLens/resolve', lenses[0]);
    expect(resolved.command.title).toBe('Measure');
    const hints = await client.request<{ label: string }[]>('textDocument/inlayHint', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 40, character: 0 } },
    });
    expect(hints.map((one) => one.label)).toContain(': int64');
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 6, character: 6 },
    });
    expect(hover.contents.value).toContain('**compiles** in nopython mode');
    expect(hover.contents.value).toContain(
      '(array(int64, 2d, C), array(int64, 2d, C), array(int64, 2d, C)) → array(int64, 2d, C)',
    );
  });

  it('describes every stage of a function for the panel', async () => {
    const client = await start();
    const uri = await open(client, 'insertion_sort.py');
    const content = await client.request<{
      ir: { text: string; sourceLine?: number }[];
      wat: unknown[];
      watOptimized: unknown[];
    }>('jitsight/compiledCode', { uri, position: { line: 10, character: 8 } });
    expect(content.ir.some((line) => line.sourceLine === 10)).toBe(true);
    expect(content.wat.length).toBeGreaterThan(content.ir.length);
    expect(content.watOptimized.length).toBeGreaterThan(10);
  });

  it('measures on request, with the results compared, and shows it on the lens', async () => {
    const client = await start();
    const uri = await open(client, 'add_arrays_plain.py');
    const result = await client.request<{ summary?: string[]; error?: string }>('jitsight/measure', {
      uri,
      function: 'add_squared',
    });
    expect(result.error).toBeUndefined();
    const lenses = await client.request<object[]>('textDocument/codeLens', { textDocument: { uri } });
    const lens = await client.request<{ command: { title: string } }>('codeLens/resolve', lenses[0]);
    expect(lens.command.title).toMatch(/(faster|slower) than (CPython|NumPy) · .* · n=/);
  });

  it('measures nothing in an untrusted workspace', async () => {
    const client = await start({ initializationOptions: { trusted: false } });
    const uri = await open(client, 'add_arrays.py');
    const result = await client.request<{ error?: string }>('jitsight/measure', {
      uri,
      function: 'add_squared',
    });
    expect(result.error).toContain('not trusted');
  });

  it('reads settings live', async () => {
    const client = await start();
    const uri = await open(client, 'is_missing.py');
    await client.diagnosticsWhere(uri, (one) =>
      one.diagnostics.some((found) => found.code === 'removed-api'),
    );
    client.settings = { numbaVersion: '0.56' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.diagnosticsWhere(uri, (one) =>
      one.diagnostics.every((found) => found.code !== 'removed-api'),
    );
  });

  it('takes the Python cells of a notebook as one module', async () => {
    const client = await start();
    const cell = (uri: string, text: string) => ({ uri, languageId: 'python', version: 1, text });
    const [first, second] = ['notebook-cell:1', 'notebook-cell:2'];
    await client.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: 'file:///n.ipynb',
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: [
          { kind: 2, document: first },
          { kind: 2, document: second },
        ],
      },
      cellTextDocuments: [
        cell(first!, '%matplotlib inline\nfrom numba import njit\n'),
        cell(second!, '@njit\ndef f(x):\n    return y\n\n\nf(1)\n'),
      ],
    });
    const { diagnostics } = await client.diagnosticsWhere(second!, (one) => one.diagnostics.length > 0);
    expect(diagnostics.map((one) => [one.code, one.range.start.line])).toEqual([['undefined-name', 2]]);
  });

  it('survives text that is not Python at all', async () => {
    const client = await start();
    const uri = 'file:///broken.py';
    await client.open(uri, 'def (((\n\u0000\tif else: @@ "unterminated\r\n');
    await client.diagnosticsWhere(uri, (one) =>
      one.diagnostics.some((found) => found.code === 'syntax-error'),
    );
    await client.change(uri, 2, [{ text: 'x = 1\n' }]);
    const { diagnostics } = await client.diagnosticsWhere(uri, (one) => one.version === 2);
    expect(diagnostics).toEqual([]);
  });
});
