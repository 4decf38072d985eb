import type { ValueType } from '../../ir/valueType';
import { readElementAt } from '../host/arrayElement';
import type { HostArray, HostComplex, HostValue } from '../hostValue';
import { floatColumn } from './floatColumn';
import { formatBoolean } from './number';

const lineWidth = 75;
const threshold = 1000;
const edgeItems = 3;

/** NumPy's `str` of an array with its default print options; `separator` is `', '` for `repr`. */
export function formatArray(array: HostArray, element: ValueType, separator = ' ', indent = 0): string {
  const size = array.shape.reduce((product, length) => product * length, 1);
  if (array.shape.length === 0) return formatAll([readElementAt(array, element, [])], element)[0]!;
  if (size === 0) return '[]';
  const summarize = size > threshold;
  const indices = shownIndices(array.shape, summarize);
  const texts = formatAll(
    indices.map((index) => readElementAt(array, element, index)),
    element,
  );
  const byIndex = new Map(indices.map((index, i) => [index.join(), texts[i]!]));
  return layOut(array.shape, [], summarize, byIndex, separator, indent + 1);
}

function layOut(
  shape: readonly number[],
  prefix: readonly number[],
  summarize: boolean,
  texts: ReadonlyMap<string, string>,
  separator: string,
  indent: number,
): string {
  const axis = prefix.length;
  const shown = shownOnAxis(shape[axis]!, summarize);
  if (axis === shape.length - 1) {
    const items = shown.map((i) => (i === undefined ? '...' : texts.get([...prefix, i].join())!));
    return `[${wrapLine(items, separator, indent, lineWidth - axis)}]`;
  }
  const rows = shown.map((i) =>
    i === undefined ? '...' : layOut(shape, [...prefix, i], summarize, texts, separator, indent + 1),
  );
  const breaks = '\n'.repeat(shape.length - 1 - axis);
  return `[${rows.join(separator.trimEnd() + breaks + ' '.repeat(indent))}]`;
}

/** Items on lines of `width` characters, the indent included; as NumPy does, room is kept for one bracket or comma. */
function wrapLine(items: readonly string[], separator: string, indent: number, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const [i, item] of items.entries()) {
    if (line !== '' && indent + line.length + item.length > width - 1) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += item + (i < items.length - 1 ? separator : '');
  }
  lines.push(line);
  return lines.join(`\n${' '.repeat(indent)}`);
}

function shownOnAxis(length: number, summarize: boolean): (number | undefined)[] {
  const all = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  if (!summarize || length <= 2 * edgeItems) return all(0, length);
  return [...all(0, edgeItems), undefined, ...all(length - edgeItems, length)];
}

function shownIndices(shape: readonly number[], summarize: boolean): number[][] {
  return shape.reduce<number[][]>(
    (indices, length) =>
      indices.flatMap((index) =>
        shownOnAxis(length, summarize).flatMap((i) => (i === undefined ? [] : [[...index, i]])),
      ),
    [[]],
  );
}

/** The elements as text, all of one width. */
function formatAll(values: readonly HostValue[], element: ValueType): string[] {
  if (element.kind === 'complex') {
    const parts = values as readonly HostComplex[];
    const re = floatColumn(
      parts.map((one) => one.re),
      element.part === 'f32',
    );
    const im = floatColumn(
      parts.map((one) => one.im),
      element.part === 'f32',
      true,
    );
    return re.map((text, i) => text + im[i]!.replace(/(\s*)$/, 'j$1'));
  }
  if (element.kind === 'scalar' && (element.scalar === 'f64' || element.scalar === 'f32')) {
    return floatColumn(values as number[], element.scalar === 'f32');
  }
  const texts = values.map((value) =>
    typeof value === 'boolean' ? formatBoolean(value) : formatOther(value),
  );
  const width = Math.max(...texts.map((text) => text.length));
  return texts.map((text) => text.padStart(width));
}

function formatOther(value: HostValue): string {
  if (value === null || typeof value !== 'object') return String(value);
  return value.kind === 'tuple' ? `(${value.items.map(formatOther).join(', ')})` : value.kind;
}
