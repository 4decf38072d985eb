import { and, bool, eq, not } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { boolean, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import { complexEq } from '../arithmetic/compare';
import { scalar } from '../arithmetic/kernel';
import type { LibraryFunction } from '../libraryFunction';

/** `is` and `is not`: typed for any operands, as in Numba. */
export const identityEntries: readonly LibraryFunction[] = [
  identity('operator.is_', false),
  identity('operator.is_not', true),
];

function identity(name: string, negated: boolean): LibraryFunction {
  return {
    name,
    summary: 'Compares immutable values by value, arrays by the memory they show.',
    type: ({ args }) =>
      args.length === 2 && !areInstances(args)
        ? { kind: 'typed', result: boolean, args: args.map((type) => type && unliteral(type)) }
        : { kind: 'mismatch' },
    lower: ({ args }, lowering) => {
      const same = isSame(lowering, args[0]!, args[1]!);
      return scalar(boolean, negated ? not(same) : same);
    },
  };
}

// Numba has no code for two instances of one jitclass.
function areInstances([a, b]: readonly (NumbaType | undefined)[]): boolean {
  return a?.kind === 'jitclass' && b !== undefined && typesEqual(a, b);
}

function isSame(lowering: Lowering, a: Value, b: Value): Expression {
  const noneTest = isNone(a, b) ?? isNone(b, a);
  if (noneTest) return noneTest;
  if (!typesEqual(a.type, b.type)) return bool(false);
  if (a.type.kind === 'array') return isSameMemory(a, b);
  if (isHeapObject(a.type)) return eq(a.parts[0]!, b.parts[0]!);
  return equalValues(lowering, a, b);
}

// Against None only an optional needs a look at run time.
function isNone(a: Value, b: Value): Expression | undefined {
  if (b.type.kind !== 'none') return undefined;
  if (a.type.kind === 'none') return bool(true);
  return a.type.kind === 'optional' ? not(a.parts[0]!) : bool(false);
}

function isSameMemory(a: Value, b: Value): Expression {
  return a.parts
    .slice(1)
    .map((part, i) => eq(part, b.parts[i + 1]!))
    .reduce(and);
}

function isHeapObject(type: NumbaType): boolean {
  return ['list', 'typedList', 'set', 'typedDict'].includes(type.kind);
}

/** Immutable values are compared by value, as Numba does; those that cannot be compared are never the same. */
function equalValues(lowering: Lowering, a: Value, b: Value): Expression {
  if (a.parts.length === 0) return bool(true);
  if (a.type.kind === 'enumMember') {
    const values = [a, b].map((member): Value => ({ type: (a.type as EnumType).of, parts: member.parts }));
    return equalValues(lowering, values[0]!, values[1]!);
  }
  if (a.parts.length === 1 && scalarKinds.includes(a.type.kind)) return eq(a.parts[0]!, b.parts[0]!);
  if (a.type.kind === 'complex') return complexEq(a, b);
  return lowering.notLowered(`identity of ${a.type.kind} values is not compiled yet`);
}

type EnumType = Extract<NumbaType, { kind: 'enumMember' }>;

const scalarKinds = ['bool', 'int', 'float', 'datetime', 'timedelta'];
