import { createHash } from 'node:crypto';
import type { BoundFunction, BoundModule, NameSymbol } from '../../bind/boundModule';
import type { ClassDef, Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { fieldsOfClass } from './spec';

export type JitclassInstance = NumbaType & { kind: 'jitclass' };

/** The functions of a jitclass, by the name they have on its instances. */
export interface JitclassMembers {
  readonly methods: ReadonlyMap<string, BoundFunction>;
  readonly statics: ReadonlyMap<string, BoundFunction>;
  readonly getters: ReadonlyMap<string, BoundFunction>;
  readonly setters: ReadonlyMap<string, BoundFunction>;
}

const decoratorName = /^numba\.(experimental\.)?(jitclass\.(decorators\.)?)?jitclass$/;

/** The decorator that makes a class a jitclass. */
export function jitclassDecorator(module: BoundModule, node: ClassDef): Expression | undefined {
  return node.decorators.find((decorator) =>
    decoratorName.test(module.qualifiedName(decorator.kind === 'Call' ? decorator.func : decorator) ?? ''),
  );
}

/** By Numba's version and the class; versions of a file share nodes. */
const knownBy = new WeakMap<BoundModule, Map<string, JitclassInstance | 'unknown'>>();

/**
 * The type of a jitclass's instances; `unknown` where the source does not tell the type of a field, undefined for
 * any other class.
 */
export function jitclassInstance(
  module: BoundModule,
  node: ClassDef,
  numba: string,
): JitclassInstance | 'unknown' | undefined {
  const decorator = jitclassDecorator(module, node);
  if (!decorator) return undefined;
  const known = knownBy.get(module) ?? new Map<string, JitclassInstance | 'unknown'>();
  knownBy.set(module, known);
  const key = `${numba} ${node.range.start}`;
  const done = known.get(key);
  if (done) return done;
  // A field of the class's own type is met while its fields are being read.
  known.set(key, 'unknown');
  const fields = fieldsOfClass(module, node, decorator, numba);
  const type = fields
    ? ({ kind: 'jitclass', name: node.name, mark: markOf(module, node), fields, node } as const)
    : 'unknown';
  known.set(key, type);
  return type;
}

/** Numba prints the class's address; ours is a mark that two classes of one name do not share. */
function markOf(module: BoundModule, node: ClassDef): string {
  const place = `${module.file.uri} ${node.name} ${node.range.start}`;
  return createHash('sha256').update(place).digest('hex').slice(0, 12);
}

/** The jitclass that a name stands for, as `module.resolve` tells it. */
export function jitclassNamed(
  module: BoundModule,
  expression: Expression,
  numba: string,
): JitclassInstance | 'unknown' | undefined {
  if (expression.kind !== 'Name') return undefined;
  const meaning = module.resolve(expression);
  const node = 'symbol' in meaning && meaning.symbol ? classOf(meaning.symbol) : undefined;
  return node && jitclassInstance(module, node, numba);
}

/** The instances of the jitclass that a method stands in. */
export function jitclassAround(fn: BoundFunction, numba: string): JitclassInstance | undefined {
  const binding = fn.module.moduleScope.symbols.get(fn.inClass ?? '')?.bindings.at(-1);
  const node = binding?.kind === 'class' ? (binding.node as ClassDef) : undefined;
  const instance = node?.body.includes(fn.node) && jitclassInstance(fn.module, node, numba);
  return instance && instance !== 'unknown' ? instance : undefined;
}

function classOf(symbol: NameSymbol): ClassDef | undefined {
  const binding = symbol.bindings.at(-1);
  return binding?.kind === 'class' ? (binding.node as ClassDef) : undefined;
}

/** The functions that a jitclass's body defines. */
export function membersOf(module: BoundModule, node: ClassDef): JitclassMembers {
  const members = {
    methods: new Map<string, BoundFunction>(),
    statics: new Map<string, BoundFunction>(),
    getters: new Map<string, BoundFunction>(),
    setters: new Map<string, BoundFunction>(),
  };
  for (const statement of node.body) {
    const fn = statement.kind === 'FunctionDef' ? module.functionOf.get(statement) : undefined;
    if (fn) members[roleOf(module, fn)].set(fn.node.name, fn);
  }
  return members;
}

function roleOf(module: BoundModule, fn: BoundFunction): keyof JitclassMembers {
  for (const decorator of fn.node.decorators) {
    const name = module.qualifiedName(decorator);
    if (name === 'builtins.staticmethod') return 'statics';
    if (name === 'builtins.property') return 'getters';
    if (decorator.kind === 'Attribute' && decorator.attr === 'setter') return 'setters';
  }
  return 'methods';
}
