import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Which folders may import which: a file belongs to the longest prefix that fits. `npm:` entries are packages. */
const mayImport: Record<string, readonly string[]> = {
  'shared/src/source': [],
  'shared/src/ir': ['shared/src/source'],
  'shared/src/passes': ['shared/src/ir', 'shared/src/source'],
  'shared/src/wasm': ['shared/src/ir', 'shared/src/passes', 'shared/src/source', 'npm:binaryen'],
  'shared/src/protocol': ['shared/src/source'],
  'server/src/diagnostics': ['shared/src/source'],
  'server/src/frontends/frontend.ts': ['shared/src/ir', 'shared/src/source', 'server/src/diagnostics'],
  'server/src/host': [
    'shared/src/protocol',
    'server/src/execution/workers',
    'npm:vscode-languageserver',
    'npm:node:worker_threads',
  ],
  'server/src/analysis': ['shared/src/source', 'server/src/diagnostics', 'server/src/frontends/frontend.ts'],
};

const python = 'server/src/frontends/python';
const base = ['shared/src/source'];
const pythonMayImport: Record<string, readonly string[]> = {
  parse: [...base, 'npm:web-tree-sitter'],
  bind: [...base, 'parse'],
  types: [...base, 'parse', 'bind'],
  infer: [...base, 'parse', 'bind', 'types', 'library'],
  library: [...base, 'shared/src/ir', 'parse', 'types', 'infer', 'lower'],
  lower: [...base, 'shared/src/ir', 'parse', 'bind', 'types', 'infer', 'library'],
};
for (const [room, allowed] of Object.entries(pythonMayImport)) {
  mayImport[`${python}/${room}`] = allowed.map((one) =>
    /^(shared|npm:)/.test(one) ? one : `${python}/${one}`,
  );
}

/** Packages that only one folder may name. */
const keptBy: Record<string, readonly string[]> = {
  binaryen: ['shared/src/wasm'],
  'vscode-languageserver': ['server/src/lsp', 'server/src/host', 'server/src/languageService.ts'],
  'web-tree-sitter': [`${python}/parse`],
  'node:child_process': ['server/src/execution'],
  'node:worker_threads': ['server/src/execution', 'server/src/host', 'server/src/languageService.ts'],
};

/** Rooms that nobody outside may import, but for the files named. */
const closed: Record<string, readonly string[]> = {
  'server/src/lsp': ['server/src/languageService.ts'],
  [python]: ['server/src/languageService.ts', 'server/src/cli.ts'],
  'server/src': [],
  'client/src': [],
};

const mostLines = 400;

const files = ['shared/src', 'server/src', 'client/src'].flatMap((folder) => sources(join(root, folder)));

describe('the house keeps its rules', () => {
  it('imports only along the allowed directions', () => {
    const wrong = files.flatMap((file) => importsOf(file).flatMap((one) => complaint(file, one) ?? []));
    expect(wrong).toEqual([]);
  });

  it(`keeps files within ${mostLines} lines`, () => {
    const long = files
      .map((file) => `${relative(root, file)}: ${readFileSync(file, 'utf8').split('\n').length} lines`)
      .filter((line) => Number(/: (\d+)/.exec(line)![1]) > mostLines);
    expect(long).toEqual([]);
  });

  it('has no barrel files', () => {
    const barrels = files.filter((file) => /^export (\*|\{[^}]*\}) from/m.test(readFileSync(file, 'utf8')));
    expect(barrels.map((file) => relative(root, file))).toEqual([]);
  });
});

interface Import {
  readonly line: number;
  readonly target: string;
}

function importsOf(file: string): readonly Import[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((text, i) => {
    const specifier =
      /(?:^import .*|^\} ?|^export .* )from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/.exec(text);
    const target = specifier?.[1] ?? specifier?.[2] ?? specifier?.[3];
    return target ? [{ line: i + 1, target: resolveImport(file, target) }] : [];
  });
}

function resolveImport(file: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    const path = relative(root, join(dirname(file), specifier));
    return path.endsWith('?raw') || path.endsWith('.ts') ? path : `${path}.ts`;
  }
  const shared = /^@jitsight\/shared\/(.*)$/.exec(specifier);
  return shared ? `shared/src/${shared[1]}.ts` : `npm:${specifier}`;
}

function complaint(file: string, { line, target }: Import): string | undefined {
  const path = relative(root, file);
  const where = `${path}:${line} imports ${target}`;
  const room = longestPrefix(Object.keys(mayImport), path);
  if (room && !isWithin(target, room)) {
    const packageAllowed = target.startsWith('npm:') && !(target.slice(4).split('/')[0]! in keptBy);
    const allowed = packageAllowed || mayImport[room]!.some((one) => target === one || isWithin(target, one));
    if (!allowed) return `${where}: not allowed from ${room}`;
  }
  const keeper = Object.entries(keptBy).find(
    ([name]) => target === `npm:${name}` || target.startsWith(`npm:${name}/`),
  );
  if (keeper && !keeper[1].some((one) => isWithin(path, one)))
    return `${where}: only ${keeper[1].join(', ')} may`;
  for (const [inner, guests] of Object.entries(closed)) {
    if (isWithin(target, inner) && !isWithin(path, inner) && !guests.includes(path))
      return `${where}: ${inner} is closed`;
  }
  return undefined;
}

function longestPrefix(prefixes: readonly string[], path: string): string | undefined {
  return prefixes.filter((prefix) => isWithin(path, prefix)).sort((a, b) => b.length - a.length)[0];
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.ts$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}
