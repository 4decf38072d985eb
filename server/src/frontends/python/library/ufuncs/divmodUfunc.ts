import type { Lowering, Value } from '../../lower/lowering';
import { tupleOf } from '../../types/numbaType';
import type { LibraryFunction } from '../libraryFunction';
import type { FoundLoop } from './findLoop';
import { integers, reals } from './loop';
import { typeUfunc } from './typeUfunc';
import { given, overElements, runLoop } from './ufuncEntry';
import { ufuncNamed } from './ufuncTable';

const numbers = `${integers}${reals}`;

/** `np.divmod`: floor_divide and remainder of the same operands, as a tuple; of numbers only. */
export const divmodEntry: LibraryFunction = {
  name: 'numpy.divmod',
  type: ({ args, context }) => {
    const types = given(args);
    if (types.length !== 2) return { kind: 'mismatch' };
    const [quotient, remainder] = ['floor_divide', 'remainder'].map((name) => {
      const ufunc = ufuncNamed(name);
      const loops = ufunc.loops.filter(
        (each) => numbers.includes(each.inputs[0]!) && !each.inputs.includes('m'),
      );
      return typeUfunc({ ...ufunc, loops }, types, context.numba);
    });
    if (!quotient || !remainder || 'reason' in quotient || 'reason' in remainder) return { kind: 'mismatch' };
    return {
      kind: 'typed',
      result: tupleOf([quotient.result, remainder.result]),
      args: quotient.args,
      data: [quotient.found, remainder.found],
    };
  },
  lower: ({ args, data, result }, lowering) => {
    const operands = args.map((value) => lowering.hold(value!));
    const results = result.kind === 'tuple' ? result.elements : [];
    const parts = (data as FoundLoop[]).flatMap((found, i) => {
      const value = overElements(lowering, operands, {
        dtype: found.output,
        result: results[i]!,
        kernel: (elements) => runLoop(found, lowering, elements),
      });
      return held(lowering, value).parts;
    });
    return { type: result, parts };
  },
};

function held(lowering: Lowering, value: Value): Value {
  return lowering.hold(value);
}
