/**
 * Writes what is generated from the code: a page per rule in `docs/rules`, the rules' settings in the extension
 * manifest, the library's page and the page of what Numba documents.
 * `--check` writes nothing and fails where a file is out of date.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { RuleMeta } from '../server/src/diagnostics/ruleMeta';
import { allRuleMetas } from '../server/src/frontends/python/rules/metas';
import { libraryPage } from './generate/libraryPage';
import { ruleIndex, rulePage } from './generate/rulePages';
import { supportPage } from './generate/supportPage';

const root = resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const metas = [...allRuleMetas()].sort((a, b) => (a.code < b.code ? -1 : 1));

const outdated: string[] = [];
const pages = new Map<string, string>(
  metas.map((meta) => [join(root, 'docs/rules', `${meta.code}.md`), rulePage(meta)]),
);
pages.set(join(root, 'docs/rules/README.md'), ruleIndex(metas));
pages.set(join(root, 'docs/library.md'), libraryPage());
pages.set(join(root, 'docs/support.md'), await supportPage(root));
pages.set(join(root, 'package.json'), manifest(metas));

for (const [path, text] of pages) write(path, text);
removeStale();
if (check && outdated.length > 0) {
  console.error(`out of date, run 'npm run generate': ${outdated.join(', ')}`);
  process.exit(1);
}
console.log(check ? `${pages.size} generated files are up to date` : `${pages.size} files generated`);

function write(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  outdated.push(relative(root, path));
  if (check) return;
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** Pages of rules that are no more. */
function removeStale(): void {
  const folder = join(root, 'docs/rules');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (pages.has(join(folder, name))) continue;
    outdated.push(`docs/rules/${name}`);
    if (!check) rmSync(join(folder, name));
  }
}

/** The manifest with the `jitsight.rules` setting listing every rule. */
function manifest(rules: readonly RuleMeta[]): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  const json = JSON.parse(text);
  const setting = findSetting(json.contributes?.configuration);
  if (!setting) return text;
  setting.properties = Object.fromEntries(
    rules.map((meta) => [
      meta.code,
      {
        enum: ['error', 'warning', 'information', 'hint', 'off'],
        default: meta.severity,
        description: meta.summary,
      },
    ]),
  );
  return `${JSON.stringify(json, null, 2)}\n`;
}

function findSetting(configuration: unknown): { properties: unknown } | undefined {
  const sections = (Array.isArray(configuration) ? configuration : [configuration]) as {
    properties?: Record<string, unknown>;
  }[];
  for (const section of sections) {
    const setting = section?.properties?.['jitsight.rules'];
    if (setting) return setting as { properties: unknown };
  }
  return undefined;
}
