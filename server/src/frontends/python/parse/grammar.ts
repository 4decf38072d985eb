import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

let parser: Parser | undefined;
let loading: Promise<void> | undefined;

/** Loads tree-sitter and the Python grammar once; `parse` needs it. */
export function loadGrammar(): Promise<void> {
  loading ??= load();
  return loading;
}

/** The loaded parser. Throws when `loadGrammar` was not awaited, which is a mistake of the program, not of a text. */
export function pythonParser(): Parser {
  if (!parser) throw new Error('loadGrammar() must be awaited before parse()');
  return parser;
}

async function load(): Promise<void> {
  await Parser.init({
    locateFile: () => wasmPath('web-tree-sitter.wasm', 'web-tree-sitter/web-tree-sitter.wasm'),
  });
  const language = await Language.load(
    wasmPath('tree-sitter-python.wasm', 'tree-sitter-python/tree-sitter-python.wasm'),
  );
  parser = new Parser().setLanguage(language);
}

/** Bundles have the file beside them; a checkout has it in its packages. */
function wasmPath(bundled: string, packaged: string): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), bundled);
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(packaged);
}
