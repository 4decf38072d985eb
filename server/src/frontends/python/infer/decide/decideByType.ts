import type { Inference } from '../inference';
import { asksAboutTypes, testsOf } from './decideTests';

/** Tests that typing found to be literally true or false, in functions that ask `isinstance` or `hasattr`. */
export function decideByType(inf: Inference): boolean {
  if (!asksAboutTypes(inf)) return false;
  let changed = false;
  for (const test of testsOf(inf)) {
    if (inf.decided.has(test) || test.kind === 'BoolOp') continue;
    const type = inf.round.types.get(test);
    if (type?.kind !== 'literal' || type.literal !== 'bool') continue;
    inf.decided.set(test, type.value);
    inf.decidedLate.add(test);
    changed = true;
  }
  return changed;
}
