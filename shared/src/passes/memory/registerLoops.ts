import type { FunctionIR, Statement } from '../../ir/nodes';
import { FreshLocals } from '../freshLocals';
import type { Report } from '../remark';
import { mapBlocks } from '../rewrite';
import { Aliasing } from './aliasing';
import { carryStores } from './carryStores';
import { keepPlaces } from './keepPlaces';
import { memoryOf } from './loopMemory';

/** Keeps in locals what innermost loops would write to memory and read again: V8 goes to memory every time. */
export function registerLoops(fn: FunctionIR, report: Report): FunctionIR {
  const locals = new FreshLocals(fn);
  let aliasing: Aliasing | undefined;
  const walk = (body: readonly Statement[]): readonly Statement[] => {
    let changed = false;
    const result = body.flatMap((statement): readonly Statement[] => {
      const inner = mapBlocks(statement, walk);
      changed ||= inner !== statement;
      const memory = inner.op === 'for' ? memoryOf(inner) : undefined;
      if (!memory) return [inner];
      aliasing ??= new Aliasing(fn);
      const carried = carryStores(memory, aliasing, locals);
      const kept = carried ? undefined : keepPlaces(memory, aliasing, locals);
      if (carried) report('what one iteration stores the next one reads from a local', inner.range);
      if (kept) report(kept.guarded ? guardedMessage : message, inner.range);
      changed ||= carried !== undefined || kept !== undefined;
      return carried ?? kept?.statements ?? [inner];
    });
    return changed ? result : body;
  };
  return locals.finish(walk(fn.body));
}

const message = 'kept an element in a local while the loop runs';
const guardedMessage = `${message}, where nothing else in it touches the same memory`;
