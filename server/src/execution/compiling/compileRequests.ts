import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import type { EmitOptions, WasmArtifact } from '@jitsight/shared/wasm/artifact';
import { emit } from '@jitsight/shared/wasm/emit';
import { warmUp } from '@jitsight/shared/wasm/warmUp';

/** What the compile worker is asked. */
export type CompileRequest =
  | { readonly op: 'compile'; readonly ir: ModuleIR; readonly options: EmitOptions }
  /** One round of warming up: so that what is asked meanwhile need not wait for all of it. */
  | { readonly op: 'warm' };

export function answerCompileRequest(request: CompileRequest): Promise<WasmArtifact | undefined> {
  return request.op === 'warm' ? warmUp(1).then(() => undefined) : emit(request.ir, request.options);
}
