import { binary, i64, mul, ne } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { conversion } from '../../types/conversion';
import { type ArrayType, arrayOf, type NumbaType, none } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { complexConjugate } from '../arithmetic/complex';
import type { LibraryFunction } from '../libraryFunction';
import { dtypeArgument } from '../numpy/dtypeArgument';
import { fillWith } from '../numpy/creation/filled';
import { mismatch, noValue, params, typed } from '../outcome';
import { astypeCopy } from './copies';
import { itemSizeOf } from './itemSize';
import { arrayType } from './parts';

const inOrder = (layout: ArrayType['layout']): ArrayType['layout'] => (layout === 'A' ? 'C' : layout);

/** Methods that copy, convert or fill the elements. */
export const elementMethods: readonly LibraryFunction[] = [
  {
    name: 'array.copy',
    type: ({ args: [array, ...rest] }) =>
      array?.kind === 'array' && rest.length === 0
        ? typed({ ...array, layout: 'C', readonly: false })
        : mismatch(),
    lower: ({ args, result }, lowering) => astypeCopy(lowering, args[0]!, arrayType(result)),
  },
  {
    name: 'array.astype',
    type: ({ args: [array, dtype, ...rest] }) => {
      const element = dtype && dtypeArgument(dtype);
      if (array?.kind !== 'array' || !element || rest.length > 0) return mismatch('not a dtype', 1);
      if (conversion(array.dtype, element) === undefined) return mismatch('the elements do not convert');
      return typed({ ...array, dtype: element, layout: inOrder(array.layout), readonly: false });
    },
    lower: ({ args, result }, lowering) => astypeCopy(lowering, args[0]!, arrayType(result)),
  },
  {
    name: 'array.view',
    type: ({ args: [array, dtype, ...rest] }) => {
      const element = dtype && dtypeArgument(dtype);
      if (array?.kind !== 'array' || !element || rest.length > 0) return mismatch('not a dtype', 1);
      return typed({ ...array, dtype: element });
    },
    lower: ({ args, result }, lowering) => viewAs(lowering, args[0]!, arrayType(result)),
  },
  {
    name: 'array.fill',
    type: ({ args: [array, value, ...rest] }) => {
      if (array?.kind !== 'array' || !value || rest.length > 0 || array.readonly) return mismatch();
      return conversion(unliteral(value), array.dtype) === undefined ? mismatch() : typed(none);
    },
    lower: ({ args }, lowering) => {
      fillWith(lowering, lowering.hold(args[0]!), args[1]!);
      return noValue;
    },
  },
  {
    name: 'array.item',
    type: ({ args: [array, ...rest] }) =>
      array?.kind === 'array' && rest.length === 0 ? typed(array.dtype) : mismatch(),
    lower: ({ args }, lowering) => {
      const array = lowering.hold(args[0]!);
      const error = { name: 'ValueError', message: 'item(): cannot convert array to scalar' };
      lowering.ir.if(ne(lowering.arraySize(array), i64(1)), () => lowering.raise(error));
      return lowering.loadElement(
        array,
        lowering.arrayShape(array).map(() => i64(0)),
      );
    },
  },
  ...['array.conj', 'array.conjugate'].map(conjugate),
  {
    name: 'array.tobytes',
    params: params('self'),
    since: '0.57',
    type: ({ args: [array] }) => (array?.kind === 'array' ? typed({ kind: 'bytes' }) : mismatch()),
    lower: ({ args, result }, lowering) => {
      const { dtype, ndim } = arrayType(args[0]!.type);
      const array = lowering.hold(astypeCopy(lowering, args[0]!, arrayOf(dtype, ndim)));
      const size = mul(lowering.arraySize(array), i64(itemSizeOf(lowering, dtype)));
      return {
        type: result,
        parts: [
          lowering.arrayMeminfo(array),
          lowering.arrayData(array),
          lowering.ir.hold(size, 'size'),
          i64(1),
        ],
      };
    },
  },
];

function conjugate(name: string): LibraryFunction {
  return {
    name,
    type: ({ args: [array, ...rest] }) => {
      if (array?.kind !== 'array' || rest.length > 0) return mismatch();
      const isNumber = ['int', 'float', 'complex'].includes(array.dtype.kind);
      return isNumber ? typed(array.dtype.kind === 'complex' ? conjugated(array) : array) : mismatch();
    },
    lower: ({ args }, lowering) => {
      const array = args[0]!;
      const { dtype } = arrayType(array.type);
      if (dtype.kind !== 'complex') return array;
      return lowering.elementwise([array], dtype, (elements) =>
        complexConjugate(lowering, elements, dtype, 'numpy'),
      );
    },
  };
}

function conjugated(array: ArrayType): NumbaType {
  return { ...array, layout: inOrder(array.layout), readonly: false };
}

/** The same bytes as elements of another dtype; the last dimension shrinks or grows with their size. */
function viewAs(lowering: Lowering, array: Value, type: ArrayType): Value {
  const { ir } = lowering;
  const source = lowering.hold(array);
  const from = itemSizeOf(lowering, arrayType(source.type).dtype);
  const to = itemSizeOf(lowering, type.dtype);
  const shape = [...lowering.arrayShape(source)];
  const strides = [...lowering.arrayStrides(source)];
  const last = shape.length - 1;
  if (from !== to) {
    const error = {
      name: 'ValueError',
      message: 'new type not compatible with array',
    };
    if (last < 0) lowering.raise(error);
    else {
      const bytes = ir.hold(mul(shape[last]!, i64(from)));
      ir.if(ne(strides[last]!, i64(from)), () => lowering.raise(error));
      ir.if(ne(binary('rem', bytes, i64(to)), i64(0)), () => lowering.raise(error));
      shape[last] = ir.hold(binary('div', bytes, i64(to)));
      strides[last] = i64(to);
    }
  }
  const parts = { meminfo: lowering.arrayMeminfo(source), data: lowering.arrayData(source), shape, strides };
  return lowering.arrayView(type, parts);
}
