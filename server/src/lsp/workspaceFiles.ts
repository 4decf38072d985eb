import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { Session } from './session';

/** Beyond these a workspace is read in part: evidence for argument types comes from the nearest files first. */
const limits = { files: 500, bytes: 1_000_000, depth: 8 };

const skipped = new Set(['node_modules', '__pycache__', 'site-packages', 'venv', 'env', 'build', 'dist']);

/** Reads the workspace's source files, for imports and calls between files. Files that cannot be read are left out. */
export async function readWorkspace(session: Session, folders: readonly string[]): Promise<void> {
  const paths: string[] = [];
  for (const folder of folders) {
    if (folder.startsWith('file:')) await collect(fileURLToPath(folder), session, paths, 0);
  }
  await Promise.all(paths.map((path) => readWorkspaceFile(session, pathToFileURL(path).href)));
}

/** Reads one file again after it changed on disk; a file that is gone is forgotten. */
export async function readWorkspaceFile(session: Session, uri: string): Promise<void> {
  try {
    const bytes = await readFile(fileURLToPath(uri));
    if (bytes.length > limits.bytes) return;
    session.workspaceFiles.set(uri, new SourceFile(uri, bytes.toString('utf8')));
  } catch {
    session.workspaceFiles.delete(uri);
  }
}

async function collect(folder: string, session: Session, paths: string[], depth: number): Promise<void> {
  if (depth > limits.depth || paths.length >= limits.files) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (paths.length >= limits.files) return;
    if (entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith('.')) {
      await collect(join(folder, entry.name), session, paths, depth + 1);
    } else if (
      entry.isFile() &&
      session.frontend.fileExtensions.some((extension) => entry.name.endsWith(extension))
    ) {
      paths.push(join(folder, entry.name));
    }
  }
}
