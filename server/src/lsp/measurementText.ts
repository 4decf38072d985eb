import type { EngineTiming, Measurement } from '../execution/measurement';

/** `12.4x faster than CPython · 1.8 ms · n=100000`, or what stands in the way of saying so. */
export function lensText(measurement: Measurement): string {
  if (!measurement.resultsAgree) return `results differ: ${measurement.mismatch ?? 'no speedup shown'}`;
  const { wasm } = measurement.engines;
  const parts = [speedupText(measurement), wasm ? formatMs(wasm.medianMs) : undefined, sizeText(measurement)];
  return parts.filter(Boolean).join(' · ');
}

/** `12.4x faster than CPython`, the comparison with the engine that was measured. */
export function speedupText({ speedup }: Measurement): string | undefined {
  if (speedup?.wasmOverCpython !== undefined) return ratioText(speedup.wasmOverCpython, 'CPython');
  if (speedup?.wasmOverNumpy !== undefined) return ratioText(speedup.wasmOverNumpy, 'NumPy');
  return undefined;
}

export function ratioText(ratio: number, engine: string): string {
  if (ratio >= 1) return `${formatRatio(ratio)}x faster than ${engine}`;
  return `${formatRatio(1 / ratio)}x slower than ${engine}`;
}

function formatRatio(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(1);
}

export function formatMs(ms: number): string {
  if (ms >= 1000) return `${digits(ms / 1000)} s`;
  if (ms >= 1) return `${digits(ms)} ms`;
  if (ms >= 1e-3) return `${digits(ms * 1e3)} µs`;
  return `${digits(ms * 1e6)} ns`;
}

/** Three digits that mean something. */
function digits(value: number): string {
  return `${Number(value.toPrecision(3))}`;
}

/** `n=100000`, `a=1000×1000`: one size when all arguments have it. */
export function sizeText({ size }: Measurement): string | undefined {
  const shapes = Object.entries(size).map(([name, shape]) => [name, shape.join('×')] as const);
  if (shapes.length === 0) return undefined;
  const same = shapes.every(([, text]) => text === shapes[0]![1]);
  return same ? `n=${shapes[0]![1]}` : shapes.map(([name, text]) => `${name}=${text}`).join(', ');
}

const engineNames = { wasm: 'Jitsight (Wasm)', cpython: 'CPython', numpy: 'NumPy', numba: 'Numba' } as const;

/** The whole measurement as a Markdown table, for hovers. */
export function measurementTable(measurement: Measurement): string {
  const rows = Object.entries(measurement.engines)
    .filter((entry): entry is [keyof typeof engineNames, EngineTiming] => entry[1] !== undefined)
    .map(
      ([name, one]) =>
        `| ${engineNames[name]}${one.version ? ` ${one.version}` : ''} | ${formatMs(one.medianMs)} | ${formatMs(one.minMs)} – ${formatMs(one.maxMs)} | ${one.rounds} |`,
    );
  const head = measurement.resultsAgree
    ? [speedupText(measurement), sizeText(measurement)].filter(Boolean).join(' · ')
    : `**Results differ**, so no speedup is shown: ${measurement.mismatch ?? ''}`;
  const inputs = {
    captured: "the program's own call",
    given: 'given arguments',
    made: 'made from the types',
  }[measurement.inputs];
  return [
    head,
    '',
    '| engine | median | min – max | rounds |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Inputs: ${inputs}.${measurement.interpreter ? ` Interpreter: ${measurement.interpreter.path}.` : ''}`,
    ...measurement.notes.map((note) => `- ${note}`),
  ].join('\n');
}
