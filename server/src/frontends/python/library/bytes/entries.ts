import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, int64, intp, type NumbaType, none, uint8 } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { typeIndex } from '../array/indexTypes';
import { membersOf } from '../array/parts';
import { basicView, elementPosition } from '../array/views';
import { indexedIteration } from '../iteration/indexed';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, noValue, typed } from '../outcome';

type BytesType = Extract<NumbaType, { kind: 'bytes' }>;

export const isBytes = (type: NumbaType | undefined): type is BytesType => type?.kind === 'bytes';

/** The array of uint8 over the same memory. */
export function arrayOfBytes(type: BytesType): ArrayType {
  return { ...arrayOf(uint8, 1), readonly: !type.mutable };
}

const asArray = (value: Value): Value => ({
  type: arrayOfBytes(value.type as BytesType),
  parts: value.parts,
});

/** `b[i]` is a uint8; slices exist for `bytes` alone. */
const getitem: LibraryFunction = {
  name: 'operator.getitem',
  type({ args, context }) {
    const [bytes, index] = args;
    if (!isBytes(bytes) || !index || index.kind === 'ellipsis' || index.kind === 'none') return mismatch();
    const found = typeIndex(arrayOfBytes(bytes), index, context.numba);
    if ('reason' in found || found.advanced) return mismatch();
    if (found.result.kind !== 'array') return typed(uint8, { args: [bytes, found.index] });
    if (bytes.buffer !== undefined) return mismatch(`a slice of a ${bytes.buffer} has no code in Numba`, 1);
    return typed(bytes, { args: [bytes, found.index] });
  },
  lower({ args, result }, lowering) {
    const [bytes, index] = args;
    const array = lowering.hold(asArray(bytes!));
    const members = membersOf(lowering, index!);
    if (!isBytes(result)) return lowering.loadElement(array, elementPosition(lowering, array, members));
    const view = basicView(lowering, array, members);
    return { type: result, parts: [lowering.arrayMeminfo(array), view.data, ...view.shape, ...view.strides] };
  },
};

const setitem: LibraryFunction = {
  name: 'operator.setitem',
  type({ args: [bytes, index, value] }) {
    if (!isBytes(bytes) || !bytes.mutable || !index || !value) return mismatch();
    const kinds = [unliteral(index).kind, unliteral(value).kind];
    return kinds.every((kind) => kind === 'int') ? typed(none, { args: [bytes, int64, uint8] }) : mismatch();
  },
  lower({ args }, lowering: Lowering) {
    const [bytes, index, value] = args;
    const array = lowering.hold(asArray(bytes!));
    lowering.storeElement(array, elementPosition(lowering, array, [index!]), value!);
    return noValue;
  },
};

/** What a memoryview tells of itself. */
const attributes = (
  ['nbytes', 'itemsize', 'ndim', 'shape', 'strides', 'contiguous', 'c_contiguous', 'f_contiguous'] as const
).map(
  (name): LibraryFunction => ({
    name: `getattr bytes.${name}`,
    type({ args: [bytes] }) {
      if (!isBytes(bytes) || bytes.buffer !== 'memoryview') return mismatch();
      if (name.endsWith('contiguous'))
        return typed({ kind: 'bool' }, { constant: { kind: 'bool', value: true } });
      if (name === 'ndim' || name === 'itemsize')
        return typed(intp, { constant: { kind: 'int', value: 1n } });
      return typed(name === 'nbytes' ? intp : { kind: 'tuple', elements: [intp] });
    },
    lower({ args, result }) {
      const [, , length, stride] = args[0]!.parts;
      return { type: result, parts: [name === 'strides' ? stride! : length!] };
    },
  }),
);

const iteration = indexedIteration({
  kind: 'bytes',
  item: (type) => (isBytes(type) ? uint8 : undefined),
  length: (_, bytes) => bytes.parts[2]!,
  at: (lowering, bytes, index) => lowering.loadElement(asArray(bytes), [index]),
});

/** `bytes`, `bytearray` and `memoryview`: Numba gives them items, their length and iteration. */
export const bytesEntries: readonly LibraryFunction[] = [getitem, setitem, ...attributes, iteration];
