/** Names of the sections by their number in the format. */
const sectionNames = [
  'custom',
  'type',
  'import',
  'function',
  'table',
  'memory',
  'global',
  'export',
  'start',
  'element',
  'code',
  'data',
  'data count',
  'tag',
];

export interface SectionSize {
  readonly name: string;
  /** Header of the section included. */
  readonly bytes: number;
}

/** How many bytes each section of a module takes, in the order of the file; they add up to the module. */
export function sectionSizes(bytes: Uint8Array): SectionSize[] {
  const sections: SectionSize[] = [{ name: 'header', bytes: 8 }];
  let at = 8;
  while (at < bytes.length) {
    const start = at;
    const number = bytes[at]!;
    const size = readUnsigned(bytes, at + 1);
    at = size.end + size.value;
    const name = number === 0 ? customName(bytes, size.end) : sectionNames[number];
    sections.push({ name: name ?? `section ${number}`, bytes: at - start });
  }
  return sections;
}

function customName(bytes: Uint8Array, at: number): string {
  const length = readUnsigned(bytes, at);
  return new TextDecoder().decode(bytes.subarray(length.end, length.end + length.value));
}

/** An unsigned LEB128 number and where it ends. */
function readUnsigned(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  let shift = 0;
  let end = at;
  let byte: number;
  do {
    byte = bytes[end++]!;
    value += (byte & 0x7f) * 2 ** shift;
    shift += 7;
  } while (byte & 0x80);
  return { value, end };
}
