import type { AnalysisSettings } from '../frontends/frontend';
import { findInterpreter, isInterpreter } from '../execution/python/interpreter';
import { usageFailure } from './failure';

export const defaultNumba = '0.68';

/** Which Numba's rules apply: as asked, else the interpreter's own Numba, else the newest Jitsight knows. */
export async function analysisSettings(options: {
  readonly numba?: string;
  readonly python?: string;
}): Promise<AnalysisSettings> {
  const rules = {};
  if (options.numba !== undefined) {
    const version = /^0\.(\d+)(?:\.\d+)*$/.exec(options.numba);
    if (!version) throw usageFailure(`--numba ${options.numba} is no version: write it as 0.68.`);
    return { numba: `0.${version[1]}`, numbaSource: 'option', rules };
  }
  const interpreter = await findInterpreter({ chosen: options.python });
  if (!isInterpreter(interpreter)) {
    if (options.python !== undefined) throw usageFailure(interpreter.problem);
    return { numba: defaultNumba, numbaSource: 'default', rules };
  }
  const installed = /^(\d+\.\d+)/.exec(interpreter.numba ?? '')?.[1];
  if (installed) return { numba: installed, numbaSource: 'interpreter', rules };
  return { numba: defaultNumba, numbaSource: 'default', rules };
}
