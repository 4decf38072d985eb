/** A number in [0, 1) at each call, the same sequence for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The text after one edit such as people make: in a word, a line, or a block. */
export function randomEdit(text: string, random: () => number): string {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const lines = text.split('\n');
  const at = Math.floor(random() * lines.length);
  const replaced = (instead: readonly string[], count = 1) =>
    [...lines.slice(0, at), ...instead, ...lines.slice(at + count)].join('\n');
  const line = lines[at]!;
  const indent = /^ */.exec(line)![0];
  const edits: readonly (() => string)[] = [
    () => replaced([`# a comment about ${at}`, line]),
    () => replaced(['', line]),
    () => replaced([]),
    () => replaced([line, line]),
    () => replaced([line, lines[at - 1] ?? ''], 1),
    () => replaced([`${indent}x = 1`, line]),
    () => replaced([line, `${indent}    ${line.trim()}`]),
    () => swapWord(text, pick, /\b\d+(\.\d+)?\b/g, ['0', '7', '2.5', '-1', 'x']),
    () => swapWord(text, pick, /\b[A-Za-z_]\w*\b/g, wordsOf(text)),
    () => swapWord(text, pick, /[-+*/<>=()[\]:,.]/g, ['+', '*', '<', '(', ')', ':', ',', '.', '']),
    () => moveBlock(text, random),
    () => `${text}\n\n${pick(text.split(/\n{2,}/)) ?? ''}\n`,
  ];
  return pick(edits)!();
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(text.match(/\b[A-Za-z_]\w*\b/g))];
}

function swapWord(
  text: string,
  pick: <T>(items: readonly T[]) => T | undefined,
  words: RegExp,
  instead: readonly string[],
): string {
  const found = pick([...text.matchAll(words)]);
  if (!found) return text;
  return text.slice(0, found.index) + (pick(instead) ?? '') + text.slice(found.index + found[0].length);
}

/** What stands between blank lines put in another place. */
function moveBlock(text: string, random: () => number): string {
  const blocks = text.split(/\n{3,}/);
  const [moved] = blocks.splice(Math.floor(random() * blocks.length), 1);
  blocks.splice(Math.floor(random() * (blocks.length + 1)), 0, moved!);
  return blocks.join('\n\n\n');
}
