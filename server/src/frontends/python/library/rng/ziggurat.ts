import { i64, nullPointer } from '@jitsight/shared/ir/expressions';
import { arrayOf, float32, float64, int32, int64, type NumbaType } from '../../types/numbaType';
import { arrayType } from '../array/parts';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { zigguratTables } from './zigguratTables';

const layers = 256;

/** For the library's own Python: one of the ziggurat's tables, an array in read-only memory. */
export const zigguratEntry: LibraryFunction = {
  name: 'jitsight.ziggurat',
  type: ({ args: [name] }) => {
    if (name?.kind !== 'literal' || name.literal !== 'str') return mismatch();
    const table = zigguratTables[name.value];
    if (table === undefined) return mismatch('there is no such table');
    return typed(arrayOf(elementOf(name.value), 1), { data: table });
  },
  lower: ({ result, data }, lowering) => {
    const value = new Uint8Array(Buffer.from(data as string, 'base64'));
    const bytes = lowering.constant({ kind: 'bytes', value }, { kind: 'bytes' });
    const type = arrayType(result);
    return lowering.arrayView(type, {
      meminfo: nullPointer,
      data: bytes.parts[1]!,
      shape: [i64(layers)],
      strides: [i64(value.length / layers)],
    });
  },
};

function elementOf(table: string): NumbaType {
  const isSingle = table.endsWith('32');
  if (table.includes('bounds')) return isSingle ? int32 : int64;
  return isSingle ? float32 : float64;
}
