import { add, and, convert, ge, gt, i64, lt, mul, select, sub } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { astypeCopy } from './copies';
import { itemSizeOf } from './itemSize';
import { arrayType } from './parts';

/** `source` itself, or a copy of it where storing into `target` might overwrite what is still to be read. */
export function withoutOverlap(lowering: Lowering, source: Value, target: Value): Value {
  if (isFresh(source)) return source;
  const { ir } = lowering;
  const held = lowering.hold(source);
  const parts = held.parts.map((part, i) => {
    const local = ir.local(part.type, `source.${i}`);
    ir.set(local, part);
    return local;
  });
  const [start, end] = extentOf(lowering, held);
  const [targetStart, targetEnd] = extentOf(lowering, target);
  ir.if(and(lt(start, targetEnd), lt(targetStart, end)), () => {
    const copy = astypeCopy(lowering, held, { ...arrayType(held.type), layout: 'C', readonly: false });
    copy.parts.forEach((part, i) => {
      ir.set(parts[i]!, part);
    });
  });
  return { type: { ...arrayType(held.type), layout: 'A' }, parts };
}

// Only what was just allocated has its data at its reference count's address, in one local.
function isFresh(array: Value): boolean {
  const [meminfo, data] = array.parts;
  return meminfo?.op === 'local' && data?.op === 'local' && meminfo.name === data.name;
}

/** The addresses an array spans, half open. */
function extentOf(lowering: Lowering, array: Value): [Expression, Expression] {
  const { ir } = lowering;
  const { dtype } = arrayType(array.type);
  const shape = lowering.arrayShape(array);
  const strides = lowering.arrayStrides(array);
  let low: Expression = i64(0);
  let high: Expression = i64(itemSizeOf(lowering, dtype));
  shape.forEach((extent, axis) => {
    const reach = ir.hold(mul(strides[axis]!, sub(extent, i64(1))), 'reach');
    low = add(low, select(lt(reach, i64(0)), reach, i64(0)));
    high = add(high, select(ge(reach, i64(0)), reach, i64(0)));
  });
  const start = ir.hold(convert(lowering.arrayData(array), 'i64'));
  const isEmpty = gt(i64(1), lowering.arraySize(array));
  const end = select(isEmpty, start, add(start, high));
  return [ir.hold(add(start, low)), ir.hold(end)];
}
