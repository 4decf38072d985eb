import type { NumbaType } from '../types/numbaType';

type RecordType = Extract<NumbaType, { kind: 'record' }>;

/** NumPy's `descr` of a structured dtype as `str` gives it, or the code of a plain one; undefined where a part has none. */
export function descrOf(type: NumbaType): string | undefined {
  switch (type.kind) {
    case 'record':
      return recordDescr(type);
    case 'bool':
      return '|b1';
    case 'int':
      return `${type.bits === 8 ? '|' : '<'}${type.signed ? 'i' : 'u'}${type.bits / 8}`;
    case 'float':
      return `<f${type.bits / 8}`;
    case 'complex':
      return `<c${type.bits / 8}`;
    case 'datetime':
    case 'timedelta':
      return `<${type.kind === 'datetime' ? 'M' : 'm'}8${type.unit === '' ? '' : `[${type.unit}]`}`;
    case 'charseq':
      return type.unicode ? `<U${type.length}` : `|S${type.length}`;
    default:
      return undefined;
  }
}

/** Gaps between the fields are fields without a name. */
function recordDescr({ fields, size }: RecordType): string | undefined {
  const parts: string[] = [];
  let at = 0;
  const skipTo = (offset: number) => {
    if (offset > at) parts.push(`('', '|V${offset - at}')`);
    at = offset;
  };
  for (const { name, type, offset } of fields) {
    const descr = descrOf(type);
    const width = sizeOf(type);
    if (descr === undefined || width === undefined) return undefined;
    skipTo(offset);
    parts.push(`('${name}', ${type.kind === 'record' ? descr : `'${descr}'`})`);
    at = offset + width;
  }
  skipTo(size);
  return `[${parts.join(', ')}]`;
}

function sizeOf(type: NumbaType): number | undefined {
  switch (type.kind) {
    case 'record':
      return type.size;
    case 'bool':
      return 1;
    case 'int':
    case 'float':
    case 'complex':
      return type.bits / 8;
    case 'datetime':
    case 'timedelta':
      return 8;
    case 'charseq':
      return type.length * (type.unicode ? 4 : 1);
    default:
      return undefined;
  }
}
