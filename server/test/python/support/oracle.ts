import { spawnSync } from 'node:child_process';
import { decodeValue } from '../../../src/execution/encoding/decode';
import type { PythonValue } from '../../../src/execution/encoding/pythonValue';
import { parseJson } from '../../../src/execution/encoding/argsFile';
import { helperFolder } from '../../../src/execution/python/helperFiles';
import { numbaPython, python } from '../../execution/availablePython';
import script from './oracle.py?raw';

/** What an interpreter made of one call. */
export interface OracleAnswer {
  readonly args: readonly PythonValue[];
  readonly argsAfter: readonly PythonValue[];
  readonly returned?: PythonValue;
  readonly raised?: { readonly name: string; readonly message: string };
  readonly printed: string;
}

export interface OracleCall {
  readonly function: string;
  /** Python text of the arguments, `np.arange(5.0), 3`. */
  readonly args: string;
}

/** Calls functions of `source` under CPython with NumPy; with `numba`, as real Numba compiles them. */
export function askPython(
  source: string,
  calls: readonly OracleCall[],
  options: { readonly numba?: boolean } = {},
): OracleAnswer[] {
  const interpreter = options.numba ? numbaPython : python;
  if (!interpreter) throw new Error('no interpreter: guard the test by hasPython or hasNumba');
  const child = spawnSync(interpreter.path, ['-c', script], {
    input: JSON.stringify({ source, calls, numba: options.numba ?? false }),
    env: { ...process.env, PYTHONPATH: helperFolder(), PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (child.status !== 0) throw new Error(`the oracle failed:\n${child.stderr}`);
  return (parseJson(child.stdout) as RawAnswer[]).map(decodeAnswer);
}

export const hasPython = python !== undefined;
export const hasNumba = numbaPython !== undefined;

interface RawAnswer {
  readonly args: readonly unknown[];
  readonly argsAfter: readonly unknown[];
  readonly returned?: unknown;
  readonly raised?: { readonly name: string; readonly message: string };
  readonly printed: string;
}

function decodeAnswer(raw: RawAnswer): OracleAnswer {
  return {
    ...raw,
    args: raw.args.map((arg, i) => decodeValue(arg, `args[${i}]`)),
    argsAfter: raw.argsAfter.map((arg, i) => decodeValue(arg, `args[${i}]`)),
    returned: raw.returned === undefined ? undefined : decodeValue(raw.returned, 'result'),
  };
}
