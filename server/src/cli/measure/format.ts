import type { Colors } from '../io';

/** Three digits in the unit that suits: `1.23 ms`. */
export function formatMs(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toPrecision(3)} s`;
  if (ms >= 1) return `${Number(ms.toPrecision(3))} ms`;
  if (ms >= 1e-3) return `${Number((ms * 1e3).toPrecision(3))} µs`;
  return `${Number((ms * 1e6).toPrecision(3))} ns`;
}

/** `87x` green, `0.6x` yellow. */
export function formatRatio(ratio: number, colors: Colors): string {
  const text = `${ratio >= 10 ? Math.round(ratio) : ratio.toPrecision(2)}x`;
  return ratio >= 1 ? colors.green(text) : colors.yellow(text);
}

/** `n=100000`, `a=1000×1000, b=10`: one number when all arguments have it. */
export function formatSize(size: Readonly<Record<string, readonly number[]>>): string {
  const shapes = Object.entries(size).map(([name, shape]) => [name, shape.join('×')] as const);
  if (shapes.length === 0) return '';
  if (shapes.every(([, text]) => text === shapes[0]![1])) return `n=${shapes[0]![1]}`;
  return shapes.map(([name, text]) => `${name}=${text}`).join(', ');
}
