import { createHash } from 'node:crypto';
import { walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';

/** Changes whenever Jitsight's own inference or code generation does, so that no stored result outlives them. */
const ownVersion = 1;

/**
 * Identifies what a specialisation computes: the function's text, what its free names mean, the functions it calls,
 * the argument types and Numba's version. Where it stands in the file does not matter.
 */
export function functionKey(fn: BoundFunction, signature: string, numba: string): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([ownVersion, numba, signature]));
  addMeaning(fn, hash, new Set());
  return hash.digest('hex').slice(0, 32);
}

function addMeaning(fn: BoundFunction, hash: { update(text: string): unknown }, seen: Set<object>): void {
  if (seen.has(fn)) return;
  seen.add(fn);
  const { file } = fn.module;
  hash.update(`${fn.qualifiedName}\n${file.slice(fn.node.range)}\n`);
  for (const node of walkAll(fn.node.body)) {
    if (node.kind !== 'Name') continue;
    const meaning = fn.module.resolve(node);
    if (meaning.kind === 'function') addMeaning(meaning.function, hash, seen);
    else if (meaning.kind === 'qualified') hash.update(`${node.id}=${meaning.qualifiedName}\n`);
    else if (meaning.kind === 'global' && !seen.has(meaning.symbol)) {
      seen.add(meaning.symbol);
      for (const binding of meaning.symbol.bindings) {
        if (binding.kind === 'assignment') hash.update(`${node.id}=${file.slice(binding.value.range)}\n`);
      }
    }
  }
}
