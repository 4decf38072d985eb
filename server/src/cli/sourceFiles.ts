import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { usageFailure } from './failure';

/** Folders that hold other people's code or none. */
const leftOut = new Set(['node_modules', '__pycache__', 'venv', 'env', 'site-packages', 'build', 'dist']);

/** Source files under the given files and folders, as the command line spells them. A folder is walked. */
export function collectSourceFiles(paths: readonly string[], extensions: readonly string[]): string[] {
  const files = new Set<string>();
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) throw usageFailure(`${path} does not exist.`);
    if (!stats.isDirectory()) files.add(path);
    else for (const file of walk(path, extensions)) files.add(file);
  }
  if (files.size === 0) {
    throw usageFailure(`No ${extensions.join(' or ')} file in ${paths.join(', ')}.`);
  }
  return [...files];
}

/** The other source files of a file's folder: it may import them, and they may call it. */
export function siblingFiles(folder: string, extensions: readonly string[]): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && extensions.some((extension) => entry.name.endsWith(extension)))
      .map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}

function* walk(folder: string, extensions: readonly string[]): Generator<string> {
  let entries: ReturnType<typeof readFolder>;
  try {
    entries = readFolder(folder);
  } catch {
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !leftOut.has(entry.name)) yield* walk(path, extensions);
    } else if (entry.isFile() && extensions.some((extension) => entry.name.endsWith(extension))) {
      yield path;
    }
  }
}

function readFolder(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
