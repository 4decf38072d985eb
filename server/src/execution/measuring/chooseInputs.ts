import type { FunctionUnit, Specialization } from '../../frontends/frontend';
import { notCarried } from '../encoding/carried';
import { compareValues, exact } from '../encoding/compare';
import { fromHost } from '../encoding/fromHost';
import type { PythonValue } from '../encoding/pythonValue';
import { ConversionError, toHost } from '../encoding/toHost';
import { signatureOf, tupleText } from '../encoding/typeOf';
import type { CapturedCall } from '../python/capture';
import { inputSeed, makeInputs } from './makeInputs';

export interface ChosenInputs {
  readonly from: 'captured' | 'given' | 'made';
  readonly args: readonly PythonValue[];
  readonly specialization: Specialization;
  readonly notes: readonly string[];
}

export type Specialize = (signature?: string) => Specialization | { readonly problem: string };

/** Where the arguments may come from, in this order. */
export interface InputSources {
  readonly given?: readonly PythonValue[];
  readonly captured?: CapturedCall;
  /** Why there is no captured call. */
  readonly notCaptured?: string;
  /** Elements per axis of made arguments. */
  readonly size?: number;
}

/** Picks arguments and the specialisation that is compiled for them. */
export function chooseInputs(
  unit: FunctionUnit,
  sources: InputSources,
  specialize: Specialize,
): ChosenInputs | { readonly problem: string } {
  // What the analysis says of a plain function takes in the plain functions that it calls.
  const known: Specialize = (signature) =>
    unit.specializations.find((one) => one.signature === signature && one.verdict === 'compiles') ??
    specialize(signature);
  if (sources.given) return forArguments('given', sources.given, [], known);
  const notes: string[] = [];
  if (sources.captured) {
    const { args, sharesMemory } = sources.captured;
    if (sharesMemory) notes.push('Arguments of the call share memory; every engine got copies of their own.');
    const chosen = forArguments('captured', args, notes, known);
    if (!('problem' in chosen)) return chosen;
    notes.push(`The program's own call cannot be measured: ${chosen.problem}.`);
  } else if (sources.notCaptured) {
    notes.push(`No call of the program's own: ${sources.notCaptured.replace(/\.$/, '')}.`);
  }
  const made = forTypes(unit, sources.size, notes, specialize);
  return 'problem' in made && notes.length > 0 ? { problem: [...notes, made.problem].join(' ') } : made;
}

function forArguments(
  from: 'captured' | 'given',
  args: readonly PythonValue[],
  notes: readonly string[],
  specialize: Specialize,
): ChosenInputs | { readonly problem: string } {
  const specialization = specialize(signatureOf(args));
  if ('problem' in specialization) return specialization;
  const { verdict, error, signature, parameters, parameterTypes } = specialization;
  if (verdict === 'fails')
    return { problem: `for ${signature} it does not compile: ${error?.message ?? ''}` };
  for (const [i, type] of parameterTypes.entries()) {
    const part = notCarried(type);
    if (part !== undefined)
      return { problem: `argument ${parameters[i]?.name ?? i + 1} is ${part}, which cannot be passed` };
  }
  try {
    return { from, args: converted(args, specialization), specialization, notes };
  } catch (error) {
    if (error instanceof ConversionError) return { problem: error.message };
    throw error;
  }
}

function forTypes(
  unit: FunctionUnit,
  size: number | undefined,
  notes: readonly string[],
  specialize: Specialize,
): ChosenInputs | { readonly problem: string } {
  const best = unit.specializations.find((one) => one.verdict === 'compiles');
  const specialization =
    (unit.kind === 'vectorize' && best && overArrays(best, specialize)) || (best ?? specialize());
  if ('problem' in specialization) return specialization;
  if (specialization.verdict === 'fails') {
    return { problem: `it does not compile: ${specialization.error?.message ?? ''}` };
  }
  const made = makeInputs(specialization, size);
  if ('problem' in made) return made;
  const note = `Inputs made from the types ${specialization.signature} at size ${made.extent}, seed ${inputSeed}.`;
  return { from: 'made', args: made.args, specialization, notes: [...notes, note] };
}

/** A vectorized function is made for arrays, though its signature names the types of single elements. */
function overArrays(scalar: Specialization, specialize: Specialize): Specialization | undefined {
  const names = scalar.parameterTypes.map((type) =>
    'name' in type && type.kind !== 'opaque' ? type.name : undefined,
  );
  if (names.length === 0 || names.includes(undefined)) return undefined;
  const arrays = specialize(tupleText(names.map((name) => `array(${name}, 1d, C)`)));
  return 'problem' in arrays || arrays.verdict === 'fails' ? undefined : arrays;
}

/** What an explicit signature makes of the arguments, so that plain Python computes with the same values. */
function converted(
  args: readonly PythonValue[],
  { parameters, parameterTypes }: Specialization,
): PythonValue[] {
  if (args.length !== parameterTypes.length) {
    throw new ConversionError(
      '',
      'TypeError',
      `it takes ${parameterTypes.length} arguments, not ${args.length}`,
    );
  }
  return args.map((arg, i) => {
    const type = parameterTypes[i]!;
    const value = fromHost(toHost(arg, type, parameters[i]?.name ?? `argument ${i + 1}`), type);
    return compareValues(arg, value, exact).difference === undefined ? arg : value;
  });
}
