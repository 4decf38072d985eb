import { raisedTag } from '../emit/imports';
import { hostImports } from './hostImports';
import { runPartOf } from './parallelRunner';
import { type Failure, openControl, type ThreadSeat } from './threadControl';
import type { RunPart, ThreadModule } from './threadPool';

interface Joined {
  readonly id: number;
  readonly run: RunPart;
  readonly failureOf: (error: unknown) => Failure;
}

/**
 * A thread's life: takes parts of loops for ever. `receive` gives the next module that was sent, at once or not at all.
 */
export function serveParts(seat: ThreadSeat, receive: () => ThreadModule | undefined): never {
  const control = openControl(seat);
  let joined: Joined | undefined;
  const ready = (id: number): boolean => {
    for (let sent = joined?.id === id ? undefined : receive(); sent; sent = receive()) joined = join(sent);
    return joined?.id === id;
  };
  for (;;) {
    control.takeParts(
      ready,
      (which, bounds) => joined!.run(which, bounds),
      (error) => joined!.failureOf(error),
    );
    control.wait();
  }
}

/** An instance of the thread's own on the memory of all. */
function join({ id, module, memory }: ThreadModule): Joined {
  const output = hostImports(module, { errors: [], prints: [] }, { memory });
  const { exports } = new WebAssembly.Instance(module, output.imports);
  const tag = exports[raisedTag] as WebAssembly.Tag | undefined;
  return {
    id,
    run: runPartOf(exports),
    failureOf: (error) =>
      tag && error instanceof WebAssembly.Exception && error.is(tag)
        ? output.lastRaise()
        : { args: [], trap: true },
  };
}
