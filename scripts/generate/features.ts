import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type RecordedCase,
  readRecordedModules,
  withoutCaseTable,
} from '../../server/src/cli/conform/records';

/** A documented feature: a function of a case module whose docstring names it, with what Numba answered. */
export interface Feature {
  readonly name: string;
  readonly records: readonly RecordedCase[];
}

/** A case module of features; its docstring is the section's title. */
export interface FeatureModule {
  readonly title: string;
  readonly path: string;
  readonly text: string;
  /** Version that recorded it, `0.68`. */
  readonly numba: string;
  readonly features: readonly Feature[];
}

export function readFeatureModules(folder: string): FeatureModule[] {
  const modules = readRecordedModules(folder).map(({ sourcePath, numba, records }) => {
    const text = withoutCaseTable(readFileSync(sourcePath, 'utf8'));
    const title = /^"""(.*?)"""/.exec(text)?.[1];
    if (!title) throw new Error(`${sourcePath} has no docstring that names its section`);
    const names = [...new Set(records.map((one) => one.function))];
    const features = names.map((name) => ({
      name: featureName(text, name, sourcePath),
      records: records.filter((one) => one.function === name),
    }));
    return { title, path: sourcePath, text, numba, features };
  });
  const unrecorded = readdirSync(folder).filter(
    (name) => name.endsWith('.py') && !modules.some(({ path }) => basename(path) === name),
  );
  if (unrecorded.length > 0) throw new Error(`not recorded: ${unrecorded.map((name) => join(folder, name))}`);
  return modules;
}

function featureName(text: string, name: string, path: string): string {
  const docstring = new RegExp(`^def ${name}\\(.*\\n    """(.*)"""$`, 'm').exec(text)?.[1];
  if (!docstring) throw new Error(`${path}: ${name} has no docstring that names its feature`);
  return docstring;
}
