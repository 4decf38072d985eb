import type { FunctionDef } from '../../parse/ast';
import type { TextRange } from '@jitsight/shared/source/range';
import { boolean, complex128, float64, int64, type NumbaType, tupleOf, unicode } from '../../types/numbaType';
import { dtypeOfName } from './evaluate/dtypes';
import type { TypeHint } from './evidence';

export interface DocumentedType {
  readonly hint: TypeHint;
  readonly range: TextRange;
}

/** Types of parameters in a docstring: NumPy's, Google's or Sphinx's style. Keyed by parameter. */
export function documentedTypes(node: FunctionDef): ReadonlyMap<string, DocumentedType> {
  const first = node.body[0];
  const value = first?.kind === 'ExpressionStatement' ? first.value : undefined;
  const found = new Map<string, DocumentedType>();
  if (value?.kind !== 'Constant' || value.value.type !== 'str') return found;
  const lines = value.value.value.split('\n').slice(0, 400);
  for (const { names, type } of [...numpyEntries(lines), ...googleEntries(lines), ...sphinxEntries(lines)]) {
    const hint = hintOfText(type);
    if (!hint) continue;
    for (const name of names) if (!found.has(name)) found.set(name, { hint, range: value.range });
  }
  return found;
}

interface Entry {
  readonly names: readonly string[];
  readonly type: string;
}

/** `x, y : array_like, shape (n,)` under `Parameters` and a line of dashes. */
function numpyEntries(lines: readonly string[]): Entry[] {
  const start = lines.findIndex(
    (line, index) => /^\s*(Other )?Parameters\s*$/.test(line) && /^\s*-{3,}\s*$/.test(lines[index + 1] ?? ''),
  );
  if (start === -1) return [];
  const entries: Entry[] = [];
  for (let index = start + 2; index < lines.length; index++) {
    if (/^\s*-{3,}\s*$/.test(lines[index + 1] ?? '')) break;
    const match = /^\s*(\*{0,2}\w+(?:\s*,\s*\*{0,2}\w+)*)\s*:\s*(\S.*)$/.exec(lines[index]!);
    if (match) entries.push({ names: namesIn(match[1]!), type: match[2]! });
  }
  return entries;
}

/** `    x (float): what it is` under `Args:`. */
function googleEntries(lines: readonly string[]): Entry[] {
  const start = lines.findIndex((line) => /^\s*(Args|Arguments|Parameters):\s*$/.test(line));
  if (start === -1) return [];
  const entries: Entry[] = [];
  for (const line of lines.slice(start + 1)) {
    if (/^\s*(Returns?|Yields?|Raises|Examples?|Notes?):\s*$/.test(line)) break;
    const match = /^\s*(\w+)\s*\(((?:[^()]|\([^()]*\))*)\)\s*:/.exec(line);
    if (match) entries.push({ names: [match[1]!], type: match[2]! });
  }
  return entries;
}

/** `:param float x:` and `:type x: float`. */
function sphinxEntries(lines: readonly string[]): Entry[] {
  return lines.flatMap((line): Entry[] => {
    const typed = /^\s*:type\s+(\w+):\s*(\S.*)$/.exec(line);
    if (typed) return [{ names: [typed[1]!], type: typed[2]! }];
    const param = /^\s*:param\s+(\S.*?)\s+(\w+):/.exec(line);
    return param ? [{ names: [param[2]!], type: param[1]! }] : [];
  });
}

function namesIn(text: string): string[] {
  return text.split(',').map((name) => name.replace(/[*\s]/g, ''));
}

/** `ndarray of float64`, `(n, m) array of ints`, `list of float`, `int, optional`. */
export function hintOfText(text: string): TypeHint | undefined {
  const plain = text
    .replace(/,?\s*(optional|default\b.*|keyword[- ]only)/gi, '')
    .replace(/[`'"]/g, '')
    .replace(/\b(np|numpy)\./g, '')
    .trim();
  if (/\bor\b|\|/.test(plain.replace(/\bor None\b/i, ''))) return undefined;
  const list = /^(?:list|sequence)(?:\s+of\s+|\[)(\w+)/i.exec(plain);
  if (list) {
    const element = scalarNamed(list[1]!);
    return element && { kind: 'list', element, reflected: true };
  }
  const tuple = /^tuple(?:\s+of\s+)?[([]([\w\s,]+)[)\]]/i.exec(plain);
  if (tuple) {
    const elements = tuple[1]!.split(',').map((part) => scalarNamed(part.trim()));
    // `tuple(int)` is written for any number of them.
    return elements.length > 1 && elements.every((element) => element !== undefined)
      ? tupleOf(elements)
      : undefined;
  }
  if (/^tuple\b/i.test(plain)) return undefined;
  const scalar = /^scalar\s*\((\w+)\)/i.exec(plain);
  if (scalar) return scalarNamed(scalar[1]!);
  if (/\b(nd)?arrays?\b|array[_-]like|\bvector\b|\bmatrix\b/i.test(plain)) return arrayHint(plain);
  return scalarNamed(
    plain
      .replace(/ or None\b/i, '')
      .split(/[,;(]/)[0]!
      .trim(),
  );
}

function arrayHint(text: string): TypeHint {
  const words = text.match(/\w+/g) ?? [];
  const dtype = words.map(scalarNamed).find((type) => type !== undefined);
  const ndim = dimensions(text);
  return { kind: 'array hint', ...(dtype && { dtype }), ...(ndim !== undefined && { ndim }) };
}

function dimensions(text: string): number | undefined {
  const digits = /\b([1-9])\s*-?\s*d(?:im\w*)?\b/i.exec(text) ?? /\bndim\s*=\s*([1-9])/.exec(text);
  if (digits) return Number(digits[1]);
  const shape =
    /(?:shape\s*(?:=|of)?\s*)?\(([^()]*)\)/i.exec(text) ?? /\[([\w\s]+(?:,[\w\s]+)+)\]/.exec(text);
  const axes = shape?.[1]?.split(',').filter((axis) => axis.trim() !== '');
  if (
    axes &&
    axes.length > 0 &&
    axes.every((axis) => /^[\s\w+*/-]+$/.test(axis)) &&
    !scalarNamed(axes[0]!.trim())
  ) {
    return axes.length;
  }
  const times = /\b[A-Za-z]\w?(?:\s*[x×]\s*[A-Za-z0-9]\w?)+\b/.exec(text);
  if (times) return times[0].split(/\s*[x×]\s*/).length;
  if (/\bmatrix\b/i.test(text)) return 2;
  return /\bvector\b/i.test(text) ? 1 : undefined;
}

const words: ReadonlyMap<string, NumbaType> = new Map<string, NumbaType>([
  ['int', int64],
  ['ints', int64],
  ['integer', int64],
  ['integers', int64],
  ['float', float64],
  ['floats', float64],
  ['floating', float64],
  ['double', float64],
  ['real', float64],
  ['scalar', float64],
  ['number', float64],
  ['bool', boolean],
  ['bools', boolean],
  ['boolean', boolean],
  ['booleans', boolean],
  ['complex', complex128],
  ['str', unicode],
  ['string', unicode],
]);

function scalarNamed(text: string): NumbaType | undefined {
  const word = text.toLowerCase();
  return words.get(word) ?? (/\d/.test(word) ? dtypeOfName(`numpy.${word}`) : undefined);
}
