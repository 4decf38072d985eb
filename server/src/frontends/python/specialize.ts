import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { AnalysisSettings, Specialization, WorkspaceView } from '../frontend';
import { argumentTypes } from './infer/evidence/argumentTypes';
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
): Specialization | { readonly problem: string } {
  const session = openSession(file, settings.numba, workspace);
  const fn = session.module.functions.findLast((one) => one.qualifiedName === functionName);
  if (!fn) return { problem: `there is no function '${functionName}' in this file` };
  const context: RuleContext = { file, module: session.module, numba: settings.numba };
  const parsed = signature === undefined ? undefined : readSignature(signature, session, settings.numba);
  if (parsed && 'problem' in parsed) return parsed;
  const evidence = parsed ? undefined : argumentTypes(fn, session.linked, settings.numba)[0];
  const passed: readonly PassedArgument[] | undefined =
    parsed?.types.map((type) => ({ type, origin: { kind: 'signature' } })) ??
    (evidence && passedArguments(evidence));
  if (!passed) return { problem: `no argument types are known for '${functionName}': give a signature` };
  const result = typeFunction(
    fn,
    passed.map((one) => one.type),
    session.context,
    passed.map((one) => one.origin),
  );
  if (!isTyped(result)) return { problem: result.reason };
  return specializationOf(result, fn, context);
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
