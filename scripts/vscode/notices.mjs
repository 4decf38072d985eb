import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const workspaces = ['shared', 'server', 'client'];

/** Licences of the packages that the bundles contain, as their authors ask. */
export function thirdPartyNotices(root) {
  const found = new Map();
  for (const workspace of workspaces) visit(join(root, workspace), found);
  const sections = [...found.values()].sort((a, b) => a.title.localeCompare(b.title));
  return sections
    .map(({ title, text }) => `${title}\n${'='.repeat(title.length)}\n\n${text.trim()}\n`)
    .join('\n\n');
}

function visit(folder, found) {
  const { dependencies = {} } = manifestOf(folder);
  for (const name of Object.keys(dependencies).filter((one) => !one.startsWith('@jitsight/'))) {
    const dependency = findPackage(folder, name);
    if (!dependency || found.has(dependency)) continue;
    const { version, license } = manifestOf(dependency);
    found.set(dependency, { title: `${name} ${version} (${license})`, text: licenceOf(dependency) });
    visit(dependency, found);
  }
}

/** By folder and not by `require.resolve`: not every package exports its manifest. */
function findPackage(from, name) {
  const folders = createRequire(join(from, 'package.json')).resolve.paths(name) ?? [];
  return folders
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'package.json')));
}

function licenceOf(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file
    ? readFileSync(join(folder, file), 'utf8')
    : 'The licence named above; the package carries no text of it.';
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
