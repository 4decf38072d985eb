import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliFailure, usageFailure } from '../failure';

/** A case as real Numba answered it. */
export interface RecordedCase {
  readonly function: string;
  readonly signature: string;
  readonly verdict: string;
  readonly kind?: string;
  readonly mode?: string;
  readonly stage?: string;
  readonly error?: {
    readonly class?: string;
    readonly line?: number | null;
    readonly lines?: readonly number[];
    readonly message?: string;
  } | null;
  readonly return_type?: string | null;
  readonly locals?: Readonly<Record<string, string>> | null;
  readonly tolerance_ulp?: number;
  readonly tolerance_abs?: number;
  readonly calls?: readonly RecordedCall[] | null;
}

export interface RecordedCall {
  readonly args: readonly unknown[];
  readonly returns?: unknown;
  readonly raises?: string | null;
  readonly args_after?: readonly unknown[] | null;
  readonly novalue?: boolean;
}

export interface RecordedModule {
  /** File name without extension. */
  readonly name: string;
  readonly sourcePath: string;
  /** Version whose rules the records show, `0.68`. */
  readonly numba: string;
  readonly records: readonly RecordedCase[];
}

/**
 * Reads every recorded module of a folder: NAME.json, and the case module that it names as its source, or NAME.py beside it.
 */
export function readRecordedModules(folder: string): RecordedModule[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw usageFailure(`${folder} cannot be read: ${(error as Error).message}`);
  }
  const modules = names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => readModule(folder, name.slice(0, -'.json'.length)) ?? []);
  if (modules.length === 0)
    throw usageFailure(`${folder} has no NAME.py with a recorded NAME.json beside it.`);
  return modules;
}

function readModule(folder: string, name: string): RecordedModule | undefined {
  const path = join(folder, `${name}.json`);
  try {
    const { source, numba, records } = JSON.parse(readFileSync(path, 'utf8')) as {
      source?: string;
      numba: string;
      records: RecordedCase[];
    };
    const sourcePath = [source, `${name}.py`]
      .flatMap((one) => (typeof one === 'string' ? [join(folder, one)] : []))
      .find((one) => existsSync(one));
    if (!sourcePath) return undefined;
    if (!Array.isArray(records)) throw new Error('it has no "records"');
    const version = /^\d+\.\d+/.exec(numba ?? '')?.[0] ?? '0.68';
    return { name, sourcePath, numba: version, records };
  } catch (error) {
    throw new CliFailure(`${path} is no recorded set: ${(error as Error).message}`);
  }
}

/** The module without its trailing table of calls, which is not part of what is analysed. */
export function withoutCaseTable(source: string): string {
  const table = /^(CASES|NO_VALUES|TOLERANCE|ABS_TOL)\b.*=/m.exec(source);
  return table ? source.slice(0, table.index) : source;
}
