import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import { add, eq, i32, load, ne, nullPointer, sub } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { ValueType } from '@jitsight/shared/ir/valueType';
import { int64, type NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { listReleaseHelper } from './listReferences';
import { type ModuleLowering, readableName } from './moduleLowering';

/** Offsets in the header of a dict or set; the block is from `rt.allocate`, the lists have counts of their own. */
export const tableHeader = {
  count: 0,
  keys: 4,
  values: 8,
  hashes: 12,
  slots: 16,
  used: 20,
  fill: 24,
  finger: 28,
  size: 32,
} as const;

export type TableType = Extract<NumbaType, { kind: 'typedDict' | 'set' }>;

const pointer: ValueType = { kind: 'scalar', scalar: 'ptr' };

export function tableRetainHelper(module: ModuleLowering): string {
  return module.helper('table.retain', () => {
    const ir = new FunctionBuilder('table.retain', { kind: 'none' });
    const table = ir.parameter('table', pointer)[0]!;
    ir.if(ne(table, nullPointer), () => {
      ir.store({ base: table, offset: tableHeader.count }, add(count(table), i32(1)));
    });
    return ir.finish();
  });
}

/** Frees the dict or set with the lists it consists of when its last owner goes. */
export function tableReleaseHelper(module: ModuleLowering, type: TableType): string {
  const name = `table.release.${readableName(typeName(withoutInitial(type)))}`;
  return module.helper(name, () => {
    const ir = new FunctionBuilder(name, { kind: 'none' });
    const table = ir.parameter('table', pointer)[0]!;
    ir.if(eq(table, nullPointer), () => ir.return([]));
    const left = ir.local('i32', 'left');
    ir.set(left, sub(count(table), i32(1)));
    ir.store({ base: table, offset: tableHeader.count }, left);
    ir.if(ne(left, i32(0)), () => ir.return([]));
    for (const { offset, element } of listsOf(type)) {
      ir.callMany(listReleaseHelper(module, element), [load('ptr', { base: table, offset })], []);
    }
    ir.callMany('rt.release', [table], []);
    return ir.finish();
  });
}

function withoutInitial(type: TableType): TableType {
  return type.kind === 'set' ? type : { kind: 'typedDict', key: type.key, value: type.value };
}

function listsOf(type: TableType): { readonly offset: number; readonly element: NumbaType }[] {
  const { keys, values, hashes, slots } = tableHeader;
  const coded = { offset: hashes, element: int64 };
  if (type.kind === 'set') return [{ offset: keys, element: type.element }, coded];
  return [
    { offset: keys, element: type.key },
    { offset: values, element: type.value },
    coded,
    { offset: slots, element: int64 },
  ];
}

function count(table: Expression): Expression {
  return load('i32', { base: table, offset: tableHeader.count });
}
