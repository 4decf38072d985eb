import type { Try } from '../../parse/ast';
import { copyAlong } from '../assignVariable';
import { type Body, within } from '../body';
import { lowerBlock } from './lowerStatement';

/**
 * `try`: Numba knows one handler, for every exception. What follows the handlers is reached from the end of the body or
 * of the handler; a `finally` clause runs on each way out.
 */
export function lowerTry(body: Body, node: Try): boolean {
  if (node.finalbody.length === 0) return lowerHandlers(body, node);
  const { ir } = body.lowering;
  const depth = body.enclosing.length;
  let goesOn = false;
  ir.block((after) => {
    ir.try(
      () => {
        within(body, { kind: 'finally', run: () => runFinally(body, node, depth) }, () => {
          goesOn = lowerHandlers(body, node);
          return goesOn;
        });
        if (goesOn) ir.break(after);
      },
      () => {
        // An error that nothing caught comes to an instruction that Numba believes unreachable.
        if (lowerBlock(body, node.finalbody)) body.lowering.raise(unreachable);
      },
    );
  });
  return goesOn && lowerBlock(body, node.finalbody);
}

const unreachable = {
  name: 'AssertionError',
  message: 'Unreachable condition reached (op code RERAISE executed)',
};

/** The clause once more, for a jump out of the statement; what it jumps out of itself is around the statement. */
function runFinally(body: Body, node: Try, depth: number): void {
  const left = body.enclosing.splice(depth);
  lowerBlock(body, node.finalbody);
  body.enclosing.push(...left);
}

function lowerHandlers(body: Body, node: Try): boolean {
  const { ir } = body.lowering;
  const [handler] = node.handlers;
  if (!handler) return lowerBlock(body, node.body);
  let goesOn = false;
  copyAlong(body, 'tryPoint', node);
  ir.block((after) => {
    let bodyEnds = false;
    ir.try(
      () => {
        bodyEnds = lowerBlock(body, node.body);
      },
      () => {
        const handled = lowerBlock(body, handler.body);
        if (!handled) return;
        copyAlong(body, 'handlerEnd', handler);
        ir.break(after);
        goesOn = true;
      },
    );
    if (!bodyEnds || !lowerBlock(body, node.orelse)) return;
    copyAlong(body, 'tryEnd', node);
    goesOn = true;
  });
  return goesOn;
}
