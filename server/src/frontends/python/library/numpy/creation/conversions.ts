import { not } from '@jitsight/shared/ir/expressions';
import { float64, type NumbaType } from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import type { LibraryFunction } from '../../libraryFunction';
import { operate, resultOf } from '../../operate';
import { dtypeArgument, isOmitted } from '../dtypeArgument';
import { mismatch, params, typed } from '../../outcome';

/** `np.asarray_chkfinite(a, dtype)`, which raises ValueError for elements that are not finite; `np.asfarray`, which went with NumPy 2. */
export const conversionEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.asfarray',
    params: params('a dtype?'),
    until: '0.60',
    type: ({ args: [a, dtype], context }) => {
      const element = isOmitted(dtype) ? float64 : dtypeArgument(dtype);
      if (!element) return mismatch('no such dtype', 1);
      const of = element.kind === 'int' ? float64 : element;
      const given = unliteral(a!);
      const result = resultOf('numpy.asarray', [given, { kind: 'dtype', of }], context);
      return result ? typed(result, { args: [given, dtype], data: of }) : mismatch();
    },
    lower: ({ args: [a], data }, lowering) =>
      operate(lowering, 'numpy.asarray', [a!, { type: { kind: 'dtype', of: data as NumbaType }, parts: [] }]),
  },
  {
    name: 'numpy.asarray_chkfinite',
    params: params('a dtype?'),
    type: ({ args: [a, dtype], context }) => {
      const given = unliteral(a!);
      if (!['array', 'list', 'tuple'].includes(given.kind))
        return mismatch('The argument to np.asarray_chkfinite must be array-like', 0);
      const result = resultOf('numpy.asarray', dtype ? [given, dtype] : [given], context);
      return result
        ? typed(result, { args: [given, dtype] })
        : mismatch('dtype must be a valid Numpy dtype', 1);
    },
    lower: ({ args }, lowering) => {
      const given = args.filter((arg) => arg !== undefined);
      const array = lowering.hold(operate(lowering, 'numpy.asarray', given));
      const areFinite = operate(lowering, 'numpy.all', [operate(lowering, 'numpy.isfinite', [array])]);
      const error = { name: 'ValueError', message: 'array must not contain infs or NaNs' };
      lowering.ir.if(not(areFinite.parts[0]!), () => lowering.raise(error));
      return array;
    },
  },
];
