import { float32, float64, int64, type NumbaType, uint64 } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { ConstantValue } from '../../infer/typedFunction';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { dtypeArgument } from './dtypeArgument';

type Limits = Readonly<Record<string, number>>;

const wholes = ['bits', 'iexp', 'machep', 'maxexp', 'minexp', 'negep', 'nexp', 'nmant', 'precision'];

const limits64: Limits = {
  bits: 64,
  eps: 2 ** -52,
  epsneg: 2 ** -53,
  iexp: 11,
  machep: -52,
  max: Number.MAX_VALUE,
  maxexp: 1024,
  min: -Number.MAX_VALUE,
  minexp: -1022,
  negep: -53,
  nexp: 11,
  nmant: 52,
  precision: 15,
  resolution: 1e-15,
  tiny: 2 ** -1022,
};

const largest32 = (2 - 2 ** -23) * 2 ** 127;
const limits32: Limits = {
  bits: 32,
  eps: 2 ** -23,
  epsneg: 2 ** -24,
  iexp: 8,
  machep: -23,
  max: largest32,
  maxexp: 128,
  min: -largest32,
  minexp: -126,
  negep: -24,
  nexp: 8,
  nmant: 23,
  precision: 6,
  resolution: Math.fround(1e-6),
  tiny: 2 ** -126,
};

/** `np.finfo(x).eps`, `np.iinfo(x).max` and the like: known when compiling. */
export const limitEntries: readonly LibraryFunction[] = [
  infoEntry('finfo', (type) => type.kind === 'float' || type.kind === 'complex'),
  infoEntry('iinfo', (type) => type.kind === 'int'),
  ...Object.keys(limits64).map(memberEntry),
];

function infoEntry(name: string, accepts: (type: NumbaType) => boolean): LibraryFunction {
  return {
    name: `numpy.${name}`,
    type: ({ args: [given, ...rest] }) => {
      const of = given && (dtypeArgument(given) ?? unliteral(given));
      const item = of?.kind === 'array' ? of.dtype : of;
      if (!item || rest.length > 0 || !accepts(item)) return mismatch();
      return typed({ kind: 'iterable', name, item, source: [] });
    },
    lower: ({ result }) => ({ type: result, parts: [] }),
  };
}

function memberEntry(member: string): LibraryFunction {
  return {
    name: `getattr iterable.${member}`,
    type: ({ args: [info] }) => {
      if (info?.kind !== 'iterable') return mismatch();
      const found = info.name === 'finfo' ? floatMember(info.item, member) : integerMember(info, member);
      return found ? typed(found.type, { constant: found.value }) : mismatch();
    },
  };
}

interface Member {
  readonly type: NumbaType;
  readonly value: ConstantValue;
}

function floatMember(type: NumbaType, member: string): Member | undefined {
  const isSingle =
    (type.kind === 'float' && type.bits === 32) || (type.kind === 'complex' && type.bits === 64);
  const value = (isSingle ? limits32 : limits64)[member];
  if (value === undefined) return undefined;
  if (wholes.includes(member)) return { type: int64, value: { kind: 'int', value: BigInt(value) } };
  return { type: isSingle ? float32 : float64, value: { kind: 'float', value } };
}

function integerMember(info: NumbaType & { kind: 'iterable' }, member: string): Member | undefined {
  const { item } = info;
  if (info.name !== 'iinfo' || item.kind !== 'int') return undefined;
  const count = BigInt(item.bits);
  const values: Readonly<Record<string, bigint>> = {
    bits: count,
    max: (1n << (item.signed ? count - 1n : count)) - 1n,
    min: item.signed ? -(1n << (count - 1n)) : 0n,
  };
  const value = values[member];
  if (value === undefined) return undefined;
  return { type: value > 2n ** 63n - 1n ? uint64 : int64, value: { kind: 'int', value } };
}
