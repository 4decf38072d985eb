import { bool, not } from '@jitsight/shared/ir/expressions';
import { boolean, type NumbaType } from '../../types/numbaType';
import { scalar } from '../arithmetic/kernel';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { compareVersions } from '../version';

/** `x == None` and `x != None`: known when compiling but for optional values. */
export const noneComparisonEntries: readonly LibraryFunction[] = [
  noneComparison('operator.eq', true),
  noneComparison('operator.ne', false),
];

function noneComparison(name: string, whenBothNone: boolean): LibraryFunction {
  return {
    name,
    type: ({ args, context }) => typeNone(args[0], args[1], whenBothNone, context.numba),
    lower: ({ args }) => {
      const optional = args.find((arg) => arg?.type.kind === 'optional');
      if (!optional)
        return scalar(boolean, bool((args[0]?.type.kind === args[1]?.type.kind) === whenBothNone));
      const valid = optional.parts[0]!;
      return scalar(boolean, whenBothNone ? not(valid) : valid);
    },
  };
}

function typeNone(
  a: NumbaType | undefined,
  b: NumbaType | undefined,
  whenBothNone: boolean,
  numba: string,
): TypingOutcome {
  if (!a || !b || (a.kind !== 'none' && b.kind !== 'none')) return { kind: 'mismatch' };
  if (a.kind === 'optional' || b.kind === 'optional') return { kind: 'typed', result: boolean };
  const value = (a.kind === b.kind) === whenBothNone;
  const constant = { kind: 'bool', value } as const;
  // A single literal `return` types as that literal since Numba infers it through the overload's constant.
  const isLiteral = a.kind === b.kind || compareVersions(numba, '0.57') >= 0;
  const result: NumbaType = isLiteral ? { kind: 'literal', literal: 'bool', value } : boolean;
  return { kind: 'typed', result, constant };
}
