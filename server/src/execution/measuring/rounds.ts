import type { EngineTiming } from '../measurement';
import type { Engine } from './engine';

const mostRounds = 31;
const fewestRounds = 2;
/** Shorter batches than this are mostly the clock and the way to it. */
const shortBatchMs = 2;
/** The system lets threads that it has just woken share a processor for some milliseconds before it spreads them. */
const threadsBatchMs = 50;
const mostCalls = 100_000;

interface Track {
  readonly engine: Engine;
  readonly samples: number[];
  readonly batchMs: number;
  calls: number;
  /** Milliseconds spent, and what one more round will take. */
  spent: number;
  next: number;
}

/**
 * Times engines in turn, so that a busy moment of the machine meets all of them: one round each after a warm-up,
 * until each has had its share of the time. A slow engine gets fewer rounds. The timings are in the engines' order.
 * With `threads` a round has so many calls that how the system first places threads is little of it.
 */
export async function timeRounds(
  engines: readonly { readonly engine: Engine; readonly callMs: number }[],
  budgetMs: number,
  { threads = false } = {},
): Promise<EngineTiming[]> {
  const share = budgetMs / engines.length;
  const batchMs = threads ? Math.min(threadsBatchMs, share / (2 * fewestRounds)) : shortBatchMs;
  const tracks: Track[] = engines.map(({ engine, callMs }) => ({
    engine,
    samples: [],
    batchMs,
    calls: Math.min(mostCalls, Math.max(1, Math.ceil(batchMs / Math.max(callMs, 1e-6)))),
    spent: 0,
    next: callMs,
  }));
  // The first call on threads has started them: it says little of the next.
  const slowMs = threads ? 4 * share : share / 2;
  for (const track of tracks) if (track.next <= slowMs) await warmUp(track, share);
  for (let round = 0; round < mostRounds; round++) {
    const due = tracks.filter(
      (track) => track.samples.length < fewestRounds || track.spent + track.next <= share,
    );
    if (due.length === 0) break;
    // Every other round starts from the other end: no engine always comes after the same one.
    if (round % 2 === 1) due.reverse();
    for (const track of due) await oneRound(track, share);
  }
  return tracks.map(timingOf);
}

/** Finds how many calls fill a batch; what is slow has been warmed up by the call that gave its result. */
async function warmUp(track: Track, share: number): Promise<void> {
  for (let step = 0; step < 4; step++) {
    const ms = await oneRound(track, share);
    track.samples.length = 0;
    const calls = Math.min(mostCalls, Math.ceil((track.calls * track.batchMs) / Math.max(ms, 1e-3)));
    if (calls < 2 * track.calls && 2 * calls > track.calls) break;
    track.calls = calls;
  }
  track.spent = 0;
}

async function oneRound(track: Track, share: number): Promise<number> {
  const round = await track.engine.time(track.calls, Math.max(10 * share, 10_000));
  if (round === 'too-slow') throw new Error('a timed call took many times as long as the first one');
  track.samples.push(round.ms / round.calls);
  track.spent += round.ms;
  track.next = round.ms;
  return round.ms;
}

function timingOf({ engine, samples }: Track): EngineTiming {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return {
    medianMs: median,
    minMs: sorted[0]!,
    maxMs: sorted.at(-1)!,
    rounds: sorted.length,
    version: engine.version,
    compileMs: engine.compileMs?.(),
    ...engine.wasmRun?.(),
  };
}
