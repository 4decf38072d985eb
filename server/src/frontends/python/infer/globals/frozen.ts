import type { NumbaType } from '../../types/numbaType';

/** Arrays that compiled code sees as constants cannot be written. */
export function readonlyConstant(type: NumbaType): NumbaType {
  if (type.kind === 'array') return { ...type, readonly: true };
  if (type.kind === 'tuple') return { ...type, elements: type.elements.map(readonlyConstant) };
  return type;
}
