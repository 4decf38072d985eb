import type { FunctionIR, ModuleIR } from '../ir/nodes';
import { optimize } from '../passes/optimize';
import type { EmitOptions, WasmArtifact } from './artifact';
import { type Binaryen, loadBinaryen, withComplaints } from './binaryen';
import { runBinaryenPasses } from './emit/binaryenPasses';
import type { BinaryenModule, ModuleContext } from './emit/context';
import { parallelExport, raisedTag } from './emit/imports';
import { layoutData } from './emit/dataLayout';
import { emitFunction } from './emit/function';
import { link } from './emit/link';
import { libraryFunction } from './library';
import { type MemoryPages, setMemory } from './emit/memory';
import { allocatorState } from './runtime/allocator';
import { Stopwatch } from './stopwatch';

/** Compiles a module to Wasm. A failure is a bug of ours, never of the user's program, and says so. */
export async function emit(module: ModuleIR, options: EmitOptions): Promise<WasmArtifact> {
  return emitWith(await loadBinaryen(), module, options);
}

/** `emit`, once Binaryen is loaded. */
export function emitWith(binaryen: Binaryen, module: ModuleIR, options: EmitOptions): WasmArtifact {
  const clock = new Stopwatch();
  const { module: optimized, remarks } = optimize(module, {
    level: options.optimizeLevel,
    boundsChecks: options.boundsChecks,
    library: libraryFunction,
  });
  clock.lap('passes');
  const linked = link(optimized);
  const m = new binaryen.Module();
  try {
    const context = emitModule(binaryen, m, linked, options);
    clock.lap('emit');
    validate(m, module.name);
    clock.lap('validate');
    runBinaryenPasses(binaryen, m, options.optimizeLevel, optimized.functions);
    clock.lap('binaryen');
    const text = options.text ? m.emitText() : undefined;
    const bytes = m.emitBinary();
    clock.lap('write');
    if (!WebAssembly.validate(bytes as BufferSource)) {
      throw new Error(`Jitsight bug: the Wasm engine rejects ${module.name}`);
    }
    clock.lap('accept');
    const entry = entryOf(linked);
    return {
      bytes,
      entry: exportName(entry.name),
      params: entry.params.map((param) => param.type),
      result: entry.result,
      errors: context.errors,
      prints: context.prints,
      heapBase: context.heapBase,
      parallel: linked.parallel && { ...context.pages, functions: linked.parallel.length },
      allocator: context.addresses.get(allocatorState),
      text,
      remarks,
      timings: clock.laps,
    };
  } finally {
    m.dispose();
  }
}

function emitModule(
  binaryen: Binaryen,
  m: BinaryenModule,
  module: ModuleIR,
  options: EmitOptions,
): ModuleContext & { readonly pages: MemoryPages } {
  const { Features } = binaryen;
  m.setFeatures(
    Features.NontrappingFPToInt |
      Features.SIMD128 |
      Features.BulkMemory |
      Features.BulkMemoryOpt |
      Features.SignExt |
      Features.ExceptionHandling |
      Features.Multivalue |
      Features.MutableGlobals |
      (module.parallel ? Features.Atomics : 0),
  );
  const data = layoutData(module.data);
  const context: ModuleContext = {
    binaryen,
    m,
    options,
    addresses: data.addresses,
    heapBase: data.end,
    errors: [],
    prints: [],
    imports: new Set(),
  };
  // Loads and stores name the memory they go to when they are made, so it comes first.
  const pages = setMemory(m, module.data, data, options, module.parallel !== undefined);
  for (const fn of module.functions) {
    try {
      emitFunction(fn, context);
    } catch (error) {
      throw new Error(`Jitsight bug: ${fn.name} cannot be emitted: ${String(error)}`, { cause: error });
    }
  }
  m.addFunctionExport(module.entry, exportName(module.entry));
  for (const [i, name] of (module.parallel ?? []).entries()) m.addFunctionExport(name, parallelExport(i));
  return { ...context, pages };
}

function validate(m: BinaryenModule, name: string): void {
  const { result: valid, complaints } = withComplaints(() => m.validate());
  if (!valid) throw new Error(`Jitsight bug: invalid Wasm for ${name}: ${complaints.slice(0, 2000)}`);
}

/** The entry keeps its name unless the module exports something else under it. */
function exportName(entry: string): string {
  return entry === 'memory' || entry === raisedTag || entry.startsWith('parallel.')
    ? `${entry}.entry`
    : entry;
}

function entryOf(module: ModuleIR): FunctionIR {
  const entry = module.functions.find((fn) => fn.name === module.entry);
  if (!entry) throw new Error(`Jitsight bug: ${module.name} has no entry ${module.entry}`);
  return entry;
}
