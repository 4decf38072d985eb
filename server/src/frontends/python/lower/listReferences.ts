import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import { add, constant, eq, i32, load, ne, nullPointer, sub } from '@jitsight/shared/ir/expressions';
import type { Expression, FunctionIR } from '@jitsight/shared/ir/nodes';
import { memoryLayout, type ValueType } from '@jitsight/shared/ir/valueType';
import { typeName } from '../types/typeName';
import type { NumbaType } from '../types/numbaType';
import { type ModuleLowering, readableName } from './moduleLowering';
import { countedParts } from './references';
import { valueTypeOf } from './valueTypes';

/** Offsets in a list's header; the block of the header and that of the elements are both from `rt.allocate`. */
export const listHeader = { count: 0, length: 4, capacity: 8, data: 12, size: 16 } as const;

const pointer: ValueType = { kind: 'scalar', scalar: 'ptr' };

export function listRetainHelper(module: ModuleLowering): string {
  return module.helper('list.retain', () => {
    const ir = new FunctionBuilder('list.retain', { kind: 'none' });
    const list = ir.parameter('list', pointer)[0]!;
    ir.if(ne(list, nullPointer), () => {
      ir.store({ base: list, offset: listHeader.count }, add(count(list), i32(1)));
    });
    return ir.finish();
  });
}

/** Frees the list, and releases its elements, when its last owner goes. */
export function listReleaseHelper(module: ModuleLowering, element: NumbaType): string {
  const counted = element.kind === 'undefined' ? [] : countedParts(module, element);
  const name = counted.length > 0 ? `list.release.${readableName(typeName(element))}` : 'list.release';
  return module.helper(name, () => releaseFunction(name, element, counted));
}

function releaseFunction(
  name: string,
  element: NumbaType,
  counted: ReturnType<typeof countedParts>,
): FunctionIR {
  const ir = new FunctionBuilder(name, { kind: 'none' });
  const list = ir.parameter('list', pointer)[0]!;
  ir.if(eq(list, nullPointer), () => ir.return([]));
  const left = ir.local('i32', 'left');
  ir.set(left, sub(count(list), i32(1)));
  ir.store({ base: list, offset: listHeader.count }, left);
  ir.if(ne(left, i32(0)), () => ir.return([]));
  const data = ir.hold(load('ptr', { base: list, offset: listHeader.data }), 'data');
  if (counted.length > 0) {
    const layout = memoryLayout(valueTypeOf(element));
    const length = load('i32', { base: list, offset: listHeader.length });
    ir.for({ start: constant('i32', 0), stop: length }, (index) => {
      for (const part of counted) {
        const offset = layout.offsets[part.index]!;
        const owned = load('ptr', { base: data, index, scale: layout.size, offset });
        ir.callMany(part.release, [owned], []);
      }
    });
  }
  ir.callMany('rt.release', [data], []);
  ir.callMany('rt.release', [list], []);
  return ir.finish();
}

function count(list: Expression): Expression {
  return load('i32', { base: list, offset: listHeader.count });
}
