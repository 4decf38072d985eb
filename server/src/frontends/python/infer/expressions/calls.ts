import type { Call, Expression } from '../../parse/ast';
import { isRegistered } from '../../library/registeredNames';
import { lookup } from '../../library/registry';
import type { NumbaType } from '../../types/numbaType';
import { type Argument, expressionArgument, isReady } from '../calls/argument';
import { callDispatcher } from '../calls/dispatcherCall';
import { callee, givenArguments } from '../calls/givenArguments';
import { callFunctionValue } from '../calls/functionValueCall';
import { callLibrary, type LibraryOutcome } from '../calls/libraryCall';
import { makeNamedTuple } from '../calls/namedTuple';
import { checkPrangeStep } from '../calls/prange';
import { inferTypeQuestion } from '../calls/typeQuestions';
import { callClosure, reportUndecorated } from '../calls/userCall';
import { callUfunc } from '../specialize/ufuncCall';
import { callOverload, hasOverload } from '../specialize/overloadCall';
import { callOverloadedMethod, isOverloadedMethod } from '../specialize/overloadedMembers';
import { exceptionNames } from '../globals/exceptionNames';
import { isKnownRoot } from '../globals/modules';
import { inferredFunctions } from '../globals/qualifiedValue';
import { scalarTypeNamed } from '../../types/scalarNames';
import { howCompiled } from '../globals/userFunctions';
import { type Inference, report } from '../inference';
import { callJitMethod, constructJitclass } from '../jitclass/members';
import { typeName } from '../../types/typeName';
import { closureNamed } from '../variables';
import { inferExpression } from './expression';
import { receiverKind } from './attributes';

export function inferCall(inf: Inference, node: Call): NumbaType | undefined {
  const closure = closureNamed(inf.module, node.func);
  if (closure) {
    const given = givenArguments(inf, node, handedClosure);
    return given && callClosure(inf, node, closure.node, given);
  }
  const qualified = inf.module.qualifiedName(node.func);
  if (qualified) return callQualified(inf, node, qualified);
  const meaning = node.func.kind === 'Name' ? inf.module.resolve(node.func) : undefined;
  if (meaning?.kind === 'function') {
    const given = givenArguments(inf, node);
    return callFunction(inf, node, meaning.function, given);
  }
  if (node.func.kind === 'Attribute') return callMethod(inf, node, node.func);
  const type = inferExpression(inf, node.func);
  const given = givenArguments(inf, node);
  return type && given && callValue(inf, node, type, given);
}

/** A closure handed to another is inlined with it, and so may capture anything. */
function handedClosure(inf: Inference, arg: Expression): NumbaType | undefined {
  const closure = closureNamed(inf.module, arg);
  if (!closure) return undefined;
  const type: NumbaType = { kind: 'closure', node: closure.node, id: 0 };
  inf.round.types.set(arg, type);
  return type;
}

function callFunction(
  inf: Inference,
  node: Call,
  fn: Parameters<typeof reportUndecorated>[2],
  given: readonly Argument[] | undefined,
): NumbaType | undefined {
  if (hasOverload(inf, fn)) return given && callOverload(inf, node, fn, given);
  switch (howCompiled(fn)) {
    case 'plain':
      if (inf.context.assumeDecorated?.(fn)) return given && callDispatcher(inf, node, fn, given);
      return reportUndecorated(inf, node, fn);
    case 'unclear':
      inf.round.guessed = true;
      return undefined;
    case 'ufunc':
      return given && callUfunc(inf, node, fn, given);
    case 'compiled':
      return given && callDispatcher(inf, node, fn, given);
  }
}

function callQualified(inf: Inference, node: Call, qualifiedName: string): NumbaType | undefined {
  if (inferredFunctions.has(qualifiedName)) return inferTypeQuestion(inf, node, qualifiedName);
  if (qualifiedName === 'numba.stencil') {
    // Numba compiles stencils that compiled code makes of its own closures; Jitsight does not know them yet.
    inf.round.guessed = true;
    return undefined;
  }
  const given = givenArguments(inf, node);
  if (qualifiedName === 'numba.prange') checkPrangeStep(inf, node);
  if (qualifiedName === 'functools.reduce' && node.func.kind === 'Attribute') {
    return given && reportReduce(inf, node, given);
  }
  if (!hasOverload(inf, qualifiedName)) return callNamed(inf, node, qualifiedName, given);
  const known = lookup(qualifiedName, inf.context.numba).length > 0;
  const own = known ? () => callNamed(inf, node, qualifiedName, given) : undefined;
  return given && callOverload(inf, node, qualifiedName, given, own);
}

/** Numba replaces `reduce` where it is called by its own name, and has no code for it otherwise. */
function reportReduce(inf: Inference, node: Call, given: readonly Argument[]): undefined {
  return report(inf, 'lowering', node, {
    kind: 'unsupported-argument',
    callee: 'functools.reduce',
    types: given.map(({ type }) => type),
    reason: 'Numba compiles it under its own name only: write `from functools import reduce`',
  });
}

function callNamed(
  inf: Inference,
  node: Call,
  qualifiedName: string,
  given: readonly Argument[] | undefined,
): NumbaType | undefined {
  const builtin = /^builtins\.(\w+)$/.exec(qualifiedName)?.[1];
  if (builtin && exceptionNames.has(builtin)) return { kind: 'exceptionInstance', name: builtin };
  const imported = inf.context.resolveImport(qualifiedName);
  if (imported) return callFunction(inf, node, imported, given);
  const scalar = scalarTypeNamed(qualifiedName);
  const known = lookup(qualifiedName, inf.context.numba).length > 0;
  const name = scalar && !known ? castName(scalar) : qualifiedName;
  if (!known && !scalar && !isKnownRoot(qualifiedName)) {
    inf.round.guessed = true;
    return undefined;
  }
  if (!given) {
    if (!known && !scalar) return unknownFunction(inf, node, qualifiedName);
    return undefined;
  }
  return conclude(inf, node, callLibrary(inf, name, given), qualifiedName.replace(/^builtins\./, ''), given);
}

/** Casts are listed under NumPy's name of the type. */
const castName = (type: NumbaType): string => `numpy.${type.kind === 'bool' ? 'bool_' : typeName(type)}`;

function callMethod(
  inf: Inference,
  node: Call,
  func: Call['func'] & { kind: 'Attribute' },
): NumbaType | undefined {
  const type = inferExpression(inf, func);
  const given = givenArguments(inf, node);
  return type && given && callValue(inf, node, type, given);
}

function callValue(
  inf: Inference,
  node: Call,
  type: NumbaType,
  given: readonly Argument[],
): NumbaType | undefined {
  switch (type.kind) {
    case 'boundFunction': {
      const { func } = node;
      if (func.kind !== 'Attribute') return callKeptMethod(inf, node, type, given);
      if (type.receiver.kind === 'jitclass') return callJitMethod(inf, node, func, type.receiver, given);
      const receiver: Argument = {
        type: type.receiver,
        source: { kind: 'receiver', expression: func.value },
      };
      if (isOverloadedMethod(type.method)) {
        return callOverloadedMethod(inf, node, type.method, [receiver, ...given]);
      }
      const outcome = callLibrary(inf, type.method, [receiver, ...given], { receiver: true });
      return conclude(inf, node, outcome, `${receiverKind(type.receiver)}.${func.attr}`, [
        receiver,
        ...given,
      ]);
    }
    case 'function': {
      const named = makeNamedTuple(inf, node, type.qualifiedName, given);
      if (named !== undefined) return named === 'problem' ? undefined : named;
      return conclude(inf, node, callLibrary(inf, type.qualifiedName, given), type.qualifiedName, given);
    }
    case 'typeClass':
      return conclude(inf, node, callLibrary(inf, castName(type.of), given), typeName(type.of), given);
    case 'functionType':
      return callFunctionValue(inf, node, type, given);
    case 'dispatcher':
      return callFunction(inf, node, type.function, given);
    case 'dufunc':
      return callUfunc(inf, node, type.function, given);
    case 'closure':
      return callClosure(inf, node, type.node, given);
    case 'jitclassType':
      return constructJitclass(inf, node, type.instance, given);
    case 'exceptionClass':
      return { kind: 'exceptionInstance', name: type.name };
  }
  return report(inf, 'typing', node, { kind: 'not-callable', type });
}

/** `add = xs.append; add(1)`: the variable holds the receiver. */
function callKeptMethod(
  inf: Inference,
  node: Call,
  type: NumbaType & { kind: 'boundFunction' },
  given: readonly Argument[],
): NumbaType | undefined {
  if (!isReady(type.receiver) || type.receiver.kind === 'jitclass') {
    inf.round.guessed = true;
    return undefined;
  }
  const receiver = expressionArgument(node.func, type.receiver);
  const all = [receiver, ...given];
  return conclude(inf, node, callLibrary(inf, type.method, all, { receiver: true }), type.method, all);
}

function unknownFunction(inf: Inference, node: Call, qualifiedName: string): undefined {
  const full = qualifiedName.includes('.') ? qualifiedName : `builtins.${qualifiedName}`;
  if (isRegistered(full, inf.context.numba)) {
    inf.round.guessed = true;
    return undefined;
  }
  return report(inf, 'typing', node.func, {
    kind: 'unsupported-function',
    callee: qualifiedName.replace(/^builtins\./, ''),
  });
}

function conclude(
  inf: Inference,
  node: Call,
  outcome: LibraryOutcome,
  name: string,
  given: readonly Argument[],
): NumbaType | undefined {
  switch (outcome.kind) {
    case 'typed':
      inf.round.resolutions.set(node, outcome.resolution);
      return outcome.type;
    case 'pending':
      return undefined;
    case 'unknown':
      return unknownFunction(inf, node, name);
    case 'mismatch': {
      const keywords = given.flatMap((arg) => (arg.keyword === undefined ? [] : [arg.keyword]));
      return report(inf, 'typing', node, {
        kind: 'unsupported-argument',
        callee: name || callee(inf, node),
        types: given.map((arg) => arg.type),
        ...(keywords.length > 0 && { keywords }),
        ...(outcome.reason && { reason: outcome.reason }),
      });
    }
  }
}
