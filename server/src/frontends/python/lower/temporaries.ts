import { nullPointer } from '@jitsight/shared/ir/expressions';
import type { Expression, LocalExpression } from '@jitsight/shared/ir/nodes';
import type { FunctionLowering } from './functionLowering';
import type { Value } from './lowering';
import { callOn, countedParts } from './references';

/** A reference that a statement under construction owns, in a local of its own that is null when it owns none. */
export interface Temporary {
  readonly local: LocalExpression;
  readonly release: string;
}

/** What one statement owns; `outer` is the pool of the statement around it. */
export interface TemporaryPool {
  readonly owned: Temporary[];
  readonly outer?: TemporaryPool;
}

export function temporary(lowering: FunctionLowering, value: Value): Value {
  const parts = [...value.parts];
  for (const part of countedParts(lowering.module, value.type)) {
    const pointer = parts[part.index]!;
    if (pointer.op === 'const') continue;
    const local = lowering.ir.local('ptr', 'owned');
    lowering.ir.set(local, pointer);
    lowering.steadyLocals.add(local.name);
    parts[part.index] = local;
    lowering.temporaries.owned.push({ local, release: part.release });
  }
  return { type: value.type, parts };
}

/** Runs `build` and releases, at its end, the temporaries it made; not if it says, by `false`, that its end is not reached. */
export function withTemporaries<T>(lowering: FunctionLowering, build: () => T): T {
  const outer = lowering.temporaries;
  const pool: TemporaryPool = { owned: [], outer };
  lowering.temporaries = pool;
  try {
    const result = build();
    if (result !== false) releasePool(lowering, pool);
    return result;
  } finally {
    lowering.temporaries = outer;
  }
}

function releasePool(lowering: FunctionLowering, pool: TemporaryPool): void {
  for (const { local, release } of pool.owned) {
    lowering.ir.callMany(release, [local], []);
    // An allocation in a branch that is not taken next time must not be released twice.
    lowering.ir.set(local, nullPointer);
  }
}

/** Releases what this statement and those around it own, for leaving the function (or all inside `outside`). */
export function releaseAllTemporaries(lowering: FunctionLowering, outside?: TemporaryPool): void {
  for (let pool: TemporaryPool | undefined = lowering.temporaries; pool; pool = pool.outer) {
    if (pool === outside) return;
    releasePool(lowering, pool);
  }
}

/** Makes a variable or the like an owner of `value`: takes over what the statement owns, retains the rest. */
export function keep(lowering: FunctionLowering, value: Value): void {
  for (const part of countedParts(lowering.module, value.type)) {
    keepPart(lowering, value.parts[part.index]!, part.retain);
  }
}

/** The same for one counted scalar. */
export function keepPart(lowering: FunctionLowering, pointer: Expression, retain: string): void {
  const { owned } = lowering.temporaries;
  const at = pointer.op === 'local' ? owned.findIndex((each) => each.local.name === pointer.name) : -1;
  if (at >= 0) owned.splice(at, 1);
  else callOn(lowering, retain, pointer);
}
