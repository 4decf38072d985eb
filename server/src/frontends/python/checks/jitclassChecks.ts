import { walkAll } from '../advice/childNodes';
import type { BoundModule } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import { jitclassInstance, membersOf } from '../infer/jitclass/jitClass';
import type { ClassDef, Expression } from '../parse/ast';
import type { AnalysisSession } from '../units/session';

/** Attributes that a jitclass's methods assign and that its specification does not name. */
export function checkJitclasses({ module, context }: AnalysisSession): readonly Problem[] {
  return module.tree.body.flatMap((node) =>
    node.kind === 'ClassDef' ? missingFields(module, node, context.numba) : [],
  );
}

function missingFields(module: BoundModule, node: ClassDef, numba: string): readonly Problem[] {
  const instance = jitclassInstance(module, node, numba);
  if (!instance || instance === 'unknown' || node.bases.length > 0) return [];
  const { methods, setters } = membersOf(module, node);
  const known = new Set([...instance.fields.map((one) => one.name), ...setters.keys()]);
  return [...methods.values()].flatMap((fn) => {
    const self = fn.node.params[0]?.name;
    return walkAll(fn.node.body)
      .flatMap((one) =>
        one.kind === 'Assign' ? one.targets.map((target) => ({ target, value: one.value })) : [],
      )
      .flatMap(({ target, value }): Problem[] => {
        if (target.kind !== 'Attribute' || target.value.kind !== 'Name' || target.value.id !== self)
          return [];
        if (known.has(target.attr)) return [];
        known.add(target.attr);
        return [
          {
            kind: 'jitclass-missing-field',
            range: target.range,
            function: fn,
            subject: node.name,
            field: target.attr,
            fieldType: fieldType(value),
            related: [{ range: node.nameRange, role: 'defined', subject: node.name }],
          },
        ];
      });
  });
}

/** The Numba type of what is assigned, where the text tells it. */
function fieldType(value: Expression): string | undefined {
  if (value.kind !== 'Constant') return undefined;
  return { int: 'int64', float: 'float64', bool: 'boolean', complex: undefined, str: 'unicode_type' }[
    value.value.type as string
  ];
}
