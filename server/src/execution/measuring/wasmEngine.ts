import type { WasmArtifact } from '@jitsight/shared/wasm/artifact';
import type { Specialization } from '../../frontends/frontend';
import { compareValues, exact } from '../encoding/compare';
import { fromHost } from '../encoding/fromHost';
import type { PythonValue } from '../encoding/pythonValue';
import { toHost } from '../encoding/toHost';
import { defaultRunLimits, type PreparedRun, type RunService } from '../running/runService';
import type { Engine, EngineCall, EngineRound } from './engine';

/** The compiled function in the run worker. Copying arguments to its memory is not part of the times. */
export function wasmEngine(
  artifact: WasmArtifact,
  specialization: Specialization,
  runner: RunService,
  compileMs?: number,
  signal?: AbortSignal,
): Engine {
  const { parameters, parameterTypes, resultType } = specialization;
  let prepared: PreparedRun | undefined;
  let args: readonly PythonValue[] = [];
  let changesArguments = true;
  return {
    name: 'wasm',
    compileMs: compileMs === undefined ? undefined : () => compileMs,
    wasmRun: () => ({ tier: prepared?.tier, threads: prepared?.threads }),
    async prepare(given) {
      args = given;
      const hostArgs = given.map((arg, i) =>
        toHost(arg, parameterTypes[i]!, parameters[i]?.name ?? `argument ${i + 1}`),
      );
      prepared = await runner.prepare(artifact, hostArgs, defaultRunLimits, signal);
    },
    async call(): Promise<EngineCall> {
      const start = performance.now();
      const outcome = await prepared!.call();
      const ms = performance.now() - start;
      if (outcome.kind === 'raised') return outcome;
      const argsAfter = outcome.argsAfter.map((arg, i) => fromHost(arg, parameterTypes[i]!));
      changesArguments = argsAfter.some(
        (after, i) => compareValues(after, args[i]!, exact).difference !== undefined,
      );
      return {
        kind: 'returned',
        ms,
        result: fromHost(outcome.value, resultType),
        argsAfter,
        changesArguments,
      };
    },
    async time(calls): Promise<EngineRound> {
      // A list argument holds memory of the module's own, so that only fresh ones are alike.
      const reset = changesArguments || parameterTypes.some((type) => type.kind === 'list');
      return prepared!.time(calls, reset);
    },
  };
}
