import type { Call, Expression, Keyword, Name } from '../parse/ast';
import type { DecoratorKind, DecoratorOption, NumbaDecorator } from './boundModule';
import { numbaDecorators } from './decoratorNames';
import type { Resolver } from './resolve';

/** A decorator expression before it is put to use: `njit`, `jit(nopython=True)`, an alias of either. */
export interface DecoratorValue {
  readonly kind: DecoratorKind;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

/** What an expression does as a decorator; undefined when it is none of Numba's. */
export function decoratorValue(
  resolver: Resolver,
  expression: Expression,
  depth = 0,
): DecoratorValue | undefined {
  if (depth > 20) return undefined;
  const qualifiedName = resolver.qualifiedName(expression);
  const kind = qualifiedName === undefined ? undefined : numbaDecorators.get(qualifiedName);
  if (kind) return { kind, args: [], keywords: [] };
  if (expression.kind === 'Name') {
    const value = resolver.valueOf(expression);
    return value && decoratorValue(resolver, value, depth + 1);
  }
  if (expression.kind === 'IfExp') {
    return (
      decoratorValue(resolver, expression.body, depth + 1) ??
      decoratorValue(resolver, expression.orelse, depth + 1)
    );
  }
  if (expression.kind !== 'Call') return undefined;
  const isPartial = resolver.qualifiedName(expression.func) === 'functools.partial';
  const func = isPartial ? expression.args[0] : expression.func;
  const base = func && decoratorValue(resolver, func, depth + 1);
  if (!base) return undefined;
  const args = isPartial ? expression.args.slice(1) : expression.args;
  const given = new Set(expression.keywords.map((keyword) => keyword.name));
  return {
    kind: base.kind,
    args: [...base.args, ...args],
    keywords: [...base.keywords.filter((keyword) => !given.has(keyword.name)), ...expression.keywords],
  };
}

/** The decorator that `@expression` or a wrapping call puts on a function. */
export function numbaDecorator(
  resolver: Resolver,
  value: DecoratorValue,
  node: Expression,
  form: NumbaDecorator['form'],
): NumbaDecorator {
  const { kind } = value;
  const options = optionsOf(resolver, value);
  const isUfunc = kind === 'vectorize' || kind === 'guvectorize';
  const layoutValue = kind === 'guvectorize' ? layoutExpression(resolver, value) : undefined;
  const layout = layoutValue && textOf(resolver, layoutValue);
  const overloadOf = kind === 'overload' ? value.args[0] : undefined;
  const signatures = signatureExpressions(resolver, value).flatMap((signature) =>
    signature === layoutValue ? [] : unpacked(resolver, signature, isUfunc),
  );
  return {
    kind,
    node,
    range: node.range,
    form,
    signatures,
    ...(layout !== undefined && { layout }),
    ...(overloadOf && { overloadOf }),
    options,
    nopython: compilesWithoutPython(kind, options),
  };
}

/** Parameters that are no options, by the decorators' own names for them. */
const signatureKeywords: Partial<Record<DecoratorKind, string>> = {
  jit: 'signature_or_function',
  vectorize: 'ftylist_or_function',
  guvectorize: 'ftylist',
  cfunc: 'sig',
};

/** The argument that holds signatures, when it is given. */
function signatureExpressions(resolver: Resolver, { kind, args, keywords }: DecoratorValue): Expression[] {
  if (!['jit', 'njit', 'vectorize', 'guvectorize', 'cfunc'].includes(kind)) return [];
  const named = keywords.find((keyword) => keyword.name && keyword.name === signatureKeywords[kind])?.value;
  const first = args[0] ?? named;
  if (!first || first.kind === 'Starred') return [];
  const isNone = first.kind === 'Constant' && first.value.type === 'None';
  return isNone || isFunction(resolver, first) ? [] : [first];
}

/** `guvectorize(signatures, layout)`, or the layout alone. */
function layoutExpression(resolver: Resolver, { args, keywords }: DecoratorValue): Expression | undefined {
  const named = keywords.find((keyword) => keyword.name === 'signature')?.value;
  if (named) return named;
  const [first, second] = args;
  // A gufunc that changes its inputs in place has a layout without outputs, `(n),(k)`.
  if (second && isLayout(resolver, second)) return second;
  return first && isLayout(resolver, first) && textOf(resolver, first)!.includes('->') ? first : undefined;
}

function isLayout(resolver: Resolver, expression: Expression): boolean {
  return /^\s*\(/.test(textOf(resolver, expression) ?? '');
}

function textOf(resolver: Resolver, expression: Expression): string | undefined {
  if (expression.kind === 'Constant')
    return expression.value.type === 'str' ? expression.value.value : undefined;
  const value = expression.kind === 'Name' ? resolver.valueOf(expression) : undefined;
  return value && value.kind === 'Constant' ? textOf(resolver, value) : undefined;
}

/**
 * The elements of a list of signatures, also when the list has a name. A tuple is a list only for ufuncs: for `jit`
 * it is one signature's argument types.
 */
function unpacked(resolver: Resolver, expression: Expression, tuples: boolean): readonly Expression[] {
  const value = expression.kind === 'Name' ? resolver.valueOf(expression) : undefined;
  const given = value?.kind === 'List' || value?.kind === 'Tuple' ? value : expression;
  if (given.kind === 'List' || (tuples && given.kind === 'Tuple')) return given.elements;
  return [given];
}

function optionsOf(
  resolver: Resolver,
  { kind, keywords }: DecoratorValue,
): ReadonlyMap<string, DecoratorOption> {
  const options = new Map<string, DecoratorOption>();
  for (const { name, value, range } of keywords) {
    if (name === undefined || name === signatureKeywords[kind]) continue;
    if (kind === 'guvectorize' && name === 'signature') continue;
    const constant = constantOf(resolver, value);
    options.set(name, { name, value, range, ...(constant !== undefined && { constant }) });
  }
  return options;
}

function constantOf(resolver: Resolver, expression: Expression): boolean | string | number | undefined {
  if (expression.kind === 'Name') {
    const value = resolver.valueOf(expression);
    return value?.kind === 'Constant' ? constantOf(resolver, value) : undefined;
  }
  if (expression.kind !== 'Constant') return undefined;
  const { value } = expression;
  if (value.type === 'int') return Number(value.value);
  return value.type === 'bool' || value.type === 'str' || value.type === 'float' ? value.value : undefined;
}

function compilesWithoutPython(
  kind: DecoratorKind,
  options: ReadonlyMap<string, DecoratorOption>,
): boolean | 'by-version' {
  if (kind !== 'jit' && kind !== 'generated_jit' && kind !== 'jit_module') return true;
  if (options.get('forceobj')?.constant === true) return false;
  const nopython = options.get('nopython')?.constant;
  return typeof nopython === 'boolean' ? nopython : 'by-version';
}

export function isFunction(resolver: Resolver, expression: Expression): boolean {
  if (expression.kind === 'Lambda') return true;
  return expression.kind === 'Name' && resolver.resolve(expression as Name).kind === 'function';
}

/** The function a call wraps: `njit(f)`, `njit(parallel=True)(f)`, `vectorize([sig])(f)`. */
export function wrappedArgument(
  resolver: Resolver,
  call: Call,
): { readonly decorator: DecoratorValue; readonly argument: Expression } | undefined {
  const [argument, ...others] = call.args;
  if (!argument || argument.kind === 'Starred' || (argument.kind !== 'Name' && argument.kind !== 'Lambda')) {
    // `jit(sig, f)` does not exist, and `cfunc(sig)(f)` has its function first.
    return undefined;
  }
  const decorator = decoratorValue(resolver, call.func);
  if (!decorator || decorator.kind === 'jit_module') return undefined;
  // The first argument of `overload(target)` is what is replaced, not what is compiled.
  if (decorator.kind === 'overload' && decorator.args.length === 0) return undefined;
  return {
    decorator: {
      ...decorator,
      args: [...decorator.args, ...others],
      keywords: [...decorator.keywords, ...call.keywords],
    },
    argument,
  };
}
