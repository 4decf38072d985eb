/** The code of a Jupyter notebook as one text, cell after cell, and where each begins. */
export function readNotebook(text: string):
  | {
      readonly text: string;
      readonly cells: readonly { readonly number: number; readonly firstLine: number }[];
    }
  | { readonly problem: string; readonly line: number } {
  let notebook: { cells?: readonly { cell_type?: unknown; source?: unknown }[] };
  try {
    notebook = JSON.parse(text);
  } catch (error) {
    return { problem: `the file is no notebook, for it is not JSON: ${(error as Error).message}`, line: 1 };
  }
  if (!Array.isArray(notebook?.cells)) {
    return { problem: 'the file is no notebook of format 4: it has no cells', line: 1 };
  }
  const cells: { number: number; firstLine: number }[] = [];
  const lines: string[] = [];
  for (const cell of notebook.cells) {
    if (cell?.cell_type !== 'code') continue;
    cells.push({ number: cells.length + 1, firstLine: lines.length + 1 });
    const source = Array.isArray(cell.source) ? cell.source.join('') : String(cell.source ?? '');
    lines.push(...withoutMagics(source.split(/\r\n|\r|\n/)));
  }
  return { text: lines.length > 0 ? `${lines.join('\n')}\n` : '', cells };
}

/** IPython's own lines become comments of the same length; a cell in another language is one altogether. */
function withoutMagics(lines: readonly string[]): string[] {
  const foreign = /^%%(?!time|capture|prun)/.test(lines[0] ?? '');
  return lines.map((line) =>
    foreign || /^\s*[%!?]/.test(line) ? line.replace(/^\s*./, (start) => `${start.slice(1)}#`) : line,
  );
}
