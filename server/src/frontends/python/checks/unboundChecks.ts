import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { Version } from '../infer/ssa';
import type { TypedFunction } from '../infer/typedFunction';

/** Variables that some path reaches unassigned: Python raises there, compiled code goes on with zero. */
export function checkUnbound(fn: BoundFunction, typed: TypedFunction): readonly Problem[] {
  if (!typed.compiles) return [];
  const told = new Set<object>();
  const uses = [...typed.ssa.uses].sort(([a], [b]) => a.range.start - b.range.start);
  return uses.flatMap(([name, version]): Problem[] => {
    if (told.has(version.symbol) || version.symbol.isParameter || !mayBeUnassigned(version, new Set()))
      return [];
    told.add(version.symbol);
    const related = version.symbol.bindings.map(({ range }) => ({
      range,
      role: 'assigned' as const,
      subject: name.id,
    }));
    return [
      {
        kind: 'unbound-variable',
        range: name.range,
        function: fn,
        subject: name.id,
        compilesAnyway: true,
        related,
      },
    ];
  });
}

function mayBeUnassigned(version: Version, seen: Set<Version>): boolean {
  if (!version.isPhi || seen.has(version)) return false;
  seen.add(version);
  return version.operands.some((operand) => operand === undefined || mayBeUnassigned(operand, seen));
}
