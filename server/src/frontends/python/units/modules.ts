import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import { bind } from '../bind/bind';
import type { BoundModule } from '../bind/boundModule';
import { parse } from '../parse/parse';
import type { ParsedText } from '../parse/reparse';

// Source files are frozen, so what is made of one holds as long as it lives.
const bound = new WeakMap<SourceFile, BoundModule>();

/** The file parsed and bound, once per version of the file; `before` is an older version that parsed. */
export function boundModule(file: SourceFile, before?: ParsedText): BoundModule {
  let module = bound.get(file);
  if (!module) {
    module = bind(file, parse(file.text, before), moduleName(file.uri));
    bound.set(file, module);
  }
  return module;
}

/** `file:///project/helpers.py` is imported as `helpers`; folders above are not known to be packages. */
function moduleName(uri: string): string {
  const path = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return path.replace(/\.pyw?$/, '');
}
