import type { Attribute } from '../../parse/ast';
import { isRegisteredAttribute } from '../../library/registeredAttributes';
import { lookup } from '../../library/registry';
import type { NumbaType } from '../../types/numbaType';
import { callLibrary } from '../calls/libraryCall';
import { constantOf } from '../decide/constantOf';
import { enumMember } from '../globals/enums';
import { inferQualified } from '../globals/qualifiedValue';
import { type Inference, report } from '../inference';
import { jitclassAttribute } from '../jitclass/members';
import { inferExpression } from './expression';
import { reportPlainView } from './scalarView';
import { overloadedAttribute, overloadedMethod } from '../specialize/overloadedMembers';

export function inferAttribute(inf: Inference, node: Attribute): NumbaType | undefined {
  const qualified = inf.module.qualifiedName(node);
  if (qualified) return inferQualified(inf, node, qualified);
  const member = enumMember(inf, node);
  if (member) return member;
  const receiver = inferExpression(inf, node.value);
  return receiver && attributeOf(inf, node, receiver);
}

/** What library names call the kind of a receiver: literals by their base, optionals by what they hold. */
export function receiverKind(type: NumbaType): string {
  if (type.kind === 'optional') return receiverKind(type.value);
  if (type.kind !== 'literal') return type.kind;
  return type.literal === 'str' ? 'unicode' : type.literal;
}

function attributeOf(inf: Inference, node: Attribute, receiver: NumbaType): NumbaType | undefined {
  if (receiver.kind === 'tuple' && receiver.named) {
    const position = receiver.named.fields.indexOf(node.attr);
    if (position >= 0) return receiver.elements[position];
  }
  if (receiver.kind === 'record') {
    const field = receiver.fields.find((each) => each.name === node.attr);
    if (field) return recordField(inf, node, receiver) ?? field.type;
  }
  const instance = receiver.kind === 'optional' ? receiver.value : receiver;
  if (reportPlainView(inf, node, receiver)) return undefined;
  if (instance.kind === 'jitclass') return jitclassAttribute(inf, node, instance);
  const kind = receiverKind(receiver);
  const outcome = callLibrary(
    inf,
    `getattr ${kind}.${node.attr}`,
    [{ type: receiver, source: { kind: 'receiver', expression: node.value } }],
    { receiver: true },
  );
  if (outcome.kind === 'typed') {
    inf.round.resolutions.set(node, outcome.resolution);
    return numberOfDimensions(inf, node) ?? outcome.type;
  }
  if (outcome.kind === 'pending') return undefined;
  const column = receiver.kind === 'array' ? recordField(inf, node, receiver) : undefined;
  if (column) return column;
  if (lookup(`${kind}.${node.attr}`, inf.context.numba).length > 0) {
    return { kind: 'boundFunction', method: `${kind}.${node.attr}`, receiver };
  }
  if (isRegisteredAttribute(kind, node.attr, inf.context.numba)) {
    inf.round.guessed = true;
    return undefined;
  }
  const method = overloadedMethod(inf, node.attr, receiver);
  if (method) return method;
  const computed = overloadedAttribute(inf, node, receiver);
  if (computed && computed !== 'unknown') return computed;
  if (isRegisteredElsewhere(inf, node, receiver)) {
    inf.round.guessed = true;
    return undefined;
  }
  return report(inf, 'typing', node, { kind: 'unknown-attribute', attribute: node.attr, type: receiver });
}

/** Numba puts a constant in the place of `a.ndim` of an argument before it types. */
function numberOfDimensions(inf: Inference, node: Attribute): NumbaType | undefined {
  const value = node.attr === 'ndim' ? constantOf(inf, node)?.value : undefined;
  return value?.kind === 'int' ? { kind: 'literal', literal: 'int', value: value.value } : undefined;
}

/** Members that are registered for a class that Jitsight does not match, and the reductions of a ufunc. */
function isRegisteredElsewhere(inf: Inference, node: Attribute, receiver: NumbaType): boolean {
  if (receiver.kind === 'dufunc') return node.attr === 'reduce' || node.attr === 'at';
  return inf.module.functions.some((fn) =>
    fn.otherDecorators.some((decorator) => {
      if (decorator.kind !== 'Call') return false;
      const name = decorator.args[1];
      return (
        /\.overload_(method|attribute)$/.test(inf.module.qualifiedName(decorator.func) ?? '') &&
        name?.kind === 'Constant' &&
        name.value.type === 'str' &&
        name.value.value === node.attr
      );
    }),
  );
}

// `record.x` is `record['x']`, and so it is for an array of records.
function recordField(inf: Inference, node: Attribute, receiver: NumbaType): NumbaType | undefined {
  const outcome = callLibrary(inf, 'operator.getitem', [
    { type: receiver, source: { kind: 'receiver', expression: node.value } },
    {
      type: { kind: 'literal', literal: 'str', value: node.attr },
      source: { kind: 'constant', value: { kind: 'str', value: node.attr } },
    },
  ]);
  if (outcome.kind !== 'typed') return undefined;
  inf.round.resolutions.set(node, outcome.resolution);
  return outcome.type;
}
