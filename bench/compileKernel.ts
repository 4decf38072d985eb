import { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { ModuleIR } from '@jitsight/shared/ir/nodes';
import type { WasmArtifact } from '@jitsight/shared/wasm/artifact';
import { emit } from '@jitsight/shared/wasm/emit';
import type { PythonValue } from '../server/src/execution/encoding/pythonValue';
import { signatureOf } from '../server/src/execution/encoding/typeOf';
import type { AnalysisSettings, Specialization } from '../server/src/frontends/frontend';
import { pythonFrontend } from '../server/src/frontends/python/pythonFrontend';
import type { Kernel } from './kernel';

export interface CompiledKernel {
  readonly specialization: Specialization;
  readonly ir: ModuleIR;
  readonly artifact: WasmArtifact;
  readonly optimizeLevel: 0 | 2;
}

/** Types the kernel for its arguments and compiles it; `problem` says why there is no code. */
export async function compileKernel(
  kernel: Kernel,
  args: readonly PythonValue[],
  numba: string,
  optimizeLevel: 0 | 2,
): Promise<CompiledKernel | { readonly problem: string }> {
  const file = new SourceFile(`file://${kernel.path}`, kernel.source);
  const settings: AnalysisSettings = { numba, numbaSource: 'option', rules: {} };
  const specialization = pythonFrontend.specialize(
    file,
    settings,
    { files: [file] },
    kernel.name,
    signatureOf(args),
  );
  if ('problem' in specialization) return specialization;
  if (specialization.verdict === 'fails')
    return { problem: specialization.error?.message ?? 'does not type' };
  const lowered = specialization.lower();
  if ('reason' in lowered) return { problem: lowered.reason };
  const artifact = await emit(lowered.ir, { optimizeLevel, boundsChecks: false });
  return { specialization, ir: lowered.ir, artifact, optimizeLevel };
}
