import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { bind } from '../../../src/frontends/python/bind/bind';
import type { BoundFunction, BoundModule, Meaning } from '../../../src/frontends/python/bind/boundModule';
import type { Name } from '../../../src/frontends/python/parse/ast';
import { parse } from '../../../src/frontends/python/parse/parse';

export function bindText(text: string, uri = 'file:///project/main.py', moduleName = ''): BoundModule {
  return bind(new SourceFile(uri, text), parse(text), moduleName);
}

/** The meaning of the last use of `id` that starts at or after `from`, in words. */
export function meaningOf(module: BoundModule, id: string, occurrence = -1): string {
  const names: Name[] = [];
  collectNames(module.tree.body, id, names);
  names.sort((a, b) => a.range.start - b.range.start);
  return inWords(module.resolve(names.at(occurrence)!));
}

export function inWords(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'qualified':
      return meaning.qualifiedName;
    case 'function':
      return `function ${meaning.function.qualifiedName}`;
    case 'builtin':
      return `builtin ${meaning.name}`;
    case 'unbound':
      return 'unbound';
    default:
      return `${meaning.kind} ${meaning.symbol.name}`;
  }
}

export function functionNamed(module: BoundModule, name: string): BoundFunction {
  const found = module.functions.find((fn) => fn.qualifiedName === name);
  if (!found) throw new Error(`no function ${name}`);
  return found;
}

function collectNames(value: unknown, id: string, names: Name[]): void {
  if (Array.isArray(value)) for (const item of value) collectNames(item, id, names);
  else if (typeof value === 'object' && value !== null) {
    const node = value as { kind?: string; id?: string };
    if (node.kind === 'Name' && node.id === id) names.push(value as Name);
    for (const item of Object.values(value)) collectNames(item, id, names);
  }
}
