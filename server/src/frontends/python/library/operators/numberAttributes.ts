import { float32, float64, type NumbaType } from '../../types/numbaType';
import { complexConjugate } from '../arithmetic/complex';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';

const numberKinds = ['int', 'float', 'complex'] as const;

/** `x.real`, `x.imag`, `x.conjugate()`, `x.item()` of numbers. */
export const numberAttributes: readonly LibraryFunction[] = numberKinds.flatMap((kind) => [
  numberPart(kind, 'real', 0),
  numberPart(kind, 'imag', 1),
  ...(kind === 'complex' ? [conjugate(kind, 'conjugate')] : [identity(kind, 'conjugate')]),
  identity(kind, 'item'),
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
