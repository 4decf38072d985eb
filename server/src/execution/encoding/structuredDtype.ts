/** Bytes of one element of a structured dtype, given as the `str` of NumPy's `descr`; undefined where it is none. */
export function structuredSize(descr: string): number | undefined {
  const reader = { text: descr, at: 0 };
  const size = descr.startsWith('[') ? fieldsSize(reader) : undefined;
  return reader.at === descr.length ? size : undefined;
}

interface Reader {
  readonly text: string;
  at: number;
}

/** `[('x', '<f8'), ('v', '<i4', (3,))]`; a field's type may itself be such a list. */
function fieldsSize(reader: Reader): number | undefined {
  if (!take(reader, /\[/y)) return undefined;
  let size = 0;
  while (!take(reader, /\]/y)) {
    if (!take(reader, /\((?:'[^']*'|\("?[^)]*\)), /y)) return undefined;
    const one = reader.text[reader.at] === '[' ? fieldsSize(reader) : scalarSize(reader);
    if (one === undefined) return undefined;
    const extents = take(reader, /, \(([\d, ]+)\)|, (\d+)/y);
    size += one * countOf(extents?.[1] ?? extents?.[2] ?? '1');
    if (!take(reader, /\)(, )?/y)) return undefined;
  }
  return size;
}

function scalarSize(reader: Reader): number | undefined {
  const found = take(reader, /'[<>|=]?([a-zA-Z])(\d*)(?:\[\w*\])?'/y);
  if (!found) return undefined;
  const width = found[2] === '' ? 1 : Number(found[2]);
  return found[1] === 'U' ? 4 * width : width;
}

function countOf(extents: string): number {
  return extents
    .split(',')
    .filter((extent) => extent.trim() !== '')
    .reduce((product, extent) => product * Number(extent), 1);
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (!found) return undefined;
  reader.at = pattern.lastIndex;
  return found;
}
