import type { FileAnalysis } from '../../frontend';
import type { BoundFunction } from '../bind/boundModule';
import type { Provenance, TypedFunction } from '../infer/typedFunction';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { unliteral } from '../types/unliteral';

type TypeHint = FileAnalysis['typeHints'][number];

const origins: Record<Provenance['kind'], string> = {
  signature: 'from the explicit signature',
  annotation: 'from the annotation',
  call: 'from a call',
  default: 'from the default value',
  docstring: 'from the docstring',
  use: 'from its use in the body (assumed)',
  assumed: 'assumed: nothing tells its type',
};

/** Numba's types behind the parameters and the first assignment of each variable of a compiled function. */
export function typeHints(fn: BoundFunction, typed: TypedFunction): readonly TypeHint[] {
  return [...parameterHints(fn, typed), ...variableHints(typed), ...returnHint(fn, typed)].sort(
    (a, b) => a.offset - b.offset,
  );
}

function parameterHints(fn: BoundFunction, typed: TypedFunction): TypeHint[] {
  return fn.node.params.flatMap((param) => {
    const known = typed.params.find((one) => one.name === param.name);
    if (!known) return [];
    const stars = /^\**/.exec(fn.module.file.slice(param.range))![0].length;
    const assumed = known.origin.kind === 'assumed' || known.origin.kind === 'use';
    return [
      {
        offset: param.range.start + stars + param.name.length,
        label: `: ${shortName(known.type)}${assumed ? '?' : ''}`,
        tooltip: `Numba's type of '${param.name}', ${origins[known.origin.kind]}`,
      },
    ];
  });
}

function variableHints(typed: TypedFunction): TypeHint[] {
  const shown = new Map<string, string>();
  const definitions = [...typed.ssa.definitions].sort(([a], [b]) => a.range.start - b.range.start);
  return definitions.flatMap(([name, version]) => {
    const type = typed.versionTypes.get(version);
    if (!type) return [];
    const text = shortName(type);
    if (shown.get(name.id) === text) return [];
    const changed = shown.has(name.id);
    shown.set(name.id, text);
    const tooltip = `Numba's type of '${name.id}'${changed ? ' from here on' : ''}`;
    return [{ offset: name.range.end, label: `: ${text}`, tooltip }];
  });
}

function returnHint(fn: BoundFunction, typed: TypedFunction): TypeHint[] {
  if (!typed.compiles || fn.node.returns) return [];
  const header = fn.module.file.slice(fn.node.headerRange);
  const close = header.lastIndexOf(')');
  if (close < 0) return [];
  const label = ` -> ${shortName(typed.returnType)}`;
  return [{ offset: fn.node.headerRange.start + close + 1, label, tooltip: "Numba's type of the result" }];
}

/** Numba prints with every list whether its initial value is known, which says nothing about the type. */
function shortName(type: NumbaType): string {
  return typeName(unliteral(type)).replaceAll('<iv=None>', '');
}
