import { add, i64, mul } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType, tupleOf } from '../../../types/numbaType';
import { isNumberOrBool, unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, TypingContext } from '../../libraryFunction';
import { mismatch, params, typed } from '../../outcome';
import { tupleValue } from '../../tuple/elements';
import { isInVersion } from '../../version';
import { arrayTypeOf, asArray } from '../arrayLike';
import { asLine } from '../flatView';
import { reductionSource } from '../reductions';
import { searchSource } from './searching';

/** From here on arrays without dimensions have no positions. */
const noPositionOfScalars = { since: '0.58' };

const positions = arrayOf(int64, 1);

/** `np.nonzero(a)`, `a.nonzero()`, `np.where(a)`: an array of positions per axis. */
const nonzero = (['numpy.nonzero', 'array.nonzero', 'numpy.where'] as const).map(
  (name): LibraryFunction => ({
    name,
    params: params(name === 'numpy.where' ? 'condition' : 'a'),
    type({ args: [a], context }) {
      const given = unliteral(a!);
      const array = name === 'numpy.where' ? arrayTypeOf(given, context) : given;
      if (array?.kind !== 'array') return mismatch('needs an array', 0);
      if (array.ndim === 0 && isInVersion(noPositionOfScalars, context.numba)) {
        return mismatch('needs an array of at least one dimension', 0);
      }
      return typed(tupleOf(Array(Math.max(array.ndim, 1)).fill(positions)));
    },
    lower({ args }, lowering) {
      const array = lowering.hold(asArray(lowering, args[0]!));
      const count = countNonzero(lowering, array);
      const { ndim } = arrayType(array.type);
      const outs = Array.from({ length: Math.max(ndim, 1) }, () =>
        lowering.hold(lowering.newArray(positions, [count])),
      );
      forEachNonzero(lowering, array, (indices, at) => {
        outs.forEach((out, axis) => {
          lowering.storeElement(out, [at], { type: int64, parts: [indices[axis] ?? i64(0)] });
        });
      });
      return tupleValue(outs);
    },
  }),
);

function countNonzero(lowering: Lowering, array: Value): Expression {
  const found = lowering.callPython(reductionSource, 'count_nonzero', [array]);
  return lowering.ir.hold(found.parts[0]!, 'count');
}

/** Runs `body` for every element that is true, with its position among those. */
function forEachNonzero(
  lowering: Lowering,
  array: Value,
  body: (indices: readonly Expression[], at: Expression) => void,
): void {
  const { ir } = lowering;
  const at = ir.local('i64', 'at');
  ir.set(at, i64(0));
  lowering.forEachIndex(lowering.arrayShape(array), (indices) => {
    ir.if(lowering.truth(lowering.loadElement(array, indices)), () => {
      body(indices, at);
      ir.set(at, add(at, i64(1)));
    });
  });
}

/** What counts as one truth value, which has no array. */
function isTruth(type: NumbaType): boolean {
  return ['bool', 'int', 'float', 'complex', 'none', 'unicode', 'optional'].includes(type.kind);
}

/** `np.argwhere(a)`: a row of indices for each element that is true. */
const argwhere: LibraryFunction = {
  name: 'numpy.argwhere',
  params: params('a'),
  type({ args: [a], context }) {
    const given = unliteral(a!);
    if (isTruth(given)) return typed(arrayOf(int64, 2), { args: [given] });
    const array = arrayOfPositions(given, context);
    return array ? typed(arrayOf(int64, 2, 'A')) : mismatch('needs an array', 0);
  },
  lower({ args, result }, lowering) {
    const [a] = args as readonly [Value];
    if (isTruth(a.type)) {
      const isTrue = lowering.cast({ type: { kind: 'bool' }, parts: [lowering.truth(a)] }, int64);
      return lowering.newArray(arrayType(result), [isTrue.parts[0]!, i64(0)]);
    }
    const array = lowering.hold(asArray(lowering, a));
    const { ndim } = arrayType(array.type);
    const count = countNonzero(lowering, array);
    // The indices of an axis lie together, as in NumPy's transposed stack of them.
    const stacked = lowering.hold(lowering.newArray(arrayOf(int64, 2), [i64(ndim), count]));
    forEachNonzero(lowering, array, (indices, at) => {
      indices.forEach((index, axis) => {
        lowering.storeElement(stacked, [i64(axis), at], { type: int64, parts: [index] });
      });
    });
    return lowering.arrayView(arrayType(result), {
      meminfo: lowering.arrayMeminfo(stacked),
      data: lowering.arrayData(stacked),
      shape: [count, i64(ndim)],
      strides: [i64(8), mul(count, i64(8))],
    });
  },
};

function arrayOfPositions(type: NumbaType, context: TypingContext): ArrayType | undefined {
  const array = arrayTypeOf(type, context);
  const isScalar = array?.ndim === 0 && isInVersion(noPositionOfScalars, context.numba);
  return isScalar ? undefined : array;
}

/** `np.flatnonzero(a)`: positions in the flattened array. */
const flatnonzero: LibraryFunction = {
  name: 'numpy.flatnonzero',
  params: params('a'),
  type({ args: [a], context }) {
    const given = unliteral(a!);
    return isTruth(given) || arrayTypeOf(given, context)
      ? typed(positions, { args: [given] })
      : mismatch('needs an array', 0);
  },
  lower({ args }, lowering) {
    const [a] = args as readonly [Value];
    if (isTruth(a.type)) {
      const isTrue = lowering.cast({ type: { kind: 'bool' }, parts: [lowering.truth(a)] }, int64);
      const out = lowering.hold(lowering.newArray(positions, [isTrue.parts[0]!]));
      lowering.forEachIndex(lowering.arrayShape(out), (indices) =>
        lowering.storeElement(out, indices, { type: int64, parts: [i64(0)] }),
      );
      return out;
    }
    const line = lowering.hold(asLine(lowering, asArray(lowering, a)));
    const out = lowering.hold(lowering.newArray(positions, [countNonzero(lowering, line)]));
    forEachNonzero(lowering, line, ([index], at) =>
      lowering.storeElement(out, [at], { type: int64, parts: [index!] }),
    );
    return out;
  },
};

/** `np.extract(condition, a)`. */
const extract: LibraryFunction = {
  name: 'numpy.extract',
  params: params('condition arr'),
  type({ args, context }) {
    const [condition, a] = args.map((arg) => arrayOrScalar(unliteral(arg!), context));
    return condition && a ? typed(arrayOf(a.dtype, 1)) : mismatch('needs arrays');
  },
  lower({ args }, lowering) {
    const [condition, a] = args.map((arg) => lowering.hold(asArray(lowering, arrayed(arg!)))) as [
      Value,
      Value,
    ];
    return lowering.callPython(searchSource, 'extract', [condition, a]);
  },
};

function arrayOrScalar(type: NumbaType, context: TypingContext): ArrayType | undefined {
  return isNumberOrBool(type) ? arrayOf(type, 0) : arrayTypeOf(type, context);
}

const arrayed = (value: Value): Value => (isNumberOrBool(value.type) ? tupleValue([value]) : value);

export const nonzeroEntries: readonly LibraryFunction[] = [...nonzero, argwhere, flatnonzero, extract];
