/**
 * Edit-to-diagnostics time over stdio on a 1,000-line file: `npm run bench:latency`. Types a character inside one
 * function and waits for the diagnostics of that version; prints median and 95th percentile, debounce included.
 */
import { LspClient } from '../server/test/lsp/lspClient';

const edits = Number(process.argv[2] ?? 100);
const uri = 'file:///bench/latency.py';
const text = program(1000);
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

times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(0);
console.log(
  `${text.split('\n').length} lines, ${times.length} edits: median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
);

function program(lines: number): string {
  const parts = ['import numpy as np', 'from numba import njit', '', ''];
  for (let i = 0; parts.length < lines; i++) {
    parts.push(
      '@njit',
      `def kernel_${i}(values, weight):`,
      `    scale = 1`,
      '    total = 0.0',
      '    for k in range(len(values)):',
      '        total += values[k] * weight * scale',
      '        if total > 1e6:',
      '            total = np.sqrt(total)',
      '    return total',
      '',
      '',
      `kernel_${i}(np.ones(10), ${i}.5)`,
      '',
      '',
    );
  }
  return parts.slice(0, lines).join('\n');
}
