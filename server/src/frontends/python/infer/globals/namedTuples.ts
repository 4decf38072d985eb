import type { BoundModule } from '../../bind/boundModule';
import type { ClassDef, Expression } from '../../parse/ast';

export interface NamedTupleShape {
  readonly name: string;
  readonly fields: readonly string[];
}

const makers = new Set(['collections.namedtuple', 'typing.NamedTuple']);

/** The fields of the module's named tuple of that name, made by a call or by a class. */
export function namedTupleFields(module: BoundModule, name: string): readonly string[] | undefined {
  for (const symbol of module.moduleScope.symbols.values()) {
    for (const binding of symbol.bindings) {
      const shape =
        binding.kind === 'assignment'
          ? namedTupleOfCall(module, binding.value)
          : binding.kind === 'class'
            ? namedTupleOfClass(module, binding.node as ClassDef)
            : undefined;
      if (shape?.name === name) return shape.fields;
    }
  }
  return undefined;
}

/** `namedtuple('Point', 'x y')`; undefined for anything else, and where the source does not tell the names. */
export function namedTupleOfCall(module: BoundModule, value: Expression): NamedTupleShape | undefined {
  if (value.kind !== 'Call' || !makers.has(module.qualifiedName(value.func) ?? '')) return undefined;
  const [name, fields] = value.args;
  const typename = textOf(name);
  const listed =
    fields?.kind === 'List' || fields?.kind === 'Tuple'
      ? fields.elements.map(
          (field) => textOf(field) ?? (field.kind === 'Tuple' ? textOf(field.elements[0]) : undefined),
        )
      : textOf(fields)
          ?.split(/[\s,]+/)
          .filter(Boolean);
  if (typename === undefined || !listed?.every((field) => field !== undefined)) return undefined;
  return { name: typename, fields: listed };
}

/** `class Point(NamedTuple)` with its annotated fields. */
export function namedTupleOfClass(module: BoundModule, node: ClassDef): NamedTupleShape | undefined {
  if (!node.bases?.some((base) => module.qualifiedName(base) === 'typing.NamedTuple')) return undefined;
  const fields = node.body.flatMap((statement) =>
    statement.kind === 'AnnAssign' && statement.target.kind === 'Name' ? [statement.target.id] : [],
  );
  return { name: node.name, fields };
}

function textOf(node: Expression | undefined): string | undefined {
  return node?.kind === 'Constant' && node.value.type === 'str' ? node.value.value : undefined;
}
