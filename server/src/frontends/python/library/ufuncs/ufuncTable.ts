import { arithmeticUfuncs } from './arithmeticUfuncs';
import { bitwiseUfuncs } from './bitwiseUfuncs';
import { comparisonUfuncs } from './comparisonUfuncs';
import { floatUfuncs } from './floatUfuncs';
import type { Ufunc } from './loop';
import { mathUfuncs } from './mathUfuncs';

/** Every ufunc of one result that Numba supports. */
export const ufuncs: readonly Ufunc[] = [
  ...arithmeticUfuncs,
  ...comparisonUfuncs,
  ...bitwiseUfuncs,
  ...floatUfuncs,
  ...mathUfuncs,
];

/** By NumPy's name; throws for an unknown one, since that is our own bug. */
export function ufuncNamed(name: string): Ufunc {
  const found = ufuncs.find((each) => each.name === name || each.aliases?.includes(name));
  if (!found) throw new Error(`no ufunc ${name}`);
  return found;
}
