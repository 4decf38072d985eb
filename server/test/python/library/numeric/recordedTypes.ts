import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TypingContext } from '../../../../src/frontends/python/library/libraryFunction';
import { numericEntries } from '../../../../src/frontends/python/library/numericEntries';
import { isInVersion } from '../../../../src/frontends/python/library/version';
import type { NumbaType } from '../../../../src/frontends/python/types/numbaType';
import { typeName } from '../../../../src/frontends/python/types/typeName';
import { parseType } from './typeText';

const folder = join(import.meta.dirname, '../../../../../test-fixtures/library');

export interface RecordedCase {
  readonly args: readonly string[];
  /** Numba's result type; empty where it refuses. */
  readonly result: string;
}

/** What Numba of that version types, per operation; recorded by `test-fixtures/tools/record_numeric_types.py`. */
export function recordedTypes(numba: string): ReadonlyMap<string, readonly RecordedCase[]> {
  const file = JSON.parse(readFileSync(join(folder, `numeric-types-${numba}.json`), 'utf8'));
  const types = file.types as Record<string, string>;
  const operations = new Map<string, RecordedCase[]>();
  for (const [name, rows] of Object.entries<Record<string, string>>(file.operations)) {
    const cases = Object.entries(rows).flatMap(([result, words]) =>
      words.split(' ').map((word) => ({ args: [...word].map((code) => types[code]!), result })),
    );
    operations.set(name, cases);
  }
  return operations;
}

/** The type the library gives, in Numba's spelling; empty where it refuses. */
export function libraryType(name: string, args: readonly string[], numba: string): string {
  const types: NumbaType[] = args.map(parseType);
  const context: TypingContext = { numba, errorModel: 'python', typeCallable: () => undefined };
  for (const entry of numericEntries) {
    if (entry.name !== canonical(name) || !isInVersion(entry, numba)) continue;
    const outcome = entry.type({ args: types, context });
    if (outcome.kind === 'typed') return typeName(outcome.result);
    if (outcome.kind === 'python') return `python ${outcome.function}`;
  }
  return '';
}

/** A class by the one name the library has for it. */
function canonical(name: string): string {
  return name.replace(/^numpy\.(u?)intp$/, 'numpy.$1int64');
}
