import { createHash } from 'node:crypto';
import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { BoundFunction, BoundModule, Meaning } from '../bind/boundModule';
import { walk } from '../infer/children';
import type { ArgumentTuple } from '../infer/evidence/argumentTypes';
import type { Expression, Name, Statement } from '../parse/ast';
import type { NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import type { AnalysisSession } from './session';

/** A statement at the top of a module: what it says, and the ones that say what its names mean. */
interface Part {
  readonly hash: string;
  readonly needs: ReadonlySet<number>;
}

/**
 * Gives each function a key that changes with everything its typing may look at: the statement at the top of the module that it
 * stands in, those that bind what it names, and so on, what the other names mean, the other files, and its argument types. Places are no part of it. Undefined where more may count: classes, overloads, recursion.
 */
export function dependencyKeys(
  session: AnalysisSession,
): (fn: BoundFunction, tuples: readonly ArgumentTuple[]) => string | undefined {
  if (session.linked.modules.some(hasLessons)) return () => undefined;
  const { body } = session.module.tree;
  const others = session.linked.modules.filter((one) => one !== session.module);
  const files = others.map(({ file }) => numberOf(file)).join();
  const parts = new Map<number, Part | undefined>();
  const leadsBack = backwardNames(session);
  const partAt = (index: number) => {
    if (!parts.has(index)) parts.set(index, partOf(body[index]!, session, leadsBack));
    return parts.get(index);
  };
  const closures = new Map<number, ReadonlySet<number> | undefined>();
  const closureOf = (index: number) => {
    if (!closures.has(index)) closures.set(index, closure(index, partAt));
    return closures.get(index);
  };
  return (fn, tuples) => {
    const own = statementAt(body, fn.node.range.start);
    const needed = own === undefined || fn.madeBy ? undefined : closureOf(own);
    const types = tuples.map(tupleText);
    if (!needed || own === undefined || types.includes(undefined)) return undefined;
    const hashes = [...needed]
      .sort((a, b) => a - b)
      .map((index) => (index === own ? '*' : '') + partAt(index)!.hash);
    const place = fn.node.range.start - body[own]!.range.start;
    return [session.context.numba, files, place, hashes.join(), ...types].join('\n');
  };
}

const lessons = new WeakMap<BoundModule, boolean>();

/** Whether some function of the module is for Numba to learn from. */
function hasLessons(module: BoundModule): boolean {
  const found = lessons.get(module) ?? module.functions.some(teachesNumba);
  lessons.set(module, found);
  return found;
}

/** Its registration changes what other functions' code means. */
function teachesNumba({ decorator, otherDecorators, module }: BoundFunction): boolean {
  if (decorator?.kind === 'overload') return true;
  return otherDecorators.some((one) =>
    /^numba\.(extending|core)\b/.test(module.qualifiedName(one.kind === 'Call' ? one.func : one) ?? ''),
  );
}

/** The part and all it needs; undefined where one of them is unclear or needs itself by way of another. */
function closure(
  start: number,
  partAt: (index: number) => Part | undefined,
): ReadonlySet<number> | undefined {
  const done = new Set<number>();
  const open = new Set<number>();
  const isClear = (index: number): boolean => {
    if (done.has(index)) return true;
    const part = open.has(index) ? undefined : partAt(index);
    if (!part) return false;
    open.add(index);
    for (const other of part.needs) if (other !== index && !isClear(other)) return false;
    open.delete(index);
    done.add(index);
    return true;
  };
  return isClear(start) ? done : undefined;
}

function partOf(
  statement: Statement,
  { module }: AnalysisSession,
  leadsBack: (expression: Expression) => boolean,
): Part | undefined {
  const needs = new Set<number>();
  const meanings = new Set<string>();
  const need = (offset: number) => {
    const index = statementAt(module.tree.body, offset);
    if (index === undefined) return false;
    needs.add(index);
    return true;
  };
  for (const node of walk(statement)) {
    if (unclear.has(node.kind)) return undefined;
    if (node.kind === 'FunctionDef' || node.kind === 'Lambda') {
      const decorator = module.functionOf.get(node)?.decorator;
      if (decorator) meanings.add(`@${decorator.kind} ${decorator.form}`);
      if (decorator && !need(decorator.range.start)) return undefined;
    }
    if ((node.kind === 'Name' || node.kind === 'Attribute') && leadsBack(node)) return undefined;
    if (node.kind !== 'Name') continue;
    const places = placesOf(node, module.resolve(node), meanings);
    if (!places?.every(need)) return undefined;
  }
  const text = [module.file.slice(statement.range), ...meanings].join('\0');
  return { hash: createHash('sha256').update(text).digest('base64'), needs };
}

const unclear: ReadonlySet<string> = new Set(['ClassDef', 'Match', 'ErrorStatement', 'ErrorExpression']);

/** Where a name is bound at the top of the module; what it means without that is added to `meanings`. */
function placesOf(name: Name, meaning: Meaning, meanings: Set<string>): readonly number[] | undefined {
  switch (meaning.kind) {
    case 'local':
    case 'captured':
      return [];
    case 'builtin':
    case 'unbound':
      meanings.add(`${name.id} ${meaning.kind}`);
      return [];
    case 'qualified':
      meanings.add(`${name.id}=${meaning.qualifiedName}`);
      return [];
    case 'global':
      meanings.add(`${name.id} global`);
      return meaning.symbol.bindings.map(({ range }) => range.start);
    case 'function': {
      const { node, madeBy } = meaning.function;
      const isRecursive = node.range.start <= name.range.start && name.range.end <= node.range.end;
      if (madeBy || isRecursive) return undefined;
      meanings.add(`${name.id}=${meaning.function.qualifiedName}`);
      return [node.range.start, ...meaning.symbol.bindings.map(({ range }) => range.start)];
    }
  }
}

/** Tells names of other files that import the analysed one: what they stand for may need any of its functions. */
function backwardNames({ linked, module }: AnalysisSession): (expression: Expression) => boolean {
  if (linked.modules.length === 1) return () => false;
  const known = new Map<BoundModule, boolean>();
  return (expression) => {
    const qualifiedName = module.qualifiedName(expression);
    const there = qualifiedName === undefined ? undefined : linked.lookUp(module, qualifiedName)?.module;
    if (!there) return false;
    const importsBack = known.get(there) ?? linked.importedWith(there).has(module);
    known.set(there, importsBack);
    return importsBack;
  };
}

let fileCount = 0;
const fileNumbers = new WeakMap<SourceFile, number>();

/** Files are frozen: the same object is the same text. */
function numberOf(file: SourceFile): number {
  const number = fileNumbers.get(file) ?? ++fileCount;
  fileNumbers.set(file, number);
  return number;
}

/** The index of the statement around an offset; statements stand in order. */
function statementAt(body: readonly Statement[], offset: number): number | undefined {
  let [low, high] = [0, body.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (body[middle]!.range.end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = body[low];
  return found && found.range.start <= offset ? low : undefined;
}

function tupleText(tuple: ArgumentTuple): string | undefined {
  if (!tuple.every(({ type }) => isPlain(type))) return undefined;
  return tuple
    .map(
      ({ type, origin, omitted, variadic }) =>
        `${typeName(type)} ${origin.kind}${omitted ? ' omitted' : ''}${variadic ? ' variadic' : ''}`,
    )
    .join('; ');
}

const plainKinds: ReadonlySet<NumbaType['kind']> = new Set([
  'int',
  'float',
  'complex',
  'bool',
  'none',
  'undefined',
  'unicode',
  'datetime',
  'timedelta',
]);

/** Whether a type's name says all of it: no user's class or function is behind it. */
export function isPlain(type: NumbaType): boolean {
  switch (type.kind) {
    case 'array':
      return isPlain(type.dtype);
    case 'list':
    case 'typedList':
    case 'set':
      return isPlain(type.element);
    case 'optional':
      return isPlain(type.value);
    case 'tuple':
      return !type.named && type.elements.every(isPlain);
    default:
      return plainKinds.has(type.kind);
  }
}
