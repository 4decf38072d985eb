import { binary, i64, mul, ne } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, float64 } from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import { astypeCopy } from '../../array/copies';
import { itemSizeOf } from '../../array/itemSize';
import { arrayType } from '../../array/parts';
import { arrayOfBytes, isBytes } from '../../bytes/entries';
import type { LibraryFunction } from '../../libraryFunction';
import { mismatch, params, typed } from '../../outcome';
import { dtypeArgument, isOmitted } from '../dtypeArgument';
import { isElement } from './filled';
import { fromSequence, sequenceType } from './fromSequence';

/** `ascontiguousarray`, `asfortranarray`, `copy`, `frombuffer`. */
export const layoutEntries: readonly LibraryFunction[] = [
  inLayout('numpy.ascontiguousarray', 'C'),
  inLayout('numpy.asfortranarray', 'F'),
  copyEntry('0.57', undefined),
  copyEntry(undefined, '0.57'),
  {
    name: 'numpy.frombuffer',
    params: params('buffer dtype?'),
    type: ({ args: [buffer, dtype] }) => {
      const element = isOmitted(dtype) ? float64 : dtypeArgument(dtype);
      const memory = isBytes(buffer) ? arrayOfBytes(buffer) : buffer;
      if (memory?.kind !== 'array' || memory.layout !== 'C' || !element) return mismatch();
      return typed({ ...arrayOf(element, 1), readonly: memory.readonly });
    },
    lower({ args, result }, lowering) {
      const { type, parts } = args[0]!;
      const memory: Value = { type: isBytes(type) ? arrayOfBytes(type) : type, parts };
      return overBuffer(lowering, memory, arrayType(result));
    },
  },
];

function inLayout(name: string, layout: 'C' | 'F'): LibraryFunction {
  return {
    name,
    params: params('a'),
    type: ({ args: [given] }) => {
      const type = unliteral(given!);
      if (type.kind === 'array') return typed({ ...type, ndim: Math.max(type.ndim, 1), layout });
      return isElement(type) ? typed(arrayOf(type, 1, layout)) : mismatch();
    },
    lower: ({ args, result }, lowering) => {
      const type = arrayType(result);
      const given = args[0]!;
      if (given.type.kind === 'array' && given.type.ndim > 0) return reordered(lowering, given, type);
      const array = lowering.newArray(type, [i64(1)]);
      const element = given.type.kind === 'array' ? lowering.loadElement(given, []) : given;
      lowering.storeElement(array, [i64(0)], element);
      return array;
    },
  };
}

// What is already in the wanted order is the array itself.
function reordered(lowering: Lowering, array: Value, type: ArrayType): Value {
  const own = arrayType(array.type);
  if (own.layout === type.layout) return array;
  if (own.ndim === 1 && own.layout !== 'A') return { type, parts: array.parts };
  return astypeCopy(lowering, array, type);
}

function copyEntry(since: string | undefined, until: string | undefined): LibraryFunction {
  return {
    name: 'numpy.copy',
    params: params('a'),
    since,
    until,
    type: ({ args: [given] }) => {
      const type = unliteral(given!);
      if (type.kind === 'array') {
        return typed({ ...type, layout: type.layout === 'F' ? 'F' : 'C', readonly: false });
      }
      const sequence = isElement(type) ? arrayOf(type, 0) : sequenceType(type);
      return since && sequence ? typed(sequence, { args: [type] }) : mismatch();
    },
    lower: ({ args, result }, lowering) => {
      const type = arrayType(result);
      const given = args[0]!;
      return given.type.kind === 'array'
        ? astypeCopy(lowering, given, type)
        : fromSequence(lowering, given, type);
    },
  };
}

function overBuffer(lowering: Lowering, buffer: Value, type: ArrayType): Value {
  const { ir } = lowering;
  const source = lowering.hold(buffer);
  const from = itemSizeOf(lowering, arrayType(source.type).dtype);
  const to = i64(itemSizeOf(lowering, type.dtype));
  const bytes = ir.hold(mul(lowering.arraySize(source), i64(from)));
  const error = { name: 'ValueError', message: 'buffer size must be a multiple of element size' };
  ir.if(ne(binary('rem', bytes, to), i64(0)), () => lowering.raise(error));
  return lowering.arrayView(type, {
    meminfo: lowering.arrayMeminfo(source),
    data: lowering.arrayData(source),
    shape: [ir.hold(binary('div', bytes, to))],
    strides: [to],
  });
}
