import type { Value } from '../../lower/lowering';
import { callLibrary } from '../../lower/libraryCall';
import { boolean, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';

type EnumType = Extract<NumbaType, { kind: 'enumMember' }>;

const isEnum = (type: NumbaType | undefined): type is EnumType => type?.kind === 'enumMember';

/** `member.value`; members have no name in compiled code. */
const value: LibraryFunction = {
  name: 'getattr enumMember.value',
  type: ({ args: [member] }) => (isEnum(member) ? typed(member.of) : mismatch()),
  lower: ({ args, result }) => ({ type: result, parts: args[0]!.parts }),
};

/** Two members of one enum are compared by their values. */
const comparisons = (['eq', 'ne'] as const).map(
  (name): LibraryFunction => ({
    name: `operator.${name}`,
    type: ({ args: [a, b] }) => (isEnum(a) && isEnum(b) && typesEqual(a, b) ? typed(boolean) : mismatch()),
    lower({ args }, lowering) {
      const values = args.map((arg): Value => ({ type: (arg!.type as EnumType).of, parts: arg!.parts }));
      return callLibrary(lowering, `operator.${name}`, values, boolean);
    },
  }),
);

export const enumEntries: readonly LibraryFunction[] = [value, ...comparisons];
