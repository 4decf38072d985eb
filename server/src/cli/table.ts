import Table from 'cli-table3';

/** Columns without lines, for the terminal. */
export function textTable(rows: readonly (readonly string[])[], head?: readonly string[]): string {
  const table = new Table({
    head: head ? [...head] : [],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString().replaceAll(/[ ]+$/gm, '');
}
