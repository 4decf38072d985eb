import { walkBody } from '../../infer/children';
import type { ExceptHandler, Try } from '../../parse/ast';
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
        bodyEnds = inTry(body, () => lowerBlock(body, node.body));
      },
      () => {
        const handled = lowerHandler(body, handler);
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

/**
 * What a handler itself raises is caught by a `try` around it. Where there is none, it comes to the instruction that Numba
 * believes unreachable, as CPython 3.11 and later guard handlers.
 */
function lowerHandler(body: Body, handler: ExceptHandler): boolean {
  if (body.tryDepth > 0 || !mayRaise(handler)) return lowerBlock(body, handler.body);
  let goesOn = false;
  body.lowering.ir.try(
    () => {
      goesOn = lowerBlock(body, handler.body);
    },
    () => body.lowering.raise(unreachable),
  );
  return goesOn;
}

const raising = new Set(['Raise', 'Assert', 'Call', 'Subscript', 'BinOp', 'AugAssign', 'For']);

function mayRaise(handler: ExceptHandler): boolean {
  return walkBody(handler.body).some((node) => raising.has(node.kind));
}

function inTry(body: Body, build: () => boolean): boolean {
  body.tryDepth++;
  try {
    return build();
  } finally {
    body.tryDepth--;
  }
}
