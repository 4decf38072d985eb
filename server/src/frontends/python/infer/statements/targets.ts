import type { Expression, Subscript, Attribute } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import { unliteral } from '../../types/unliteral';
import { conversion } from '../../types/conversion';
import type { Argument } from '../calls/argument';
import { expressionArgument } from '../calls/argument';
import { callLibrary } from '../calls/libraryCall';
import { inferExpression } from '../expressions/expression';
import { inferIndex } from '../expressions/subscripts';
import { type Inference, reach, report } from '../inference';
import { storeJitclassAttribute } from '../jitclass/members';
import { assignVersion } from '../versionTypes';
import { itemType } from './loops';
import { readonlyStore } from './readonlyStore';

/** Assigns a value of `type` to a target; undefined where the value's type is unknown. `value` is its expression, if it has one. */
export function assignTarget(
  inf: Inference,
  target: Expression,
  type: NumbaType | undefined,
  value?: Expression,
): void {
  reach(inf, target);
  switch (target.kind) {
    case 'Name': {
      const version = inf.ssa.form.definitions.get(target);
      const locked = inf.lockedLocals.get(target.id);
      if (!version || !type) return;
      if (locked) assignLocked(inf, target, type, locked);
      else assignVersion(inf, version, type, value);
      return;
    }
    case 'Tuple':
    case 'List':
      unpack(inf, target, type, value);
      return;
    case 'Subscript':
      storeItem(inf, target, type);
      return;
    case 'Attribute':
      storeAttribute(inf, target, type);
      return;
    case 'Starred':
      report(inf, 'bytecode', target, {
        kind: 'unsupported-syntax',
        construct: 'A starred target',
        numbaOpcode: 'UNPACK_EX',
      });
      return;
    default:
      return;
  }
}

function assignLocked(
  inf: Inference,
  target: Expression & { kind: 'Name' },
  type: NumbaType,
  locked: NumbaType,
): void {
  const version = inf.ssa.form.definitions.get(target)!;
  if (conversion(type, locked) === undefined) {
    report(inf, 'typing', target, { kind: 'cannot-unify', subject: target.id, types: [type, locked] });
    return;
  }
  assignVersion(inf, version, locked);
}

function unpack(
  inf: Inference,
  target: Expression & { kind: 'Tuple' | 'List' },
  type: NumbaType | undefined,
  value: Expression | undefined,
): void {
  const wanted = target.elements.length;
  const starred = target.elements.some((element) => element.kind === 'Starred');
  const source = type?.kind === 'optional' ? type.value : type;
  let elements: readonly (NumbaType | undefined)[] = [];
  if (source?.kind === 'tuple') {
    if (source.elements.length === wanted) elements = source.elements;
    else if (!starred) {
      const reason = `${wanted} names for the ${source.elements.length} values of ${typeName(source)}`;
      report(inf, 'typing', target, { kind: 'wrong-arguments', callee: 'unpacking', reason });
    }
  } else if (source && !starred) {
    const item = itemType(inf, target, target, source);
    elements = target.elements.map(() => item);
  }
  // An empty list has no place in a tuple's type yet, and gets its own from the name that it is unpacked to.
  const written = value?.kind === 'Tuple' && value.elements.length === wanted ? value.elements : [];
  for (const [i, element] of target.elements.entries()) {
    const own = written[i];
    assignTarget(inf, element, elements[i] ?? (own && inf.round.types.get(own)), own);
  }
}

const stored = (type: NumbaType): Argument => ({ type, source: { kind: 'stored' } });

function storeItem(inf: Inference, target: Subscript, type: NumbaType | undefined): void {
  const container = inferExpression(inf, target.value);
  const index = inferIndex(inf, target.index);
  if (!container || !index || !type) return;
  const outcome = callLibrary(
    inf,
    'operator.setitem',
    [expressionArgument(target.value, container), expressionArgument(target.index, index), stored(type)],
    { receiver: true },
  );
  if (outcome.kind === 'typed') inf.round.stores.set(target, outcome.resolution);
  else if (outcome.kind !== 'pending') {
    const array = container.kind === 'optional' ? container.value : container;
    if (array.kind === 'array' && array.readonly) {
      report(inf, 'typing', target, readonlyStore(inf, target.value, array));
      return;
    }
    const reason = outcome.kind === 'mismatch' ? outcome.reason : undefined;
    report(inf, 'typing', target, {
      kind: 'unsupported-index',
      type: container,
      index,
      store: true,
      ...(reason ? { reason } : valueReason(container, type)),
    });
  }
}

function valueReason(container: NumbaType, value: NumbaType): { reason?: string } {
  if (container.kind !== 'array') return {};
  const plain = unliteral(value);
  const element = plain.kind === 'array' ? plain.dtype : plain;
  return conversion(element, container.dtype) === undefined
    ? { reason: `${typeName(value)} cannot be stored in ${typeName(container)}` }
    : {};
}

const fieldName = (name: string): Argument => ({
  type: { kind: 'literal', literal: 'str', value: name },
  source: { kind: 'constant', value: { kind: 'str', value: name } },
});

function storeAttribute(inf: Inference, target: Attribute, type: NumbaType | undefined): void {
  const receiver = inferExpression(inf, target.value);
  if (!receiver || !type) return;
  const instance = receiver.kind === 'optional' ? receiver.value : receiver;
  if (instance.kind === 'jitclass') {
    storeJitclassAttribute(inf, target, instance, type);
    return;
  }
  const owner: Argument = { type: receiver, source: { kind: 'receiver', expression: target.value } };
  const outcome =
    receiver.kind === 'record'
      ? callLibrary(inf, 'operator.setitem', [owner, fieldName(target.attr), stored(type)])
      : callLibrary(inf, `setattr ${receiver.kind}.${target.attr}`, [owner, stored(type)]);
  if (outcome.kind === 'typed') inf.round.stores.set(target, outcome.resolution);
  else if (outcome.kind !== 'pending') {
    report(inf, 'typing', target, { kind: 'unknown-attribute', attribute: target.attr, type: receiver });
  }
}
