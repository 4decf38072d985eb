import { bool, constant } from '../../ir/expressions';
import type { Expression, LocalExpression, Statement } from '../../ir/nodes';
import { type ScalarType, scalarSize } from '../../ir/scalarType';
import type { FreshLocals } from '../freshLocals';
import { mapBlocks, mapExpressions, rewriteExpression } from '../rewrite';
import { fixedOffset, testsNull, type Uses } from './blockUses';

/** A block's scalars by their offset. */
export type Fields = ReadonlyMap<number, LocalExpression>;

/** More of them are kept in memory. */
const mostFields = 16;

/** Locals for a block that is only read and written at fixed offsets, one scalar each; undefined for others. */
export function fieldsOf(
  local: string,
  size: number,
  { accesses, fills }: Uses,
  locals: FreshLocals,
): Fields | undefined {
  const types = new Map<number, ScalarType>();
  for (const { offset, type } of accesses.get(local) ?? []) {
    if (offset === undefined || offset < 0 || offset + scalarSize(type) > size || type === 'v128')
      return undefined;
    const known = types.get(offset);
    if (known && known !== type) return undefined;
    types.set(offset, type);
  }
  const offsets = [...types.keys()].sort((a, b) => a - b);
  const overlap = offsets.some(
    (offset, i) => i > 0 && offsets[i - 1]! + scalarSize(types.get(offsets[i - 1]!)!) > offset,
  );
  const cut = (fills.get(local) ?? []).some((end) =>
    offsets.some((offset) => offset < end && offset + scalarSize(types.get(offset)!) > end),
  );
  if (overlap || cut || offsets.length > mostFields) return undefined;
  return new Map(offsets.map((offset) => [offset, locals.make(`${local}.at${offset}_`, types.get(offset)!)]));
}

/** The statements on locals in place of those blocks. */
export function withFields(
  body: readonly Statement[],
  blocks: ReadonlyMap<string, Fields>,
): readonly Statement[] {
  if (blocks.size === 0) return body;
  const of = (base: Expression): Fields | undefined =>
    base.op === 'local' ? blocks.get(base.name) : undefined;
  const read = (one: Expression): Expression => {
    if (one.op === 'load') return of(one.address.base)?.get(fixedOffset(one.address)!) ?? one;
    return testsNull(one) && 'left' in one && of(one.left) ? bool(one.op === 'ne') : one;
  };
  return body.flatMap((statement): readonly Statement[] => {
    const changed = mapBlocks(
      mapExpressions(statement, (one) => rewriteExpression(one, read)),
      (inner) => withFields(inner, blocks),
    );
    const { range } = statement;
    if (statement.op === 'store' && changed.op === 'store') {
      const field = of(statement.address.base)?.get(fixedOffset(statement.address)!);
      return field ? [{ op: 'set', local: field.name, value: changed.value, range }] : [changed];
    }
    if (statement.op !== 'memoryFill') return [changed];
    const fields = of(statement.target);
    if (!fields || statement.size.op !== 'const') return [changed];
    const end = Number(statement.size.value);
    return [...fields]
      .filter(([offset]) => offset < end)
      .map(([, { name, type }]) => ({ op: 'set', local: name, value: constant(type, 0), range }));
  });
}
