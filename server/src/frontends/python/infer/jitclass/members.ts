import type { BoundFunction } from '../../bind/boundModule';
import type { Attribute, Call } from '../../parse/ast';
import { getField, setField } from '../../library/jitclass/fields';
import { conversion } from '../../types/conversion';
import { none, type NumbaType } from '../../types/numbaType';
import type { Argument } from '../calls/argument';
import { callee } from '../calls/givenArguments';
import { callTarget } from '../calls/userCall';
import { bindToParameters } from '../calls/userArguments';
import { defaultFlags, inferFunction, type InferenceTarget } from '../inferFunction';
import { addProblem, type Inference, lineOf, report } from '../inference';
import type { BoundArgument, Resolution, TypedFunction } from '../typedFunction';
import { type JitclassInstance, type JitclassMembers, membersOf } from './jitClass';

/** The module a jitclass stands in: for now, always that of the function that uses it. */
function members(inf: Inference, type: JitclassInstance): JitclassMembers {
  return membersOf(inf.module, type.node);
}

function targetOf(fn: BoundFunction): InferenceTarget {
  return { module: fn.module, node: fn.node, function: fn };
}

/** `p.x`: a field, a property's value, or a method for a call to take. */
export function jitclassAttribute(
  inf: Inference,
  node: Attribute,
  type: JitclassInstance,
): NumbaType | undefined {
  const receiver: BoundArgument = {
    name: 'self',
    type,
    source: { kind: 'receiver', expression: node.value },
  };
  const field = type.fields.find((each) => each.name === node.attr);
  if (field) {
    const resolution = fieldRead(type, node.attr, receiver, field.type);
    inf.round.resolutions.set(node, resolution);
    return field.type;
  }
  const { getters, methods, statics } = members(inf, type);
  const getter = getters.get(node.attr);
  if (getter) return readProperty(inf, node, getter, receiver);
  if (methods.has(node.attr) || statics.has(node.attr)) {
    return { kind: 'boundFunction', method: `jitclass.${node.attr}`, receiver: type };
  }
  return report(inf, 'typing', node, { kind: 'unknown-attribute', attribute: node.attr, type });
}

function fieldRead(
  type: JitclassInstance,
  name: string,
  receiver: BoundArgument,
  result: NumbaType,
): Resolution {
  const data = type.fields.findIndex((each) => each.name === name);
  return { kind: 'library', function: getField, args: [receiver], result, data };
}

function readProperty(
  inf: Inference,
  node: Attribute,
  getter: BoundFunction,
  receiver: BoundArgument,
): NumbaType | undefined {
  const typed = inferFunction(targetOf(getter), [receiver.type], inf.context, { flags: defaultFlags });
  if (typed.guessed) inf.round.guessed = true;
  if (!typed.compiles) return reportInside(inf, node, typed);
  inf.round.resolutions.set(node, {
    kind: 'typed',
    target: typed,
    args: [receiver],
    result: typed.returnType,
  });
  return typed.returnType;
}

function reportInside(inf: Inference, node: Attribute | Call, typed: TypedFunction): undefined {
  const first = typed.problems.find((problem) => !problem.compilesAnyway);
  if (!first) return undefined;
  const related = [
    ...(first.related ?? []),
    { range: node.range, role: 'called', subject: typed.name } as const,
  ];
  addProblem(inf, 'typing', { ...first, numbaLine: lineOf(inf, node.range.start), related });
  return undefined;
}

/** `p.x = value`: a field, converted to its type, or a property that can be set. */
export function storeJitclassAttribute(
  inf: Inference,
  target: Attribute,
  type: JitclassInstance,
  value: NumbaType,
): void {
  const receiver: BoundArgument = {
    name: 'self',
    type,
    source: { kind: 'receiver', expression: target.value },
  };
  const position = type.fields.findIndex((each) => each.name === target.attr);
  const field = type.fields[position];
  if (field) {
    if (conversion(value, field.type) === undefined) {
      const types = [value, field.type];
      report(inf, 'lowering', target, { kind: 'cannot-unify', subject: `.${target.attr}`, types });
      return;
    }
    inf.round.stores.set(target, {
      kind: 'library',
      function: setField,
      args: [receiver, { name: 'value', type: field.type, source: { kind: 'stored' } }],
      result: none,
      data: position,
    });
    return;
  }
  const setter = members(inf, type).setters.get(target.attr);
  if (!setter) {
    report(inf, 'typing', target, { kind: 'unknown-attribute', attribute: target.attr, type });
    return;
  }
  const typed = inferFunction(targetOf(setter), [type, value], inf.context, { flags: defaultFlags });
  if (typed.guessed) inf.round.guessed = true;
  const stored: BoundArgument = { name: 'value', type: value, source: { kind: 'stored' } };
  if (!typed.compiles) reportInside(inf, target, typed);
  else inf.round.stores.set(target, { kind: 'typed', target: typed, args: [receiver, stored], result: none });
}

/** `p.method(...)`. */
export function callJitMethod(
  inf: Inference,
  node: Call,
  func: Attribute,
  type: JitclassInstance,
  given: readonly Argument[],
): NumbaType | undefined {
  const { methods, statics } = members(inf, type);
  const method = methods.get(func.attr);
  const receiver: Argument = { type, source: { kind: 'receiver', expression: func.value } };
  const fn = method ?? statics.get(func.attr)!;
  const bound = bindToParameters(fn.node.params, method ? [receiver, ...given] : given);
  if (typeof bound === 'string') return wrongArguments(inf, node, fn, bound);
  return callTarget(inf, node, targetOf(fn), bound, { flags: defaultFlags });
}

/** `Point(x, y)`: a new instance, its fields zero, and `__init__` run on it. */
export function constructJitclass(
  inf: Inference,
  node: Call,
  type: JitclassInstance,
  given: readonly Argument[],
): NumbaType | undefined {
  const init = members(inf, type).methods.get('__init__');
  if (!init || given.some((arg) => arg.keyword !== undefined)) {
    return report(inf, 'typing', node, {
      kind: 'wrong-arguments',
      callee: type.name,
      reason: init ? 'a jitclass takes no keyword arguments in compiled code' : 'it has no __init__',
    });
  }
  const instance: Argument = { type, source: { kind: 'instance' } };
  const bound = bindToParameters(init.node.params, [instance, ...given]);
  if (typeof bound === 'string') return wrongArguments(inf, node, init, bound);
  const typed = inferFunction(targetOf(init), bound.types, inf.context, { flags: defaultFlags });
  if (typed.guessed) inf.round.guessed = true;
  if (!typed.compiles) return reportInside(inf, node, typed);
  inf.round.resolutions.set(node, { kind: 'construct', target: typed, args: bound.args, result: type });
  return type;
}

function wrongArguments(inf: Inference, node: Call, fn: BoundFunction, reason: string): undefined {
  return report(
    inf,
    'typing',
    node,
    { kind: 'wrong-arguments', callee: callee(inf, node), reason },
    { related: [{ range: fn.node.nameRange, role: 'defined', subject: fn.qualifiedName }] },
  );
}
