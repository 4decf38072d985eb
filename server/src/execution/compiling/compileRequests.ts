import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import { printModule } from '@jitsight/shared/ir/printer';
import type { PanelContent } from '@jitsight/shared/protocol/panel';
import { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { EmitOptions, WasmArtifact } from '@jitsight/shared/wasm/artifact';
import { emit } from '@jitsight/shared/wasm/emit';
import { listWat } from '@jitsight/shared/wasm/listing';
import { sectionSizes } from '@jitsight/shared/wasm/sections';

/** What the compile worker is asked. */
export type CompileRequest =
  | { readonly op: 'compile'; readonly ir: ModuleIR; readonly options: EmitOptions }
  | {
      readonly op: 'list';
      readonly ir: ModuleIR;
      readonly options: EmitOptions;
      /** Text of the file whose offsets the IR carries. */
      readonly source: string;
    };

/** What a compiled function looks like at each stage, every line with its source line. */
export type CompiledListings = Pick<PanelContent, 'ir' | 'wat' | 'watOptimized' | 'size'>;

export function answerCompileRequest(request: CompileRequest): Promise<WasmArtifact | CompiledListings> {
  return request.op === 'compile' ? emit(request.ir, request.options) : list(request);
}

async function list({ ir, options, source }: CompileRequest & { op: 'list' }): Promise<CompiledListings> {
  const file = new SourceFile('', source);
  const plain = await emit(ir, { ...options, optimizeLevel: 0, text: true });
  const optimized = await emit(ir, { ...options, text: true });
  return {
    ir: printModule(ir, file).lines,
    wat: listWat(plain, file).lines,
    watOptimized: listWat(optimized, file).lines,
    size: {
      unoptimizedBytes: plain.bytes.length,
      optimizedBytes: optimized.bytes.length,
      sections: sectionSizes(optimized.bytes),
      timings: optimized.timings,
    },
  };
}
