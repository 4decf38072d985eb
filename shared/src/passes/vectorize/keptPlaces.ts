import { compare } from '../../ir/expressions';
import type { ForStatement } from '../../ir/nodes';
import { scalarSize } from '../../ir/scalarType';
import { loadContiguous, record, scopeOf } from './expression';
import { type Lanes, vectorCount } from './lanes';
import { formKey, type LinearForm, linearAddress, stepOf } from '../linearForm';
import { type Block, holdIn, isInvariant, type LoopContext, setLanes } from './loopContext';

interface KeptPlace {
  readonly key: string;
  readonly form: LinearForm;
  readonly lanes: Lanes;
}

/**
 * Places that an inner loop stores to again and again, like `sums[k] += ...` where k is the index of the loop around it:
 * they stay in vectors while the inner loop runs, which must run at least once.
 */
export function keepPlaces(
  loop: ForStatement,
  context: LoopContext,
  block: Block,
  inner: Block,
): readonly KeptPlace[] {
  const runs = compare('lt', loop.start, loop.stop);
  if (!inner.straight || inner.mask || !isInvariant(context, runs)) return [];
  const kept: KeptPlace[] = [];
  for (const statement of loop.body) {
    if (statement.op !== 'store' || statement.value.type === 'bool') continue;
    const { type } = statement.value;
    const width = scalarSize(type);
    const form = linearAddress(statement.address, scopeOf(context));
    if (!form || !isRow(form, width, context)) continue;
    const key = placeKey(type, form);
    if (inner.kept.has(key)) continue;
    record(context, inner, form, width, false);
    const hold = holdIn(context, block.code);
    const start: Lanes = { type, width, vectors: loadContiguous(form, width, context, hold) };
    const vectors = Array.from({ length: vectorCount(context.lanes, width) }, () =>
      context.fresh.make('v128', 'kept'),
    );
    const lanes: Lanes = { type, width, vectors };
    setLanes(block.code, lanes, start);
    record(context, inner, form, width, true);
    inner.kept.set(key, lanes);
    kept.push({ key, form, lanes });
  }
  if (kept.length > 0) context.guards.push(runs);
  return kept;
}

/** Only the vectorised loop moves it, from lane to lane. */
function isRow(form: LinearForm, width: number, { facts }: LoopContext): boolean {
  const { index } = facts.loop;
  if ([...form.terms.values()].some((term) => term.index !== undefined && term.index !== index)) return false;
  const step = stepOf(form, index);
  return step.terms.size === 0 && step.constant === BigInt(width);
}

/** Tells places apart that a block reads and writes. */
export function placeKey(type: string, form: LinearForm): string {
  return `${type} ${formKey(form)} + ${form.constant}`;
}

/** What is kept goes to memory behind the inner loop. */
export function storeKept(kept: readonly KeptPlace[], context: LoopContext, block: Block): void {
  for (const { key, form, lanes } of kept) {
    const access = context.accesses.find((one) => one.store && one.form === form)!;
    block.pending.set(key, { access, form, entries: [{ mask: undefined, value: lanes }] });
  }
}
