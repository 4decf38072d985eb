import type { Address, Expression, FunctionIR, MemoryFillStatement, Statement } from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import { bodiesOf, childrenOf, expressionsOf } from '../../ir/walk';

/** A scalar somewhere in a block; without `offset` nobody knows where. */
export interface Access {
  readonly offset: number | undefined;
  readonly type: ScalarType;
}

/** What a function does with its pointers. */
export interface Uses {
  /** Passed on, returned, stored or computed with. */
  readonly escaped: Set<string>;
  /** Memory is read or written at them. */
  readonly addressed: Set<string>;
  /** Set by now, in this iteration, whatever the way to here. */
  readonly certain: Set<string>;
  /** Where, for those that are only read and written by scalars. */
  readonly accesses: Map<string, Access[]>;
  /** How many bytes at the start are set to zero. */
  readonly fills: Map<string, number[]>;
  /** All that each local is set to. */
  readonly values: Map<string, Expression[]>;
}

export function usesOf(fn: FunctionIR): Uses {
  const uses: Uses = {
    escaped: new Set(fn.params.flatMap((param) => param.locals)),
    addressed: new Set(),
    certain: new Set(),
    accesses: new Map(),
    fills: new Map(),
    values: new Map(),
  };
  seeBody(fn.body, uses);
  return uses;
}

function seeBody(body: readonly Statement[], uses: Uses): void {
  const { certain } = uses;
  const added: string[] = [];
  for (const statement of body) {
    seeStatement(statement, uses);
    for (const inner of bodiesOf(statement)) seeBody(inner, uses);
    if (statement.op !== 'set' || certain.has(statement.local)) continue;
    certain.add(statement.local);
    added.push(statement.local);
  }
  for (const local of added) certain.delete(local);
}

function seeStatement(statement: Statement, uses: Uses): void {
  switch (statement.op) {
    case 'set': {
      const { local, value } = statement;
      uses.values.set(local, [...(uses.values.get(local) ?? []), value]);
      if (value.op !== 'local') seeValue(value, uses);
      return;
    }
    case 'store':
      seeAccess(statement.address, statement.value.type, uses);
      seeValue(statement.value, uses);
      return;
    case 'memoryFill':
      seePointer(statement.target, uses);
      seeFill(statement, uses);
      seeValue(statement.byte, uses);
      seeValue(statement.size, uses);
      return;
    case 'memoryCopy':
      seePointer(statement.target, uses);
      seePointer(statement.source, uses);
      seeValue(statement.size, uses);
      return;
    case 'callMany':
      for (const local of statement.results) uses.escaped.add(local);
      if (statement.callee === 'rt.release' && statement.args[0]?.op === 'local') return;
      for (const arg of statement.args) seeValue(arg, uses);
      return;
    default:
      for (const one of expressionsOf(statement)) seeValue(one, uses);
  }
}

function seeAccess(address: Address, type: ScalarType, uses: Uses): void {
  const { base, index } = address;
  seePointer(base, uses);
  if (index) seeValue(index, uses);
  if (base.op === 'local') noteAccess(base.name, { offset: fixedOffset(address), type }, uses);
  else if (base.op === 'add') forgo(base, uses);
}

/** Filling with zeros is known to be setting every part to zero. */
function seeFill({ target, byte, size }: MemoryFillStatement, uses: Uses): void {
  const zeros = isNull(byte) && size.op === 'const';
  if (target.op !== 'local' || !zeros) forgo(target, uses);
  else uses.fills.set(target.name, [...(uses.fills.get(target.name) ?? []), Number(size.value)]);
}

/** Computed addresses may be anywhere in the block. */
function forgo(base: Expression, uses: Uses): void {
  if (base.op === 'add') forgo(base.left, uses);
  else if (base.op === 'local' && base.type === 'ptr')
    noteAccess(base.name, { offset: undefined, type: 'u8' }, uses);
}

function noteAccess(local: string, access: Access, { accesses }: Uses): void {
  const known = accesses.get(local);
  if (known) known.push(access);
  else accesses.set(local, [access]);
}

/** Bytes from the base, where they are a constant. */
export function fixedOffset({ index, scale = 1, offset = 0 }: Address): number | undefined {
  if (!index) return offset;
  return index.op === 'const' ? offset + Number(index.value) * scale : undefined;
}

function seePointer(base: Expression, uses: Uses): void {
  if (base.op === 'local') uses.addressed.add(base.name);
  else if (base.op === 'add' && base.left.type === 'ptr') {
    seePointer(base.left, uses);
    seeValue(base.right, uses);
  } else seeValue(base, uses);
}

function seeValue(value: Expression, uses: Uses): void {
  if (value.op === 'local') uses.escaped.add(value.name);
  else if (value.op === 'load') seeAccess(value.address, value.type, uses);
  else if (!testsNull(value, uses.certain)) for (const child of childrenOf(value)) seeValue(child, uses);
}

/** A test whether the pointer has been set, which it has. */
export const testsNull = (value: Expression, certain?: ReadonlySet<string>): boolean =>
  (value.op === 'eq' || value.op === 'ne') &&
  value.left.op === 'local' &&
  isNull(value.right) &&
  (certain?.has(value.left.name) ?? true);

/** Blocks that nothing but their own local and locals that only ever release them refers to. */
export function ownBlocks(sizes: ReadonlyMap<string, number>, uses: Uses): Set<string> {
  const { escaped, addressed, values } = uses;
  const own = new Set(
    [...sizes.keys()].filter((local) => !escaped.has(local) && values.get(local)?.length === 1),
  );
  for (let before = -1; before !== own.size; ) {
    before = own.size;
    const keeping = holders(own, uses);
    for (const [local, given] of values) {
      const isHolder = keeping.has(local) && !escaped.has(local) && !addressed.has(local);
      if (isHolder && given.every((one) => isNull(one) || (one.op === 'local' && own.has(one.name))))
        continue;
      for (const one of given) if (one.op === 'local') own.delete(one.name);
    }
  }
  return own;
}

/** Locals that such blocks are assigned to. */
export function holders(own: ReadonlySet<string>, { values }: Uses): Set<string> {
  const found = new Set<string>();
  for (const [local, given] of values)
    if (given.some((one) => one.op === 'local' && own.has(one.name))) found.add(local);
  return found;
}

const isNull = (one: Expression): boolean => one.op === 'const' && Number(one.value) === 0;
