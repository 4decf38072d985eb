import { emit } from '@jitsight/shared/wasm/emit';
import { compileEagerly } from '@jitsight/shared/wasm/host/compileEagerly';
import type { CompiledKernel } from './compileKernel';

const warmRounds = 20;
const rounds = 5;

/**
 * Processor time from typed function to a module that V8 has compiled, threads of V8's included. Rounds go over all
 * kernels, so that none is compiled twice in a row, and the first ones do not count: the compiler, itself compiled by V8
 * as it runs, is then as warm as after some time in an editor. The median of each.
 */
export async function compileTimes(kernels: readonly CompiledKernel[]): Promise<Map<CompiledKernel, number>> {
  const times = new Map<CompiledKernel, number[]>(kernels.map((kernel) => [kernel, []]));
  for (let round = 0; round < warmRounds + rounds; round++) {
    for (const [kernel, own] of times) {
      const time = await compileTime(kernel, round);
      if (round >= warmRounds) own.push(time);
    }
  }
  return new Map([...times].map(([kernel, own]) => [kernel, own.sort((a, b) => a - b)[rounds >> 1]!]));
}

async function compileTime(
  { specialization, optimizeLevel }: CompiledKernel,
  round: number,
): Promise<number> {
  const start = process.cpuUsage();
  const lowered = specialization.lower();
  if ('reason' in lowered) throw new Error(lowered.reason);
  const artifact = await emit(lowered.ir, { optimizeLevel, boundsChecks: false });
  await compileEagerly(unlikeBefore(artifact.bytes, round));
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** V8 keeps what it compiled by the module's bytes, so that a custom section has to make them new. */
function unlikeBefore(bytes: Uint8Array, number: number): Uint8Array {
  return Buffer.concat([bytes, Uint8Array.of(0, 2, 1, 'a'.charCodeAt(0) + number)]);
}
