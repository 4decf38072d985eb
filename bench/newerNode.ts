import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface NodeProgram {
  readonly path: string;
  readonly version: string;
}

/** The given Node, or the newest that a version manager has installed, when it is newer than the running one. */
export async function newerNode(given?: string): Promise<NodeProgram | undefined> {
  if (given !== undefined) return { path: given, version: versionOf(given) };
  const found = installed().flatMap((path) => {
    try {
      return [{ path, version: versionOf(path) }];
    } catch {
      return [];
    }
  });
  const major = ({ version }: { version: string }) => Number(version.split('.')[0]);
  const newest = found.sort((a, b) => major(b) - major(a))[0];
  return newest && major(newest) > major({ version: process.versions.node }) ? newest : undefined;
}

function installed(): string[] {
  const home = homedir();
  const folders = [
    process.env.NVM_DIR && join(process.env.NVM_DIR, 'versions/node'),
    join(home, '.nvm/versions/node'),
    join(home, '.volta/tools/image/node'),
    join(home, '.local/share/fnm/node-versions'),
    join(home, '.asdf/installs/nodejs'),
    join(home, '.local/share/mise/installs/node'),
    '/usr/local/n/versions/node',
  ];
  return folders
    .filter((folder) => folder && existsSync(folder))
    .flatMap((folder) => readdirSync(folder!).map((version) => join(folder!, version)))
    .flatMap((folder) => [join(folder, 'bin/node'), join(folder, 'installation/bin/node')])
    .filter(existsSync);
}

function versionOf(path: string): string {
  return execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, '');
}
