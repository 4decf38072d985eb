import type { DataSegment } from '../../ir/nodes';
import type { EmitOptions } from '../artifact';
import type { BinaryenModule } from './context';
import type { DataLayout } from './dataLayout';

export const pageSize = 65536;
const mostPages = 65536;

/** Gives the module its memory, exported, with the data segments that are not all zero. */
export function setMemory(
  m: BinaryenModule,
  segments: readonly DataSegment[],
  layout: DataLayout,
  options: EmitOptions,
): void {
  const initial = Math.ceil(layout.end / pageSize);
  const allowed = Math.floor((options.maxMemoryBytes ?? mostPages * pageSize) / pageSize);
  const maximum = Math.max(initial, Math.min(allowed, mostPages));
  const filled = segments.filter(({ bytes }) => bytes.some((byte) => byte !== 0));
  m.setMemory(
    initial,
    maximum,
    'memory',
    filled.map(({ name, bytes }) => ({ offset: m.i32.const(layout.addresses.get(name)!), data: bytes })),
  );
}
