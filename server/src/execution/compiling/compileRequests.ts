import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import type { EmitOptions, WasmArtifact } from '@jitsight/shared/wasm/artifact';
import { emit } from '@jitsight/shared/wasm/emit';

/** What the compile worker is asked. */
export interface CompileRequest {
  readonly op: 'compile';
  readonly ir: ModuleIR;
  readonly options: EmitOptions;
}

export function answerCompileRequest({ ir, options }: CompileRequest): Promise<WasmArtifact> {
  return emit(ir, options);
}
