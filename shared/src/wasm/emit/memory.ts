import type { DataSegment } from '../../ir/nodes';
import type { EmitOptions } from '../artifact';
import type { BinaryenModule } from './context';
import type { DataLayout } from './dataLayout';
import { hostModule } from './imports';

export const pageSize = 65536;

export interface MemoryPages {
  readonly initial: number;
  readonly maximum: number;
}

const mostPages = 65536;

/** Name of the imported memory of a module whose loops several threads may run. */
export const sharedMemory = 'memory';
const internalName = 'memory';

/**
 * Gives the module its memory, exported, with the data segments that are not all zero. Threads share one: it is the
 * host's then, and the module imports it.
 */
export function setMemory(
  m: BinaryenModule,
  segments: readonly DataSegment[],
  layout: DataLayout,
  options: EmitOptions,
  shared: boolean,
): MemoryPages {
  const initial = Math.ceil(layout.end / pageSize);
  const allowed = Math.floor((options.maxMemoryBytes ?? mostPages * pageSize) / pageSize);
  const maximum = Math.max(initial, Math.min(allowed, mostPages));
  const filled = segments.filter(({ bytes }) => bytes.some((byte) => byte !== 0));
  m.setMemory(
    initial,
    maximum,
    'memory',
    filled.map(({ name, bytes }) => ({ offset: m.i32.const(layout.addresses.get(name)!), data: bytes })),
    shared,
    false,
    internalName,
  );
  if (shared) m.addMemoryImport(internalName, hostModule, sharedMemory, true);
  return { initial, maximum };
}
