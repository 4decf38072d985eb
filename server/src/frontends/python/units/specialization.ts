import type { Specialization } from '../../frontend';
import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import { optionProblems } from '../infer/specialize/declaration/optionProblems';
import type { Provenance } from '../infer/typedFunction';
import { entryResult, lower } from '../lower/lower';
import { NotLowered } from '../lower/lowering';
import { diagnosticOf } from '../report/diagnosticOf';
import { wireType } from '../report/wireType';
import type { RuleContext } from '../rules/rule';
import { signatureName, typeName } from '../types/typeName';
import { functionKey } from './functionKey';
import type { TypedUnit } from './typeFunction';

/** Weakest first: a specialisation is no better founded than its weakest argument. */
const strengths: readonly Provenance['kind'][] = [
  'assumed',
  'use',
  'docstring',
  'default',
  'call',
  'annotation',
  'signature',
];

/** What the rest of the program sees of one typed function. */
export function specializationOf(unit: TypedUnit, fn: BoundFunction, context: RuleContext): Specialization {
  const { typed, args } = unit;
  const signature = signatureName(args);
  const result = typed.compiles ? entryResult(typed, unit.entry) : typed.returnType;
  return {
    key: functionKey(fn, signature, context.numba),
    signature,
    origin: strengths.find((kind) => typed.params.some((one) => one.origin.kind === kind)) ?? 'signature',
    parameters: typed.params.map(({ name, type, origin: { kind, range } }, i) => ({
      name,
      type: typeName(args[i] ?? type),
      origin: kind,
      originRange: range,
    })),
    returnType: isObjectMode(fn)
      ? 'pyobject'
      : // The host gets a list of what a generator yields.
        typeName(typed.returnType.kind === 'generator' ? typed.returnType : result),
    verdict: typed.compiles && !refusedDeclaration(fn, context.numba) ? 'compiles' : 'fails',
    locals: Object.fromEntries([...typed.locals].map(([name, type]) => [name, typeName(type)])),
    error: firstError(unit, fn, context),
    lower: () => lowered(unit, context.numba),
    parameterTypes: args.map(wireType),
    resultType: wireType(result),
  };
}

function isObjectMode({ decorator }: BoundFunction): boolean {
  return decorator?.options.get('forceobj')?.constant === true;
}

/** An option that Numba's decorator does not know fails where the function is compiled, whatever its body. */
function refusedDeclaration(fn: BoundFunction, numba: string): Problem | undefined {
  return fn.decorator && optionProblems(fn, numba)[0];
}

function firstError({ typed }: TypedUnit, fn: BoundFunction, context: RuleContext): Specialization['error'] {
  const problem = refusedDeclaration(fn, context.numba) ?? typed.problems.find((one) => !one.compilesAnyway);
  const settings = { numba: context.numba, numbaSource: 'default' as const, rules: {} };
  const diagnostic = problem && diagnosticOf({ ...problem, assumed: false }, context, settings);
  if (!diagnostic) return undefined;
  return {
    code: diagnostic.code,
    numbaClass: diagnostic.numbaError?.class ?? 'TypingError',
    numbaLine: problem.numbaLine,
    range: diagnostic.range,
    message: diagnostic.message,
  };
}

/** `lower` of a specialisation. */
export function lowered({ typed, entry }: TypedUnit, numba: string): ReturnType<Specialization['lower']> {
  if (!typed.compiles) return { reason: 'it does not compile in nopython mode' };
  try {
    return { ir: lower(typed, { numba, entry }) };
  } catch (error) {
    if (error instanceof NotLowered) return { reason: error.message };
    return {
      reason: `Jitsight failed on it, which is a bug of Jitsight's: ${error instanceof Error ? error.message : error}`,
    };
  }
}
