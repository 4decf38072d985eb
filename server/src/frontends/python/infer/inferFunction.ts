import type { BoundFunction, BoundModule, NameSymbol } from '../bind/boundModule';
import type { FunctionNode } from '../parse/ast';
import { tupleOf, type NumbaType } from '../types/numbaType';
import { signatureName, typeName } from '../types/typeName';
import { scalarTypeNamed } from '../types/scalarNames';
import { unliteral } from '../types/unliteral';
import type { InferenceContext } from './context';
import { finishFunction, type Draft, originOf } from './finishFunction';
import { constantInModule } from './globals/constantInModule';
import { factoryValues } from './globals/factoryValues';
import { howCompiled } from './globals/userFunctions';
import { type Inference, type ParameterValue, startRound } from './inference';
import { runInference } from './runInference';
import { registerOverloads } from './specialize/overloadCall';
import type { StencilReads } from './specialize/stencilKernel';
import { buildSsa } from './ssa/buildSsa';
import type { CompileFlags, ConstantValue, Provenance, TypedFunction } from './typedFunction';

/** What can be typed: a `def` or a lambda of a module. */
export interface InferenceTarget {
  readonly module: BoundModule;
  readonly node: FunctionNode;
  readonly function?: BoundFunction;
}

export interface InferenceOptions {
  readonly flags?: CompileFlags;
  /** Types of the enclosing function's variables that a closure reads. */
  readonly captures?: ReadonlyMap<NameSymbol, NumbaType>;
  /** Values of enclosing functions' variables that are known while compiling. */
  readonly frozen?: ReadonlyMap<NameSymbol, FrozenValue>;
  /** Where each argument type came from, by position; calls in compiled code otherwise. */
  readonly origins?: readonly Provenance[];
  /** An explicit signature's return type, which the result is converted to. */
  readonly returnType?: NumbaType;
  /** Set for the kernel of a stencil. */
  readonly stencil?: StencilReads;
  /** Types of variables that `@jit(locals={...})` fixes. */
  readonly locals?: ReadonlyMap<string, NumbaType>;
}

export interface FrozenValue {
  readonly type: NumbaType;
  readonly constant?: ConstantValue;
}

export const defaultFlags: CompileFlags = {
  fastmath: false,
  parallel: false,
  boundscheck: false,
  errorModel: 'python',
};

/**
 * Types a function for the types of the arguments a caller passes, in order: fewer than the parameters leaves the rest to their
 * defaults (so does undefined), more go to `*args`. Never throws; the result lists what is wrong.
 */
export function inferFunction(
  target: InferenceTarget,
  argTypes: readonly (NumbaType | undefined)[],
  context: InferenceContext,
  options: InferenceOptions = {},
): TypedFunction {
  const made = target.function && factoryValues(target.function, context);
  if (made && !options.frozen) return inferFunction(target, argTypes, context, { ...options, frozen: made });
  const values = parameterValues(target, argTypes, options);
  const key = keyOf(target, values, options);
  const known = context.memo.get(target.node) ?? new Map<string, TypedFunction>();
  context.memo.set(target.node, known);
  const memoKey = `${key} ${JSON.stringify(options.flags ?? defaultFlags)}`;
  const done = known.get(memoKey);
  if (done) return options.origins ? withOrigins(done, options.origins) : done;
  registerOverloads(context, target.module);
  const inf = startInference(target, values, key, context, options, false);
  context.stack.push(inf);
  try {
    runInference(inf);
    const typed = finishFunction(inf, draftOf(inf), options);
    // Typed while a recursion is left out, it lacks the types of its own recursive calls.
    if (!context.stack.some((frame) => frame.skipRecursion)) known.set(memoKey, typed);
    return typed;
  } finally {
    context.stack.pop();
  }
}

/** The same for a call that gives its arguments from elsewhere. */
export function withOrigins(typed: TypedFunction, origins: readonly Provenance[]): TypedFunction {
  const params = typed.params.map((one, i) => ({
    ...one,
    origin: originOf(origins, i, one.omitted ?? false),
  }));
  return { ...typed, params };
}

/** The inference in progress of the same function for the same arguments: the call is recursive. */
export function frameOf(
  context: InferenceContext,
  target: InferenceTarget,
  argTypes: readonly (NumbaType | undefined)[],
  options: InferenceOptions = {},
): Inference | undefined {
  if (!context.stack.some((frame) => frame.node === target.node)) return undefined;
  const key = keyOf(target, parameterValues(target, argTypes, options), options);
  return context.stack.findLast((frame) => frame.node === target.node && frame.key === key);
}

/** The same function typed again as if its calls of itself were not there: Numba's way to a first return type. */
export function withoutRecursion(frame: Inference): Inference {
  const { module, node, context, flags, captures } = frame;
  const fresh: Inference = {
    ...frame,
    skipRecursion: true,
    decided: new Map(),
    decidedLate: new Set(),
    decidedEntry: new Set(),
    ssa: buildSsa(module, node, context.numba, () => undefined),
    versionTypes: new Map(),
    definedBy: new Map(),
    refined: new Map(),
    returnTypes: [],
    round: startRound(),
    flags,
    captures,
  };
  context.stack.push(fresh);
  try {
    runInference(fresh);
  } finally {
    context.stack.pop();
  }
  return fresh;
}

const drafts = new WeakMap<Inference, Draft>();

/** The result object of an inference, which recursive calls refer to before it is complete. */
export function draftOf(inf: Inference): Draft {
  const known = drafts.get(inf);
  if (known) return known;
  const draft = {} as Draft;
  drafts.set(inf, draft);
  return draft;
}

function startInference(
  target: InferenceTarget,
  values: ReadonlyMap<string, ParameterValue>,
  key: string,
  context: InferenceContext,
  options: InferenceOptions,
  skipRecursion: boolean,
): Inference {
  return {
    ...target,
    context,
    flags: options.flags ?? defaultFlags,
    parameters: values,
    captures: options.captures ?? new Map(),
    frozen: options.frozen ?? new Map(),
    lockedLocals: options.locals ?? new Map(),
    ...(options.stencil && { stencil: options.stencil }),
    key,
    skipRecursion,
    decided: new Map(),
    decidedLate: new Set(),
    decidedEntry: new Set(),
    ssa: buildSsa(target.module, target.node, context.numba, () => undefined),
    versionTypes: new Map(),
    definedBy: new Map(),
    refined: new Map(),
    returnTypes: [],
    round: startRound(),
  };
}

function parameterValues(
  { module, node }: InferenceTarget,
  argTypes: readonly (NumbaType | undefined)[],
  { origins }: InferenceOptions,
): Map<string, ParameterValue> {
  const values = new Map<string, ParameterValue>();
  const rest = [...argTypes];
  for (const param of node.params) {
    if (param.kind === 'varPositional') {
      const elements = rest.splice(0).flatMap((type) => (type ? [type] : []));
      const fromCompiledCode = !origins;
      const type = { ...tupleOf(elements), ...(fromCompiledCode && { star: true as const }) };
      values.set(param.name, { type, omitted: false });
      continue;
    }
    if (param.kind === 'varKeyword') continue;
    const given = rest.shift();
    if (given) {
      values.set(param.name, { type: given, omitted: false, ...literalValue(given) });
      continue;
    }
    // The dispatcher counts keyword-only parameters as required ones.
    if (param.kind === 'keywordOnly') continue;
    const constant = param.default && constantInModule(module, param.default);
    const fn = param.default?.kind === 'Name' ? module.resolve(param.default) : undefined;
    if (fn?.kind === 'function' && howCompiled(fn.function) === 'compiled') {
      values.set(param.name, { type: { kind: 'dispatcher', function: fn.function }, omitted: true });
    }
    const named = param.default && module.qualifiedName(param.default);
    const scalar = named === undefined ? undefined : scalarTypeNamed(named);
    if (scalar) values.set(param.name, { type: { kind: 'typeClass', of: scalar }, omitted: true });
    if (constant) {
      // Numba types a default tuple as an argument, a default number as a literal.
      const type = constant.type.kind === 'tuple' ? unliteral(constant.type) : constant.type;
      values.set(param.name, { type, constant: constant.value, omitted: true });
    }
  }
  return values;
}

function literalValue(type: NumbaType): Pick<ParameterValue, 'constant'> {
  if (type.kind === 'none') return { constant: { kind: 'none' } };
  if (type.kind !== 'literal') return {};
  if (type.literal === 'int') return { constant: { kind: 'int', value: type.value } };
  return type.literal === 'bool'
    ? { constant: { kind: 'bool', value: type.value } }
    : { constant: { kind: 'str', value: type.value } };
}

let closureIds = 0;
const identities = new WeakMap<object, number>();

// Closures print alike; two different ones must not share a specialisation.
function identity(type: NumbaType): string {
  if (type.kind === 'functionType') {
    return type.members.map((fn) => identity({ kind: 'dispatcher', function: fn })).join('');
  }
  const subject =
    type.kind === 'closure'
      ? type.node
      : type.kind === 'dispatcher' || type.kind === 'generator'
        ? type.function
        : undefined;
  if (!subject) return '';
  const id = identities.get(subject) ?? ++closureIds;
  identities.set(subject, id);
  return `#${id}`;
}

function keyOf(
  target: InferenceTarget,
  values: ReadonlyMap<string, ParameterValue>,
  options: InferenceOptions,
): string {
  const name = target.function?.qualifiedName ?? '<lambda>';
  const types = [...values.values()].map(({ type, omitted }) =>
    omitted ? `omitted(default=${typeName(type)})` : typeName(type) + identity(type),
  );
  const captured = [...(options.captures ?? [])].map(([symbol, type]) => `${symbol.name}: ${typeName(type)}`);
  const returns = options.returnType ? ` -> ${typeName(options.returnType)}` : '';
  for (const [symbol, { type, constant }] of options.frozen ?? []) {
    const value = constant && 'value' in constant ? ` = ${constant.value}` : '';
    captured.push(`${symbol.name}: ${typeName(type)}${identity(type)}${value}`);
  }
  const closed = captured.length > 0 ? ` [${captured.join(', ')}]` : '';
  return types.length === 0
    ? `${name}${signatureName([])}${closed}${returns}`
    : `${name}(${types.join(', ')})${closed}${returns}`;
}
