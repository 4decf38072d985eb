import { type ArrayType, arrayOf, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { compareVersions } from '../version';
import { type FoundLoop, findLoop } from './findLoop';
import type { Ufunc } from './loop';

export interface TypedUfunc {
  readonly found: FoundLoop;
  /** The arguments without literals and optionals. */
  readonly args: readonly NumbaType[];
  readonly result: NumbaType;
}

/** Types a ufunc called with inputs and perhaps an output, or says why Numba refuses. */
export function typeUfunc(
  ufunc: Ufunc,
  given: readonly NumbaType[],
  numba: string,
): TypedUfunc | { readonly reason: string } {
  if (given.length < ufunc.inputs) return { reason: 'not enough arguments' };
  if (given.length > ufunc.inputs + 1) return { reason: 'too many arguments' };
  const args = given.map(plain);
  const out = args[ufunc.inputs];
  const wrongOut = out && whyNotOutput(out, args, numba);
  if (wrongOut) return { reason: wrongOut };
  const bases = args.map((type) => (type.kind === 'array' ? type.dtype : type));
  const found = findLoop(ufunc.loops, bases.slice(0, ufunc.inputs), numba, bases[ufunc.inputs]);
  if (!found) return { reason: `can't resolve ufunc ${ufunc.name} for these types` };
  return { found, args, result: out ?? resultType(args, found.output) };
}

/** The type a ufunc sees: neither literal nor optional. */
export function plain(type: NumbaType): NumbaType {
  const held = type.kind === 'optional' ? type.value : type;
  return unliteral(held);
}

function whyNotOutput(out: NumbaType, args: readonly NumbaType[], numba: string): string | undefined {
  if (out.kind !== 'array') return 'the explicit output is not an array';
  if (out.readonly) return 'the explicit output is read-only';
  const ndim = largestNdim(args);
  const mustSpan = compareVersions(numba, '0.59') < 0;
  return mustSpan && out.ndim !== ndim ? 'the explicit output has fewer dimensions' : undefined;
}

export function largestNdim(types: readonly NumbaType[]): number {
  return Math.max(0, ...types.map((type) => (type.kind === 'array' ? type.ndim : 0)));
}

function resultType(args: readonly NumbaType[], output: NumbaType): NumbaType {
  const ndim = largestNdim(args);
  return ndim === 0 ? output : arrayOf(output, ndim, resultLayout(args));
}

/** Fortran order only if an operand has it and none is in C order. */
function resultLayout(args: readonly NumbaType[]): ArrayType['layout'] {
  const layouts = args.map((type) => (type.kind === 'array' ? type.layout : undefined));
  return layouts.includes('F') && !layouts.includes('C') ? 'F' : 'C';
}
