import type { ImportAlias, Statement } from '../ast';
import type { RawNode } from '../rawTree';
import { type Conversion, fieldOf, fieldsOf, rangeOf, textOf } from './conversion';

export function convertImport(conversion: Conversion, node: RawNode): Statement {
  return { kind: 'Import', range: rangeOf(node), names: aliases(conversion, node) };
}

export function convertImportFrom(conversion: Conversion, node: RawNode): Statement {
  const range = rangeOf(node);
  if (node.type === 'future_import_statement') {
    return { kind: 'ImportFrom', range, module: '__future__', level: 0, names: aliases(conversion, node) };
  }
  const star = node.children.find((child) => child.type === 'wildcard_import');
  const names = star ? [{ range: rangeOf(star), name: '*' }] : aliases(conversion, node);
  const source = fieldOf(node, 'module_name');
  const written = source ? compact(textOf(conversion, source)) : '';
  const module = written.replace(/^\.+/, '');
  return { kind: 'ImportFrom', range, module, level: written.length - module.length, names };
}

function aliases(conversion: Conversion, node: RawNode): ImportAlias[] {
  return fieldsOf(node, 'name')
    .filter((child) => !child.missing)
    .map((child) => {
      const range = rangeOf(child);
      const name = fieldOf(child, 'name');
      const alias = fieldOf(child, 'alias');
      if (!name || !alias) return { range, name: compact(textOf(conversion, child)) };
      return { range, name: compact(textOf(conversion, name)), asName: textOf(conversion, alias) };
    });
}

/** `numpy . linalg` is allowed. */
function compact(dotted: string): string {
  return dotted.replace(/[\s\\]+/g, '');
}
