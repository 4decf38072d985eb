import { convert, reinterpret } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Value } from '../../lower/lowering';
import { float32, float64, type NumbaType } from '../../types/numbaType';
import { complexConjugate } from '../arithmetic/complex';
import { scalarTypeOf } from '../arithmetic/kernel';
import type { LibraryFunction } from '../libraryFunction';
import { dtypeArgument } from '../numpy/dtypeArgument';
import { mismatch, typed } from '../outcome';

const numberKinds = ['int', 'float', 'complex'] as const;

/** `x.real`, `x.imag`, `x.conjugate()`, `x.item()`, `x.view(dtype)` of numbers. */
export const numberAttributes: readonly LibraryFunction[] = numberKinds.flatMap((kind) => [
  numberPart(kind, 'real', 0),
  numberPart(kind, 'imag', 1),
  ...(kind === 'complex' ? [conjugate(kind, 'conjugate')] : [identity(kind, 'conjugate')]),
  identity(kind, 'item'),
  ...(kind === 'complex' ? [] : [view(kind)]),
]);

function partType(type: NumbaType): NumbaType {
  if (type.kind !== 'complex') return type;
  return type.bits === 64 ? float32 : float64;
}

function numberPart(kind: string, name: string, which: 0 | 1): LibraryFunction {
  return {
    name: `getattr ${kind}.${name}`,
    type: ({ args }) => (args[0] ? typed(partType(args[0])) : mismatch()),
    lower: ({ args, result }, lowering) => {
      const part = args[0]!.parts[which];
      if (part) return { type: result, parts: [part] };
      // The imaginary part of a real number.
      return lowering.cast(
        lowering.constant({ kind: 'int', value: 0n }, { kind: 'int', bits: 64, signed: true }),
        result,
      );
    },
  };
}

function conjugate(kind: string, name: string): LibraryFunction {
  return {
    name: `${kind}.${name}`,
    type: ({ args }) => (args.length === 1 && args[0] ? typed(args[0]) : mismatch()),
    lower: ({ args, result }, lowering) => complexConjugate(lowering, [args[0]!], result, 'python'),
  };
}

function identity(kind: string, name: string): LibraryFunction {
  return {
    name: `${kind}.${name}`,
    type: ({ args }) => (args.length === 1 && args[0] ? typed(args[0]) : mismatch()),
    lower: ({ args }) => args[0]!,
  };
}

/** The same bits as another type of as many; Numba refuses complex numbers and bools on either side. */
function view(kind: 'int' | 'float'): LibraryFunction {
  return {
    name: `${kind}.view`,
    type: ({ args: [number, dtype, ...rest] }) => {
      const to = dtype && dtypeArgument(dtype);
      if (!number || (to?.kind !== 'int' && to?.kind !== 'float') || rest.length > 0) return mismatch();
      if (number.kind !== kind || number.bits !== to.bits) {
        return mismatch('a number can be viewed only as a type of the same size', 1);
      }
      return typed(to);
    },
    lower: ({ args, result }) => ({ type: result, parts: [sameBits(args[0]!, result)] }),
  };
}

function sameBits(number: Value, to: NumbaType): Expression {
  const value = number.parts[0]!;
  const bits =
    number.type.kind === 'float' ? reinterpret(value, value.type === 'f32' ? 'i32' : 'i64') : value;
  const type = scalarTypeOf(to);
  if (type === 'f32' || type === 'f64')
    return reinterpret(convert(bits, type === 'f32' ? 'i32' : 'i64'), type);
  return convert(bits, type);
}
