import { closest, distance } from 'fastest-levenshtein';
import type { BoundFunction, DecoratorKind, DecoratorOption } from '../../../bind/boundModule';
import { compareVersions } from '../../../library/version';
import type { Problem } from '../../problem';

const jitOptions = [
  'nopython',
  'nogil',
  'cache',
  'forceobj',
  'parallel',
  'fastmath',
  'error_model',
  'inline',
  'forceinline',
  'boundscheck',
  'locals',
  'debug',
  'looplift',
  'pipeline_class',
  'no_rewrites',
  'no_cpython_wrapper',
  'no_cfunc_wrapper',
  'signature_or_function',
  '_nrt',
  '_target',
  '_dbg_extend_lifetimes',
  '_dbg_optnone',
];
const ufuncOptions = ['nopython', 'forceobj', 'target', 'cache', 'identity', 'fastmath', 'boundscheck'];

const known: Readonly<Record<DecoratorKind, readonly string[] | undefined>> = {
  jit: jitOptions,
  njit: jitOptions,
  generated_jit: jitOptions,
  jit_module: jitOptions,
  vectorize: [...ufuncOptions, 'ftylist_or_function', 'writable_args'],
  guvectorize: [...ufuncOptions, 'ftylist', 'signature', 'writable_args', 'nogil', 'parallel'],
  cfunc: undefined,
  stencil: undefined,
  overload: undefined,
};

const values: Readonly<Record<string, readonly (string | boolean)[]>> = {
  error_model: ['python', 'numpy'],
  inline: ['always', 'never'],
  target: ['cpu', 'parallel', 'cuda'],
};

/** Options that a decorator does not have, or values they do not take. */
export function optionProblems(fn: BoundFunction, numba: string): Problem[] {
  const decorator = fn.decorator!;
  const name = decorator.kind;
  const names = known[name];
  const problems: Problem[] = [];
  const bad = (option: DecoratorOption, reason: string): void => {
    problems.push({
      range: option.range,
      function: fn,
      kind: 'bad-option',
      option: option.name,
      decorator: name,
      reason,
    });
  };
  for (const option of decorator.options.values()) {
    if (names && !isKnown(option.name, names, numba)) {
      bad(option, noSuchOption(option.name, names));
      continue;
    }
    const allowed = name === 'overload' ? undefined : values[option.name];
    if (allowed && typeof option.constant === 'string' && !allowed.includes(option.constant)) {
      bad(option, `must be ${allowed.map((value) => `'${value}'`).join(' or ')}`);
    }
  }
  const target = decorator.options.get('target');
  const isUfunc = name === 'vectorize' || name === 'guvectorize';
  if (
    isUfunc &&
    target?.constant !== undefined &&
    target.constant !== 'cpu' &&
    decorator.signatures.length === 0
  ) {
    bad(target, `target '${target.constant}' needs explicit signatures`);
  }
  const forced = decorator.options.get('forceobj');
  if (forced?.constant === true && decorator.options.get('nopython')?.constant === true) {
    bad(forced, "only one of 'nopython' or 'forceobj' can be True");
  }
  return problems;
}

function noSuchOption(name: string, names: readonly string[]): string {
  const meant = closest(name, names);
  return distance(name, meant) <= 2
    ? `there is no such option; '${meant}' is meant?`
    : 'there is no such option';
}

function isKnown(option: string, names: readonly string[], numba: string): boolean {
  if (option === 'target_backend') return compareVersions(numba, '0.59') < 0;
  return names.includes(option);
}
