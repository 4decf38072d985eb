import type { DateUnit } from '../../types/numbaType';
import type { Kernel } from '../arithmetic/kernel';
import { areComparableUnits, isCalendarUnit, unitFactor } from '../datetime/units';

/** One of NumPy's loops: the characters of its inputs and outputs, `dd->d`, and what it does to one element. */
export interface UfuncLoop {
  readonly inputs: string;
  readonly outputs: string;
  readonly kernel: Kernel;
  readonly since?: string;
  /** Whether there is code for these units; Numba types some combinations that it then cannot compile. */
  readonly accepts?: UnitTest;
  /** The result keeps the generic unit that NumPy's `m` and `M` stand for. */
  readonly isGeneric?: boolean;
}

export type UnitTest = (inputs: readonly DateUnit[], output: DateUnit) => boolean;

export interface Ufunc {
  /** NumPy's name of it, and other names for the same function. */
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Names that NumPy 2 added. */
  readonly newAliases?: readonly string[];
  readonly inputs: 1 | 2;
  /** In the order NumPy tries them. */
  readonly loops: readonly UfuncLoop[];
}

/** NumPy's order of characters. */
export const integers = 'bBhHiIlL';
export const signedIntegers = 'bhil';
export const unsignedIntegers = 'BHIL';
export const reals = 'fd';
export const complexes = 'FD';

/** `mm->m`, written as NumPy prints it. */
export function loop(signature: string, kernel: Kernel, accepts?: UnitTest): UfuncLoop {
  const [inputs, outputs] = signature.split('->') as [string, string];
  return { inputs, outputs, kernel, accepts };
}

export const comparableUnits: UnitTest = ([a, b]) => areComparableUnits(a!, b!);

/** Each operand is a whole number of the output's units. */
export const convertibleUnits: UnitTest = (inputs, output) =>
  inputs.every((unit) => unitFactor(unit, output) !== undefined);

/** A loop for each character: `unary('fd', k)` is `f->f` and `d->d`; `output` replaces the result's. */
export function unary(characters: string, kernel: Kernel, output?: string): UfuncLoop[] {
  return [...characters].map((c) => loop(`${c}->${output ?? c}`, kernel));
}

export function binary(characters: string, kernel: Kernel, output?: string): UfuncLoop[] {
  return [...characters].map((c) => loop(`${c}${c}->${output ?? c}`, kernel));
}

/** Loops that NumPy 2 added; Numba takes NumPy 2 from 0.60. */
export function sinceNumpy2(loops: readonly UfuncLoop[]): UfuncLoop[] {
  return loops.map((each) => ({ ...each, since: '0.60' }));
}

/** The date, at that position, can be counted in the output's units. */
export function convertibleDate(at: 0 | 1): UnitTest {
  return (inputs, output) => isCalendarUnit(inputs[at]!) || unitFactor(inputs[at]!, output) !== undefined;
}
