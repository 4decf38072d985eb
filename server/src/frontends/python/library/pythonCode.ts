import type { Lowering, Value } from '../lower/lowering';
import type { LoweringCall, PythonSource } from './libraryFunction';

/** Chooses and makes the arguments of the Python function; without it, those of the call that were given. */
export type PythonArguments = (call: LoweringCall, lowering: Lowering) => readonly Value[];

/** Code written in Python: calls `name` of `source` and converts what it returns to the call's type. */
export function inPython(source: PythonSource, name: string, choose: PythonArguments = given) {
  return (call: LoweringCall, lowering: Lowering): Value => {
    const result = lowering.callPython(source, name, choose(call, lowering));
    return lowering.cast(result, call.result);
  };
}

/** The arguments that were given, in order. */
export function given(call: LoweringCall): readonly Value[] {
  return call.args.filter((arg) => arg !== undefined);
}
