import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { AnalysisSettings, NotSpecialized, Specialization, WorkspaceView } from '../frontend';
import { argumentTypes } from './infer/evidence/argumentTypes';
import type { BoundFunction, BoundModule } from './bind/boundModule';
import type { RuleContext } from './rules/rule';
import type { NumbaType } from './types/numbaType';
import { parsePrintedTuple } from './types/printedType';
import { parseSignatureText } from './types/signatureText';
import { type PassedArgument, passedArguments } from './units/passedArguments';
import { printedTypeContext } from './units/printedTypeContext';
import { type AnalysisSession, openSession } from './units/session';
import { specializationOf } from './units/specialization';
import { isTyped, typeFunction } from './units/typeFunction';

/** Types one function on demand, for a signature in Numba's spelling or, without one, for the best evidence. */
export function specialize(
  file: SourceFile,
  settings: AnalysisSettings,
  workspace: WorkspaceView,
  functionName: string,
  signature?: string,
): Specialization | NotSpecialized {
  const session = openSession(file, settings.numba, workspace);
  const fn = functionNamed(session.module, functionName);
  if (!fn) return { problem: `there is no function '${functionName}' in this file` };
  const context: RuleContext = { file, module: session.module, numba: settings.numba };
  const parsed = signature === undefined ? undefined : readSignature(signature, session, settings.numba);
  if (parsed && 'problem' in parsed) return parsed;
  const evidence = parsed ? undefined : argumentTypes(fn, session.linked, settings.numba)[0];
  const passed: readonly PassedArgument[] | undefined =
    parsed?.types.map((type) => ({ type, origin: { kind: 'signature' } })) ??
    (evidence && passedArguments(evidence));
  if (!passed) return { problem: `no argument types are known for '${functionName}': give a signature` };
  const tooMany = surplus(fn, passed.length);
  if (tooMany) return { problem: tooMany, refused: true };
  const result = typeFunction(
    fn,
    passed.map((one) => one.type),
    session.context,
    passed.map((one) => one.origin),
  );
  if (!isTyped(result)) return { problem: result.reason, ...(result.refused && { refused: true }) };
  return specializationOf(result, fn, context);
}

/** Numba's words where a call passes more than there are parameters. */
function surplus({ node }: BoundFunction, given: number): string | undefined {
  const params = node.params.filter((one) => one.kind !== 'varKeyword');
  if (given <= params.length || params.some((one) => one.kind === 'varPositional')) return undefined;
  return `too many arguments: expected ${params.length}, got ${given}`;
}

/** By its qualified name, or by the name of the module's variable that holds it: `fast = njit(slow)`. */
function functionNamed(module: BoundModule, name: string): BoundFunction | undefined {
  const found = module.functions.findLast((one) => one.qualifiedName === name);
  if (found) return found;
  const meaning = module.exported(name);
  return meaning.kind === 'function' ? meaning.function : undefined;
}

/** Numba's printed spelling first, since a signature's own names are a different language: `float64[:]`. */
function readSignature(
  text: string,
  session: AnalysisSession,
  numba: string,
): { readonly types: readonly NumbaType[] } | { readonly problem: string } {
  const printed = parsePrintedTuple(text.trim(), printedTypeContext(session));
  if ('value' in printed) return { types: printed.value };
  const written = parseSignatureText(text, numba);
  if ('value' in written) return { types: written.value.args };
  return { problem: `the signature ${text} cannot be read: ${written.reason}` };
}
