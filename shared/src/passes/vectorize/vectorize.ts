import type { ForStatement, FunctionIR, Statement } from '../../ir/nodes';
import { forEachStatement } from '../../ir/walk';
import type { Report } from '../remark';
import { mapBlocks } from '../rewrite';
import { countReads } from '../carried';
import { Refusal } from './lanes';
import { FreshLocals, type Library } from './loopContext';
import { OrderRefusal, type Scope, vectorizeLoop } from './vectorizeLoop';

/**
 * Runs several iterations of a loop together, in the lanes of vectors. A loop without loops inside is tried first; where
 * that one needs its order, as a sum of floats does, the loop around it, so that every lane sums in its own order; where
 * that cannot be either, vectors compute what is added and the lanes are added one by one. All results are those of the
 * scalar loop in every bit, except where fastmath lets sums be reordered. The scalar loop stays for the last iterations,
 * for arrays that overlap and for whatever else the guards before the vector loop find.
 */
export function vectorizeLoops(fn: FunctionIR, report: Report, library: Library): FunctionIR {
  const types = new Map(fn.locals.map((local) => [local.name, local.type]));
  const fresh = new FreshLocals(fn);
  const scope: Scope = { fn, types, fresh, library, report, reads: countReads(fn.body) };
  const sums: Sums = new Map();
  const { body, done } = visit(fn.body, false, scope, sums);
  const result = sums.size > 0 ? addInOrder(body, scope, sums) : body;
  return done || result !== body ? { ...fn, body: result, locals: [...fn.locals, ...fresh.added] } : fn;
}

/** Loops that add up floats, left for last, and whether they stand in another loop. */
type Sums = Map<Statement, { readonly isInside: boolean }>;

interface Visited {
  readonly body: readonly Statement[];
  readonly done: boolean;
}

function visit(body: readonly Statement[], isInside: boolean, scope: Scope, sums: Sums): Visited {
  let done = false;
  const result = body.flatMap((statement): readonly Statement[] => {
    let inside = false;
    const isLoop = statement.op === 'for' || statement.op === 'loop';
    const inner = mapBlocks(statement, (block) => {
      const visited = visit(block, isInside || isLoop, scope, sums);
      inside ||= visited.done;
      return visited.done ? visited.body : block;
    });
    done ||= inside;
    const depth = statement.op === 'for' ? depthOf(statement.body) : 0;
    if (statement.op !== 'for' || inside || depth > 1) return [inner];
    try {
      const replaced = vectorizeLoop(statement, scope);
      done = true;
      forEachStatement(statement.body, (one) => sums.delete(one));
      return replaced;
    } catch (error) {
      if (error instanceof OrderRefusal && depth === 0) sums.set(statement, { isInside });
      else reportRefusal(error, statement, scope);
      return [statement];
    }
  });
  return { body: result, done };
}

function reportRefusal(error: unknown, loop: ForStatement, { report }: Scope): void {
  if (!(error instanceof Refusal)) throw error;
  report(`not vectorised: ${error.message}`, loop.range);
}

/** The loops left for last. */
function addInOrder(body: readonly Statement[], scope: Scope, sums: Sums): readonly Statement[] {
  return body.flatMap((statement): readonly Statement[] => {
    const sum = sums.get(statement);
    if (statement.op !== 'for' || !sum)
      return [mapBlocks(statement, (block) => addInOrder(block, scope, sums))];
    try {
      return vectorizeLoop(statement, scope, sum.isInside);
    } catch (error) {
      reportRefusal(error, statement, scope);
      return [statement];
    }
  });
}

/** How many loops deep the statements go. */
function depthOf(body: readonly Statement[]): number {
  let depth = 0;
  for (const statement of body) {
    if (statement.op === 'for' || statement.op === 'loop')
      depth = Math.max(depth, 1 + depthOf(statement.body));
    else if (statement.op === 'if')
      depth = Math.max(depth, depthOf(statement.whenTrue), depthOf(statement.whenFalse));
    else if (statement.op === 'block' || statement.op === 'try')
      depth = Math.max(depth, depthOf(statement.body));
  }
  return depth;
}
