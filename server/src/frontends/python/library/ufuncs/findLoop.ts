import type { DateUnit, NumbaType } from '../../types/numbaType';
import { combinedUnit } from '../datetime/units';
import { isInVersion } from '../version';
import {
  canCastSafely,
  canCastWithinKind,
  characterOf,
  isInexactCharacter,
  isIntegerCharacter,
  isTimeCharacter,
  typeOfCharacter,
} from './characters';
import type { UfuncLoop } from './loop';

export interface FoundLoop {
  readonly loop: UfuncLoop;
  readonly inputs: readonly NumbaType[];
  readonly output: NumbaType;
}

/**
 * NumPy's search as Numba does it: the first loop all inputs cast to safely and whose output casts to `out`; integers
 * cast to any float where a float is among the inputs, so that `power(float32, int32)` stays in single precision.
 */
export function findLoop(
  loops: readonly UfuncLoop[],
  inputs: readonly NumbaType[],
  numba: string,
  out?: NumbaType,
): FoundLoop | undefined {
  const given = inputs.map(characterOf);
  const wanted = out && characterOf(out);
  if (!allKnown(given) || (out && wanted === undefined)) return undefined;
  const isMixed = given.some(isIntegerCharacter) && given.some(isInexactCharacter);
  const fits = (from: string, to: string): boolean => {
    if (isTimeCharacter(from) || isTimeCharacter(to)) return from === to;
    return (isMixed && isIntegerCharacter(from) && isInexactCharacter(to)) || canCastSafely(from, to);
  };
  const found = loops.find(
    (loop) =>
      given.every((character, i) => fits(character, loop.inputs[i]!)) &&
      isInVersion(loop, numba) &&
      (wanted === undefined || storable(loop.outputs, wanted, isMixed)),
  );
  return found && describe(found, inputs, out);
}

function allKnown(characters: (string | undefined)[]): characters is string[] {
  return characters.every((character) => character !== undefined);
}

function storable(output: string, wanted: string, isMixed: boolean): boolean {
  if (isTimeCharacter(wanted)) return isTimeCharacter(output);
  if (isMixed && isIntegerCharacter(output) && isInexactCharacter(wanted)) return true;
  return canCastWithinKind(output, wanted);
}

function describe(
  loop: UfuncLoop,
  given: readonly NumbaType[],
  out: NumbaType | undefined,
): FoundLoop | undefined {
  const inputs = given.map((type, i) =>
    isTimeCharacter(loop.inputs[i]!) ? type : typeOfCharacter(loop.inputs[i]!),
  );
  const output = outputType(loop, given, out);
  if (!output || (loop.accepts && !loop.accepts(given.map(unitOf), unitOf(output)))) return undefined;
  return { loop, inputs, output };
}

function outputType(
  loop: UfuncLoop,
  given: readonly NumbaType[],
  out: NumbaType | undefined,
): NumbaType | undefined {
  if (!isTimeCharacter(loop.outputs)) return typeOfCharacter(loop.outputs);
  if (out && isTime(out)) return out;
  const unit = outputUnit(loop.inputs, given.map(unitOf)) ?? (loop.isGeneric ? '' : undefined);
  return unit === undefined ? undefined : { kind: loop.outputs === 'm' ? 'timedelta' : 'datetime', unit };
}

type Time = Extract<NumbaType, { readonly unit: DateUnit }>;

function isTime(type: NumbaType): type is Time {
  return type.kind === 'datetime' || type.kind === 'timedelta';
}

const unitOf = (type: NumbaType): DateUnit => (isTime(type) ? type.unit : '');

/** The unit Numba finds for a result; where it leaves the generic unit, no code can be made. */
function outputUnit(characters: string, [a, b]: readonly DateUnit[]): DateUnit | undefined {
  if (characters === 'mm') return a === b ? a : undefined;
  if (characters === 'mM') return combinedUnit(b!, a!);
  if (characters === 'Mm') return combinedUnit(a!, b!);
  if (characters[0] === 'm') return a;
  return undefined;
}
