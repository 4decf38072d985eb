import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import { resolveOverload } from '../../types/resolveOverload';
import { unliteral } from '../../types/unliteral';
import type { ErrorModel, Kernel } from '../arithmetic/kernel';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../libraryFunction';
import { isInVersion } from '../version';

/** An operation on scalars, found for concrete types: what its operands become, what it gives, and how. */
export interface ResolvedScalar {
  readonly args: readonly NumbaType[];
  readonly result: NumbaType;
  /** `args` already have the types above. */
  readonly compute: (lowering: Lowering, args: readonly Value[], model: ErrorModel) => Value;
}

/** One way a scalar operation can be typed. Literal types are kept. */
export type ScalarResolver = (types: readonly NumbaType[], numba: string) => ResolvedScalar | undefined;

/** A signature with the code for exactly these types, as one of Numba's `cases`. */
export interface ScalarRow {
  readonly args: readonly NumbaType[];
  readonly result: NumbaType;
  readonly kernel: Kernel;
  readonly since?: string;
  readonly until?: string;
}

export function row(args: readonly NumbaType[], result: NumbaType, kernel: Kernel): ScalarRow {
  return { args, result, kernel };
}

/** Chooses among rows by Numba's overload resolution. */
export function byRows(rows: readonly ScalarRow[], options = { allowUnsafe: true }): ScalarResolver {
  return (types, numba) => {
    const known = rows.filter((each) => isInVersion(each, numba));
    const choice = resolveOverload(
      known.map((each) => each.args),
      types.map(unliteral),
      options,
    );
    return choice && resolved(known[choice.index]!);
  };
}

/** The first resolver that knows the types. */
export function firstOf(...resolvers: readonly ScalarResolver[]): ScalarResolver {
  return (types, numba) => {
    for (const resolve of resolvers) {
      const found = resolve(types, numba);
      if (found) return found;
    }
    return undefined;
  };
}

export function resolved({ args, result, kernel }: ScalarRow): ResolvedScalar {
  return {
    args,
    result,
    compute: (lowering, values, model) => kernel(lowering, values, result, model),
  };
}

type EntryOptions = Pick<LibraryFunction, 'params' | 'since' | 'until' | 'summary'>;

/** The library function of a scalar operation. */
export function scalarFunction(
  name: string,
  resolve: ScalarResolver,
  options: EntryOptions = {},
): LibraryFunction {
  return {
    name,
    ...options,
    type: (call) => scalarOutcome(resolve, call),
    lower: lowerScalar,
  };
}

function scalarOutcome(resolve: ScalarResolver, call: TypingCall): TypingOutcome {
  const types = call.args.filter((type) => type !== undefined);
  const found = resolve(types, call.context.numba);
  if (!found) return { kind: 'mismatch' };
  // Members of an IntEnum become integers and nothing else.
  if (types.some((type, i) => type.kind === 'enumMember' && found.args[i]!.kind !== 'int'))
    return { kind: 'mismatch' };
  return { kind: 'typed', result: found.result, args: found.args, data: found };
}

function lowerScalar(call: LoweringCall, lowering: Lowering): Value {
  const found = call.data as ResolvedScalar;
  const values = call.args.filter((value) => value !== undefined);
  return found.compute(lowering, values, lowering.errorModel);
}

/** Resolves for values in hand, converts them and computes: how array expressions apply an operator to elements. */
export function applyScalar(
  resolve: ScalarResolver,
  lowering: Lowering,
  values: readonly Value[],
  types: readonly NumbaType[] = values.map((value) => value.type),
): Value {
  const found = resolve(types, lowering.numba);
  if (!found) throw new Error(`no scalar operation for ${types.map((type) => type.kind).join(', ')}`);
  const converted = values.map((value, i) => lowering.cast(value, found.args[i]!));
  return found.compute(lowering, converted, 'numpy');
}
