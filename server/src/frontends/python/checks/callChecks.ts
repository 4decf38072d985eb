import type { BoundFunction } from '../bind/boundModule';
import { evaluationIn } from '../infer/evidence/evaluate/evaluate';
import type { Problem } from '../infer/problem';
import { compareVersions } from '../library/version';
import { type ExplicitSignature, explicitSignatures } from '../infer/specialize/explicitSignatures';
import { ufuncKernel } from '../infer/specialize/ufuncKernel';
import type { Call, Expression } from '../parse/ast';
import { conversion } from '../types/conversion';
import type { NumbaType } from '../types/numbaType';
import { resolveOverload } from '../types/resolveOverload';
import { unliteral } from '../types/unliteral';
import type { AnalysisSession } from '../units/session';

/** An argument at a call, with its type where the code around tells it. */
export interface GivenArgument {
  readonly expression: Expression;
  readonly parameter: string;
  readonly type: NumbaType | undefined;
}

/** What the dispatcher will say, or silently do, to arguments that Python code passes to a compiled function. */
export function checkCalls(fn: BoundFunction, session: AnalysisSession): readonly Problem[] {
  const signatures = explicitSignatures(fn, session.context.numba);
  return session.linked
    .callSites(fn)
    .filter((site) => site.module === session.module && !site.caller?.decorator && !site.isInterpreted)
    .flatMap(({ call }) => {
      const args = givenArguments(fn, call, session);
      if (fn.decorator?.kind === 'vectorize') return checkLoops(fn, call, args, signatures, session);
      if (fn.decorator?.kind === 'guvectorize' || fn.decorator?.kind === 'overload') return [];
      const related = [{ range: fn.node.nameRange, role: 'defined' as const, subject: fn.node.name }];
      const found = [
        ...args.flatMap((one) => [...checkArgument(fn, one), ...checkMask(fn, one, session)]),
        ...checkSignatures(fn, call, args, signatures),
      ];
      return found.map((problem): Problem => ({ ...problem, related }));
    });
}

/** The arguments of a call from Python code, with the types that the code around tells. */
export function givenArguments(
  fn: BoundFunction,
  call: Call,
  session: AnalysisSession,
): readonly GivenArgument[] {
  const evaluation = evaluationIn(session.linked, session.module, session.context.numba);
  const typeOf = (expression: Expression) => {
    const type = evaluation.typeOf(expression);
    return type && unliteral(type);
  };
  if (call.args.some((one) => one.kind === 'Starred')) return [];
  const positional = call.args.flatMap((expression, i) => {
    const param = fn.node.params[i];
    return param ? [{ expression, parameter: param.name, type: typeOf(expression) }] : [];
  });
  const named = call.keywords.flatMap(({ name, value }) =>
    name === undefined ? [] : [{ expression: value, parameter: name, type: typeOf(value) }],
  );
  return [...positional, ...named];
}

function checkArgument(
  fn: BoundFunction,
  { expression, parameter, type }: GivenArgument,
): readonly Problem[] {
  const { range } = expression;
  if (type?.kind === 'list' && type.reflected && !isReflected(type.element)) {
    return [{ kind: 'reflected-list', range, callee: fn.node.name, parameter, type }];
  }
  // Inference has its say on what it is passed; this is the place where it comes from.
  return type && cannotBePassed(type) ? [{ kind: 'untyped-argument', range, subject: parameter, type }] : [];
}

/** Numba takes a masked array for its data before 0.57; from then on it has no type. */
function checkMask(
  { module }: BoundFunction,
  { expression, parameter }: GivenArgument,
  { context }: AnalysisSession,
): readonly Problem[] {
  if (compareVersions(context.numba, '0.57') >= 0) return [];
  const value = expression.kind === 'Name' ? module.valueOf(expression) : expression;
  const makes = value?.kind === 'Call' ? (module.qualifiedName(value.func) ?? '') : '';
  return /^numpy\.ma\.(array|masked_\w+|MaskedArray)$/.test(makes)
    ? [{ kind: 'ignored-mask', range: expression.range, subject: parameter }]
    : [];
}

function cannotBePassed(type: NumbaType): boolean {
  if (type.kind === 'array') return type.dtype.kind === 'pyobject' || isHalf(type.dtype);
  return type.kind === 'pyobject' || isHalf(type) || isReflected(type);
}

function isHalf(type: NumbaType): boolean {
  return type.kind === 'float' && type.bits === 16;
}

function isReflected(type: NumbaType): boolean {
  return type.kind === 'list' && type.reflected;
}

function checkSignatures(
  fn: BoundFunction,
  call: Call,
  args: readonly GivenArgument[],
  signatures: readonly ExplicitSignature[],
): readonly Problem[] {
  const types = args.map((one) => one.type);
  if (signatures.length === 0 || !allKnown(types)) return [];
  const choice = resolveOverload(
    signatures.map((one) => one.args),
    types,
    { allowUnsafe: true },
  );
  const chosen = choice && signatures[choice.index];
  const { name: callee } = fn.node;
  if (!chosen) {
    return [
      {
        kind: 'no-matching-signature',
        range: call.range,
        callee,
        types,
        signatures: signatures.map((one) => one.text),
      },
    ];
  }
  if (choice.tied.length > 1) {
    const texts = choice.tied.map((index) => signatures[index]!.text);
    return [{ kind: 'ambiguous-signature', range: call.range, callee, types, signatures: texts }];
  }
  return args.flatMap(({ expression, parameter }, i): Problem[] => {
    const [from, to] = [types[i]!, chosen.args[i]!];
    const unsafe = conversion(from, to) === 'unsafe' && isLossy(from, to);
    return unsafe
      ? [{ kind: 'unsafe-conversion', range: expression.range, callee, parameter, from, to }]
      : [];
  });
}

/** A Python int that becomes int32 fits as a rule; a float that becomes an integer loses its fraction. */
function isLossy(from: NumbaType, to: NumbaType): boolean {
  return !(from.kind === 'int' && to.kind === 'int');
}

function checkLoops(
  fn: BoundFunction,
  call: Call,
  args: readonly GivenArgument[],
  signatures: readonly ExplicitSignature[],
  { context }: AnalysisSession,
): readonly Problem[] {
  const types = args.map((one) => one.type);
  if (signatures.length === 0 || !allKnown(types) || ufuncKernel(fn, types, context)) return [];
  const texts = signatures.map((one) => one.text);
  return [
    { kind: 'no-matching-signature', range: call.range, callee: fn.node.name, types, signatures: texts },
  ];
}

function allKnown(types: readonly (NumbaType | undefined)[]): types is readonly NumbaType[] {
  return types.length > 0 && types.every((type) => type !== undefined);
}
