import type { DataSegment } from '../../ir/nodes';

/** Name of the data segment that holds the allocator's state. */
export const allocatorState = 'rt.state';

/** Bytes before an allocated address: its size class at -16, its reference count at -12. */
export const headerSize = 16;
export const classOffset = -16;
export const countOffset = -12;

/** Offsets in the state: first byte never handed out yet, most bytes of memory allowed (0: no limit), free lists. */
export const topOffset = 0;
export const limitOffset = 4;
const listsOffset = 16;

/** Blocks of at least so many bytes grow where they are, at the end of the heap, or move to roomier ones than they need. */
const grownInPlace = 4096;

/** Sizes 16, 32, 48, 64 and then four steps to each doubling. */
const classCount = 108;

export const stateSize = listsOffset + 4 * classCount;

export const allocatorData: DataSegment = {
  name: allocatorState,
  bytes: new Uint8Array(stateSize),
  align: 64,
};

/** Size class and payload size of a block for `bytes`; what `rt.allocate` computes. */
export function sizeClass(bytes: number): { readonly sizeClass: number; readonly size: number } {
  const units = Math.max(Math.ceil(bytes / 16), 1) - 1;
  const shift = Math.max(29 - Math.clz32(units), 0);
  return { sizeClass: 4 * shift + (units >> shift), size: ((units >> shift) + 1) * 2 ** (shift + 4) };
}

/**
 * Free blocks are kept in one list per size class and never split or joined: loops that make temporaries of the same
 * sizes reuse the same blocks. Large blocks start at cache lines. A block of a larger class is taken before giving up.
 */
export const allocatorSource = `
func rt.allocate(size: i32) -> ptr {
  local units, shift, class: i32
  local list, block: ptr
  if (size < 0i32) | (size > 2147483000i32) {
    raise MemoryError("Allocation failed (probably too large).")
  }
  units = max((size + 15i32) >> 4i32, 1i32) - 1i32
  shift = max(29i32 - clz(units), 0i32)
  class = (shift << 2i32) + (units >> shift)
  list = &rt.state + ptr(class << 2i32)
  block = ptr[list + ${listsOffset}]
  if block == 0ptr {
    return call ptr rt.extend(class, u32(((units >> shift) + 1i32) << (shift + 4i32)))
  }
  ptr[list + ${listsOffset}] = ptr[block]
  i32[block - 12] = 1i32
  return block
}

# Takes a new block from the end of the heap.
func rt.extend(class: i32, bytes: u32) -> ptr {
  local top, block: ptr
  top = ptr[&rt.state + ${topOffset}]
  if top == 0ptr {
    top = call ptr wasm.heapBase()
  }
  block = bytes >= 1024u32 ? top + 79ptr & ~63ptr : top + 31ptr & ~15ptr
  if !(call bool rt.moveTop(u64(block) + u64(bytes))) {
    return call ptr rt.takeLarger(class)
  }
  i32[block - 16] = class
  i32[block - 12] = 1i32
  return block
}

# Whether the memory reaches, or could be grown, to the new end of the heap.
func rt.moveTop(end: u64) -> bool {
  local limit, capacity: u64
  local pages: i32
  limit = u64(u32[&rt.state + ${limitOffset}])
  if end > (limit == 0u64 ? 0x100000000u64 : limit) {
    return false
  }
  capacity = u64(call i32 wasm.memorySize()) << 16u64
  if end > capacity {
    pages = i32((end - capacity + 65535u64) >> 16u64)
    if call i32 wasm.memoryGrow(max(pages, 16i32)) < 0i32 {
      if call i32 wasm.memoryGrow(pages) < 0i32 {
        return false
      }
    }
  }
  ptr[&rt.state + ${topOffset}] = ptr(end)
  return true
}

# With the heap at its limit: any free block that is large enough.
func rt.takeLarger(class: i32) -> ptr {
  local larger: i32
  local list, block: ptr
  for classes larger = class + 1i32 to ${classCount}i32 step 1i32 {
    list = &rt.state + ptr(larger << 2i32)
    block = ptr[list + ${listsOffset}]
    if block != 0ptr {
      ptr[list + ${listsOffset}] = ptr[block]
      i32[block - 12] = 1i32
      return block
    }
  }
  raise MemoryError("Allocation failed (probably too large).")
}

func rt.retain(address: ptr) -> none {
  if address != 0ptr {
    i32[address - 12] = i32[address - 12] + 1i32
  }
}

func rt.release(address: ptr) -> none {
  local count: i32
  if address != 0ptr {
    count = i32[address - 12] - 1i32
    i32[address - 12] = count
    if count == 0i32 {
      call rt.free(address)
    }
  }
}

func rt.free(address: ptr) -> none {
  local list: ptr
  list = &rt.state + ptr(i32[address - 16] << 2i32)
  ptr[address] = ptr[list + ${listsOffset}]
  ptr[list + ${listsOffset}] = address
}

func rt.reallocate(address: ptr, size: i32) -> ptr {
  local class, shift, capacity, units: i32
  local moved: ptr
  if address == 0ptr {
    return call ptr rt.allocate(size)
  }
  class = i32[address - 16]
  shift = max((class >> 2i32) - 1i32, 0i32)
  capacity = class - (shift << 2i32) + 1i32 << shift + 4i32
  if (size >= 0i32) & (u32(size) <= u32(capacity)) {
    return address
  }
  if (size >= ${grownInPlace}i32) & (size <= 2147483000i32) {
    units = (size + 15i32 >> 4i32) - 1i32
    shift = 29i32 - clz(units)
    class = (shift << 2i32) + (units >> shift)
    if address + ptr(capacity) == ptr[&rt.state + ${topOffset}] {
      if call bool rt.moveTop(u64(address) + u64(u32((units >> shift) + 1i32 << shift + 4i32))) {
        i32[address - 16] = class
        return address
      }
    }
    moved = call ptr rt.takeRoomy(class)
  }
  if moved == 0ptr {
    moved = call ptr rt.allocate(size)
  }
  memoryCopy(moved, address, capacity)
  i32[moved - 12] = i32[address - 12]
  call rt.free(address)
  return moved
}

# The largest free block of up to eight times the size, which leaves room to grow; 0 where there is none.
func rt.takeRoomy(class: i32) -> ptr {
  local larger: i32
  local list, block: ptr
  for classes larger = min(class + 12i32, ${classCount - 1}i32) to class step -1i32 {
    list = &rt.state + ptr(larger << 2i32)
    block = ptr[list + ${listsOffset}]
    if block != 0ptr {
      ptr[list + ${listsOffset}] = ptr[block]
      return block
    }
  }
  return 0ptr
}
`;
