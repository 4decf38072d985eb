import type { PythonValue } from '../encoding/pythonValue';
import type { Engine, EngineCall } from './engine';
import { extentOf, shrinkArguments, smallerExtents } from './shrink';

export interface FittedCall {
  readonly args: readonly PythonValue[];
  readonly call: EngineCall;
  /** The extent all arguments were cut to, when they were. */
  readonly cutTo?: number;
  readonly extent: number;
}

/**
 * Calls the slowest engine on the arguments, or on the largest smaller ones of which several rounds fit the time:
 * quadratic work on a list that suits compiled code may take plain Python minutes. Undefined when even little takes
 * too long.
 */
export async function fitSize(
  engine: Engine,
  args: readonly PythonValue[],
  limits: { readonly wholeMs: number; readonly cutMs: number },
): Promise<FittedCall | undefined> {
  const extent = extentOf(args);
  await engine.prepare(args);
  const whole = await engine.call(limits.wholeMs);
  if (whole.kind !== 'too-slow') return { args, call: whole, extent };
  let best: FittedCall | undefined;
  let lastMs = 0;
  for (const cutTo of smallerExtents(extent)) {
    // Twice the size is at least twice the work.
    if (2 * lastMs > limits.cutMs) break;
    const cut = shrinkArguments(args, extent, cutTo);
    await engine.prepare(cut);
    const call = await engine.call(limits.cutMs);
    if (call.kind === 'too-slow') break;
    if (call.kind === 'raised') continue;
    best = { args: cut, call, cutTo, extent };
    lastMs = call.ms;
  }
  if (best) await engine.prepare(best.args);
  return best;
}
