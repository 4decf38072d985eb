import { wrapIndex } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { int64, none, type NumbaType, tupleOf } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { IterationCall, LibraryFunction } from '../libraryFunction';
import { mismatch, noValue, params, typed } from '../outcome';
import { tupleValue } from '../tuple/elements';
import {
  elementView,
  flatView,
  forEachElement,
  forEachPosition,
  indicesAt,
  positionCursor,
} from './arrayElements';
import { sourcesOf } from './sources';

type Iterable = Extract<NumbaType, { kind: 'iterable' }>;

function isNamed(type: NumbaType | undefined, name: string): type is Iterable {
  return type?.kind === 'iterable' && type.name === name;
}

/** `a.flat`, and the library's own `elements(a)`, which goes in the order that Numba's nditer does. */
const flatMakers = (['getattr array.flat', 'jitsight.elements'] as const).map(
  (name): LibraryFunction => ({
    name,
    params: params('a'),
    type(call) {
      const array = call.args[0];
      if (array?.kind !== 'array') return mismatch();
      const iterable = name === 'jitsight.elements' ? 'elements' : 'array.flat';
      return typed({ kind: 'iterable', name: iterable, item: array.dtype, source: [array] });
    },
    lower: (call) => ({ type: call.result, parts: call.args[0]!.parts }),
  }),
);

const flatIterations = (['array.flat', 'elements'] as const).map(
  (name): LibraryFunction => ({
    name: 'iter iterable',
    type: (call) => (isNamed(call.args[0], name) ? typed(call.args[0].item) : mismatch()),
    iterate(call, lowering, body) {
      const [array] = sourcesOf(lowering, lowering.hold(call.args[0]!));
      forEachElement(lowering, array!, name === 'elements' ? 'memory' : 'C', body);
    },
    cursor(call, lowering) {
      const [array] = sourcesOf(lowering, lowering.hold(call.args[0]!));
      const flat = flatView(lowering, array!, name === 'elements' ? 'memory' : 'C') ?? array!;
      return positionCursor(lowering, lowering.arrayShape(flat), (indices) =>
        lowering.loadElement(flat, indices),
      );
    },
  }),
);

/** `a.flat[i]`, read and stored; not checked, as no array index is. */
const flatItem: LibraryFunction = {
  name: 'operator.getitem',
  type(call) {
    const [flat, index] = call.args;
    if (!isNamed(flat, 'array.flat') || !index || unliteral(index).kind !== 'int') return mismatch();
    return typed(flat.item, { args: [flat, int64] });
  },
  lower(call, lowering) {
    const { array, indices } = flatPlace(call.args, lowering);
    return lowering.loadElement(array, indices);
  },
};

const flatStore: LibraryFunction = {
  name: 'operator.setitem',
  type(call) {
    const [flat, index, value] = call.args;
    if (!isNamed(flat, 'array.flat') || !index || !value || unliteral(index).kind !== 'int')
      return mismatch();
    return typed(none, { args: [flat, int64, flat.item] });
  },
  lower(call, lowering) {
    const { array, indices } = flatPlace(call.args, lowering);
    lowering.storeElement(array, indices, call.args[2]!);
    return noValue;
  },
};

function flatPlace(args: readonly (Value | undefined)[], lowering: Lowering) {
  const [array] = sourcesOf(lowering, lowering.hold(args[0]!)) as [Value];
  const size = lowering.ir.hold(lowering.arraySize(array), 'size');
  const position = wrapIndex(lowering.ir.hold(args[1]!.parts[0]!, 'index'), size);
  return { array, indices: indicesAt(lowering, lowering.arrayShape(array), position) };
}

const enumerateArray: LibraryFunction = {
  name: 'numpy.ndenumerate',
  params: params('arr'),
  type(call) {
    const array = call.args[0];
    if (array?.kind !== 'array') return mismatch('needs an array', 0);
    const item = tupleOf([positionType(array.ndim), array.dtype]);
    return typed({ kind: 'iterable', name: 'ndenumerate', item, source: [array] });
  },
  lower: (call) => ({ type: call.result, parts: call.args[0]!.parts }),
};

const positionType = (ndim: number): NumbaType => tupleOf(Array(ndim).fill(int64));

const positionValue = (indices: readonly Expression[]): Value =>
  tupleValue(indices.map((index): Value => ({ type: int64, parts: [index] })));

const enumerateIteration = positionIteration('ndenumerate', (lowering, [array]) => ({
  shape: lowering.arrayShape(array!),
  at: (indices) => tupleValue([positionValue(indices), lowering.loadElement(array!, indices)]),
}));

/** `np.ndindex(2, 3)`, `np.ndindex((2, 3))`. */
const indexSpace: LibraryFunction = {
  name: 'numpy.ndindex',
  type(call) {
    const given = call.args.map((arg) => arg && unliteral(arg));
    const [only] = given;
    const extents = given.length === 1 && only?.kind === 'tuple' ? only.elements.map(unliteral) : given;
    if (!extents.every((extent) => extent?.kind === 'int'))
      return mismatch('needs integers or a tuple of them');
    const item = positionType(extents.length);
    return typed({ kind: 'iterable', name: 'ndindex', item, source: [item] }, { args: argsOf(given, item) });
  },
  lower: (call) => ({ type: call.result, parts: call.args.flatMap((arg) => arg!.parts) }),
};

function argsOf(given: readonly (NumbaType | undefined)[], position: NumbaType): NumbaType[] {
  return given[0]?.kind === 'tuple' ? [position] : given.map(() => int64);
}

const indexIteration = positionIteration('ndindex', (_, [extents]) => ({
  shape: extents!.parts,
  at: positionValue,
}));

/** `np.nditer(a)`: 0-d arrays over the elements, in memory order; of several arrays there is no code. */
const nditer: LibraryFunction = {
  name: 'numpy.nditer',
  params: params('op'),
  type(call) {
    const operand = call.args[0]!;
    const operands = operand.kind === 'tuple' ? operand.elements : [operand];
    if (!operands.every(isIterableOperand)) return mismatch('needs arrays', 0);
    const items = operands.map(elementType);
    const item = operand.kind === 'tuple' ? tupleOf(items) : items[0]!;
    return typed({ kind: 'iterable', name: 'nditer', item, source: operands.map(unliteral) });
  },
  lower: (call) => ({ type: call.result, parts: call.args[0]!.parts }),
};

function isIterableOperand(type: NumbaType): boolean {
  return type.kind === 'array' || ['int', 'float', 'complex', 'bool'].includes(unliteral(type).kind);
}

function elementType(type: NumbaType): NumbaType {
  const dtype = type.kind === 'array' ? type.dtype : unliteral(type);
  const readonly = type.kind === 'array' && type.readonly;
  return { kind: 'array', dtype, ndim: 0, layout: 'C', readonly, aligned: true };
}

const nditerIteration: LibraryFunction = {
  name: 'iter iterable',
  type: (call) => (isNamed(call.args[0], 'nditer') ? typed(call.args[0].item) : mismatch()),
  iterate(call, lowering, body) {
    const array = onlyArray(call, lowering);
    const flat = flatView(lowering, array, 'memory') ?? array;
    forEachPosition(lowering, lowering.arrayShape(flat), (indices, steps) => {
      body(lowering.hold(elementView(lowering, flat, indices)), steps);
    });
  },
  cursor(call, lowering) {
    const array = onlyArray(call, lowering);
    const flat = flatView(lowering, array, 'memory') ?? array;
    return positionCursor(lowering, lowering.arrayShape(flat), (indices) =>
      elementView(lowering, flat, indices),
    );
  },
};

function onlyArray(call: IterationCall, lowering: Lowering): Value {
  const sources = sourcesOf(lowering, lowering.hold(call.args[0]!));
  const [array] = sources;
  const isOnly = sources.length === 1 && array!.type.kind === 'array' && call.result.kind === 'array';
  return isOnly ? array! : lowering.notLowered('np.nditer over several arrays is not compiled yet');
}

interface Space {
  readonly shape: readonly Expression[];
  at(indices: readonly Expression[]): Value;
}

function positionIteration(
  name: string,
  spaceOf: (lowering: Lowering, sources: readonly Value[]) => Space,
): LibraryFunction {
  return {
    name: 'iter iterable',
    type: (call) => (isNamed(call.args[0], name) ? typed(call.args[0].item) : mismatch()),
    iterate(call, lowering, body) {
      const space = spaceOf(lowering, sourcesOf(lowering, lowering.hold(call.args[0]!)));
      forEachPosition(lowering, space.shape, (indices, steps) =>
        body(lowering.hold(space.at(indices)), steps),
      );
    },
    cursor(call, lowering) {
      const space = spaceOf(lowering, sourcesOf(lowering, lowering.hold(call.args[0]!)));
      return positionCursor(lowering, space.shape, space.at);
    },
  };
}

export const arrayIterables: readonly LibraryFunction[] = [
  ...flatMakers,
  ...flatIterations,
  flatItem,
  flatStore,
  enumerateArray,
  enumerateIteration,
  indexSpace,
  indexIteration,
  nditer,
  nditerIteration,
];
