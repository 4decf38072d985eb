import type { Specialization } from '../../frontends/frontend';
import type { EngineTiming } from '../measurement';

/** Below this a call is mostly the way into the function. */
const shortCallMs = 1e-3;

/** What a reader must know so as not to take a ratio for more than it says. */
export function caveats(
  timings: ReadonlyMap<string, EngineTiming>,
  { parameterTypes }: Pick<Specialization, 'parameterTypes'>,
): string[] {
  const notes: string[] = [];
  if (timings.has('numba') && parameterTypes.some((type) => type.kind === 'list' && type.reflected)) {
    notes.push(
      "Numba's time includes converting the list on every call; the compiled code's list is in its memory before the clock starts.",
    );
  }
  const wasm = timings.get('wasm');
  if (wasm && timings.size > 1 && wasm.medianMs < shortCallMs) {
    notes.push(
      'A call this short is mostly the way into the function: the ratios say little about its body.',
    );
  }
  return notes;
}
