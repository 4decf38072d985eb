import { walk, walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import type { AstNode, For, While } from '../parse/ast';
import { unliteral } from '../types/unliteral';
import type { TypedOutline } from '../infer/typedFunction';
import type { AnalysisSession } from '../units/session';
import { nodesInLoops } from './loopWalk';

/** Fewer passes than this cost less than a person's look at the advice. */
const fewPasses = 100n;

/** A small compiled function that a Python loop calls for every element: getting in costs more than what it does. */
export function checkJitCalls(
  { module }: AnalysisSession,
  typedOf: (fn: BoundFunction) => TypedOutline | undefined,
): readonly Problem[] {
  const bodies: { nodes: readonly AstNode[]; owner?: BoundFunction }[] = [
    { nodes: module.tree.body },
    ...module.functions.filter((fn) => !fn.decorator).map((fn) => ({ nodes: fn.node.body, owner: fn })),
  ];
  return bodies.flatMap(({ nodes, owner }) =>
    nodesInLoops(nodes).flatMap(({ node, loops }): Problem[] => {
      if (
        node.kind !== 'Call' ||
        node.func.kind !== 'Name' ||
        loops.length === 0 ||
        loops.every(isShort) ||
        node.args.some((one) => one.kind === 'Starred')
      )
        return [];
      const meaning = module.resolve(node.func);
      const callee = meaning.kind === 'function' ? meaning.function : undefined;
      if (!callee || !isTiny(callee, typedOf(callee))) return [];
      const related = [{ range: callee.node.nameRange, role: 'defined' as const, subject: callee.node.name }];
      return [
        {
          kind: 'jit-call-in-loop',
          range: node.func.range,
          function: owner,
          callee: callee.node.name,
          caller: owner,
          related,
        },
      ];
    }),
  );
}

/** Numbers in, a number out, and no loop of its own. */
function isTiny(fn: BoundFunction, typed: TypedOutline | undefined): boolean {
  if (fn.decorator?.kind !== 'njit' && fn.decorator?.kind !== 'jit') return false;
  if (!typed?.compiles || fn.node.params.length === 0) return false;
  if (typed.params.some(({ origin }) => origin.kind === 'assumed' || origin.kind === 'use')) return false;
  const isScalar = (kind: string) => ['int', 'float', 'bool', 'complex'].includes(kind);
  if (!isScalar(unliteral(typed.returnType).kind)) return false;
  if (!typed.params.every((one) => isScalar(unliteral(one.type).kind))) return false;
  return (
    !walkAll(fn.node.body).some(({ kind }) => ['For', 'While', 'ListComp'].includes(kind)) &&
    !callsCompiled(fn)
  );
}

/** What it calls may be the work. */
function callsCompiled(fn: BoundFunction): boolean {
  return walkAll(fn.node.body).some(
    (node) =>
      node.kind === 'Call' && node.func.kind === 'Name' && fn.module.resolve(node.func).kind === 'function',
  );
}

function isShort(loop: For | While): boolean {
  if (loop.kind === 'While' || loop.iter.kind !== 'Call')
    return loop.kind === 'For' && loop.iter.kind !== 'Name';
  const [only] = loop.iter.args;
  return only?.kind === 'Constant' && only.value.type === 'int' && only.value.value < fewPasses;
}

/** A decorated function inside a plain one, which makes it, and has it compiled, on every call. */
export function checkInnerJit(fn: BoundFunction): readonly Problem[] {
  const outer = fn.enclosing;
  const { decorator } = fn;
  if (!outer || outer.decorator || outer.otherDecorators.length > 0 || !decorator || outer.inClass) return [];
  if (decorator.form === 'wrap' || decorator.form === 'module' || decorator.kind === 'overload') return [];
  const { name } = fn.node;
  const others = outer.node.body.filter((one) => one !== fn.node).flatMap(walk);
  const uses = others.filter((node) => node.kind === 'Name' && node.id === name);
  const calls = others.filter(
    (node) => node.kind === 'Call' && node.func.kind === 'Name' && node.func.id === name,
  );
  // A function that is handed out is made for that.
  if (calls.length === 0 || uses.length !== calls.length) return [];
  if (!isCalledOften(outer)) return [];
  const related = [{ range: outer.node.nameRange, role: 'defined' as const, subject: outer.node.name }];
  return [
    {
      kind: 'jit-in-function',
      range: decorator.range,
      function: fn,
      subject: name,
      outer: outer.node.name,
      related,
    },
  ];
}

/** A script's `main`, and what takes nothing and is called in one place, runs once. */
function isCalledOften({ node, module }: BoundFunction): boolean {
  if (/^(_*main|test|setup|run)/.test(node.name)) return false;
  const fn = module.functionOf.get(node);
  const calls = (fn && module.callSites.get(fn)) ?? [];
  return node.params.length > 0 || calls.length > 1;
}
