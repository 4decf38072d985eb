/** Half-open range of UTF-16 code units, `[start, end)`, as LSP and JavaScript count text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export function rangeContains(outer: TextRange, offset: number): boolean {
  return outer.start <= offset && offset < outer.end;
}

export function shiftRange(range: TextRange, by: number): TextRange {
  return by === 0 ? range : { start: range.start + by, end: range.end + by };
}
