/** The text with one margin taken off every line that has it. */
export function dedent(text: string, margin: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line))
    .join('\n');
}

/** The text with a margin in front of every line that is not empty. */
export function indented(text: string, margin: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() ? margin + line : line))
    .join('\n');
}
