import type { BoundModule } from '../../bind/boundModule';
import type { ClassDef, Expression, Statement } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { typeOfExpression } from '../../types/signatureText';
import { annotationHint } from '../evidence/fromAnnotation';
import { jitclassNamed } from './jitClass';

type Fields = (NumbaType & { kind: 'jitclass' })['fields'];

/**
 * A jitclass's fields in order: those of its spec, then those that only the class's annotations give. Undefined where
 * the source does not tell a type.
 */
export function fieldsOfClass(
  module: BoundModule,
  node: ClassDef,
  decorator: Expression,
  numba: string,
): Fields | undefined {
  const given = decorator.kind === 'Call' ? specOf(decorator) : undefined;
  const listed = given ? specItems(module, given) : [];
  if (!listed) return undefined;
  const fields = new Map<string, NumbaType | undefined>();
  for (const [name, type] of listed) fields.set(name, fieldType(module, type, numba));
  for (const statement of node.body) {
    if (statement.kind !== 'AnnAssign' || statement.target.kind !== 'Name') continue;
    const { id } = statement.target;
    if (!fields.has(id)) fields.set(id, annotatedField(module, statement.annotation, numba));
  }
  const found = [...fields].flatMap(([name, type]) => (type ? [{ name, type }] : []));
  return found.length === fields.size ? found : undefined;
}

function specOf(call: Expression & { kind: 'Call' }): Expression | undefined {
  return call.args[0] ?? call.keywords.find((keyword) => keyword.name === 'spec')?.value;
}

type Item = readonly [name: string, type: Expression];

/** The pairs of a list of tuples, a dict, or a variable that holds one. */
function specItems(module: BoundModule, spec: Expression, depth = 0): Item[] | undefined {
  if (depth > 10) return undefined;
  switch (spec.kind) {
    case 'Name': {
      const value = module.valueOf(spec);
      const items = value && specItems(module, value, depth + 1);
      return items && [...items, ...addedLater(module, spec.id)];
    }
    case 'List':
    case 'Tuple':
      return together(spec.elements.map(pairOf));
    case 'Dict':
      return together(spec.items.map(({ key, value }) => key && item(key, value)));
    case 'BinOp': {
      const left = specItems(module, spec.left, depth + 1);
      const right = specItems(module, spec.right, depth + 1);
      return left && right && [...left, ...right];
    }
    case 'Call': {
      if (!/(^|\.)(OrderedDict|dict|list)$/.test(module.qualifiedName(spec.func) ?? '')) return undefined;
      return spec.args[0] ? specItems(module, spec.args[0], depth + 1) : [];
    }
    default:
      return undefined;
  }
}

function pairOf(element: Expression): Item | undefined {
  const isPair = (element.kind === 'Tuple' || element.kind === 'List') && element.elements.length === 2;
  return isPair ? item(element.elements[0]!, element.elements[1]!) : undefined;
}

function item(key: Expression, type: Expression): Item | undefined {
  return key.kind === 'Constant' && key.value.type === 'str' ? [key.value.value, type] : undefined;
}

function together(items: readonly (Item | undefined)[]): Item[] | undefined {
  return items.every((each) => each !== undefined) ? [...items] : undefined;
}

/** `spec['x'] = float64` and `spec.append(('x', float64))` after the spec was made. */
function addedLater(module: BoundModule, name: string): Item[] {
  return module.tree.body.flatMap((statement) => addition(statement, name) ?? []).map((each) => each);
}

function addition(statement: Statement, name: string): [Item] | undefined {
  let found: Item | undefined;
  if (statement.kind === 'Assign') {
    const target = statement.targets[0];
    const isOurs = target?.kind === 'Subscript' && target.value.kind === 'Name' && target.value.id === name;
    found = isOurs ? item(target.index, statement.value) : undefined;
  } else if (statement.kind === 'ExpressionStatement' && statement.value.kind === 'Call') {
    const { func, args } = statement.value;
    const isOurs = func.kind === 'Attribute' && func.attr === 'append' && func.value.kind === 'Name';
    found = isOurs && func.value.id === name && args[0] ? pairOf(args[0]) : undefined;
  }
  return found && [found];
}

function fieldType(module: BoundModule, expression: Expression, numba: string): NumbaType | undefined {
  const instance = instanceType(module, expression, numba);
  if (instance) return instance === 'unknown' ? undefined : instance;
  const parsed = typeOfExpression(expression, module, numba);
  return 'value' in parsed ? parsed.value : undefined;
}

/** `Point.class_type.instance_type`. */
function instanceType(module: BoundModule, expression: Expression, numba: string) {
  if (expression.kind !== 'Attribute' || expression.attr !== 'instance_type') return undefined;
  const { value } = expression;
  if (value.kind !== 'Attribute' || value.attr !== 'class_type') return undefined;
  return jitclassNamed(module, value.value, numba);
}

/** Numba's `as_numba_type`: Python's `int` is int64, a list annotation means a typed list. */
function annotatedField(module: BoundModule, annotation: Expression, numba: string): NumbaType | undefined {
  const instance = jitclassNamed(module, annotation, numba);
  if (instance) return instance === 'unknown' ? undefined : instance;
  const parsed = typeOfExpression(annotation, module, numba);
  if ('value' in parsed) return parsed.value;
  const hint = annotationHint(module, annotation, numba);
  if (!hint || hint.kind === 'array hint') return undefined;
  return hint.kind === 'list' ? { kind: 'typedList', element: hint.element } : hint;
}
