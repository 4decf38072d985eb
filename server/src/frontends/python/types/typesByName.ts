import type { NumbaType } from './numbaType';

/** A table from names to types, written as rows of a type and its names with spaces between. */
export function typesByName(rows: readonly [NumbaType, string][]): ReadonlyMap<string, NumbaType> {
  return new Map(
    rows.flatMap(([type, names]) => names.split(' ').map((name): [string, NumbaType] => [name, type])),
  );
}
