import { localExpression } from '../../ir/expressions';
import type { Expression, MathExpression, Statement } from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import { rewriteExpression } from '../rewrite';
import { forEachStatement } from '../../ir/walk';
import { convertLanes, resizeMask } from './convertLanes';
import { vectorize } from './expression';
import { type Lanes, mapLanes, Refusal } from './lanes';
import { type Block, holdIn, type LoopContext, setLanes, vectorsOf } from './loopContext';
import { binaryLanes } from './operators';
import { bailOut, vectorizeBody } from './statements';

/**
 * A function of the math library in place: its own scalar code on lanes, so that results are the same in every bit. Where
 * that code leaves early, for arguments that are rare, the scalar loop has to do the step.
 */
export function inlineMath(expression: MathExpression, context: LoopContext, block: Block): Lanes {
  const { function: name, args, type } = expression;
  const hold = holdIn(context, block.code);
  const values = args.map((arg) => convertLanes(vectorize(arg, context, block), 'f64', context.lanes, hold));
  const [result] = inlineFunction(`math.${name}`, values, context, block);
  return convertLanes(result!, type, context.lanes, hold);
}

function inlineFunction(name: string, args: readonly Lanes[], context: LoopContext, block: Block): Lanes[] {
  const callee = context.library(name);
  if (!callee) throw new Refusal(`no vector form of ${name.replace('math.', '')}`);
  const names = new Map<string, string>();
  for (const local of callee.locals) names.set(local.name, renamed(local.name, local.type, context));
  for (const [i, param] of callee.params.entries())
    setLanes(block.code, vectorsOf(context, names.get(param.locals[0]!)!), args[i]!);
  const rename = (one: Expression): Expression =>
    rewriteExpression(one, (part) =>
      part.op === 'local' ? localExpression(names.get(part.name)!, part.type) : part,
    );
  for (const statement of callee.body) {
    const results = inlineStatement(statement, names, rename, context, block);
    if (results) return results;
  }
  throw new Error(`Jitsight bug: ${name} does not return`);
}

function renamed(name: string, type: ScalarType, { facts, fresh }: LoopContext): string {
  const local = fresh.make(type, name).name;
  (facts.varying as Set<string>).add(local);
  (facts.assigned as Set<string>).add(local);
  (facts.types as Map<string, ScalarType>).set(local, type);
  // The function's code is not part of the loop whose reads were counted: what an `if` sets is read after it.
  (facts.reads as Map<string, number>).set(local, Number.POSITIVE_INFINITY);
  return local;
}

function inlineStatement(
  statement: Statement,
  names: ReadonlyMap<string, string>,
  rename: (one: Expression) => Expression,
  context: LoopContext,
  block: Block,
): Lanes[] | undefined {
  const hold = holdIn(context, block.code);
  const of = (value: Expression) => vectorizeCall(rename(value), context, block);
  switch (statement.op) {
    case 'return':
      return statement.values.map((value) => mapLanes(of(value), hold));
    case 'set':
      setLanes(block.code, vectorsOf(context, names.get(statement.local)!), of(statement.value));
      return undefined;
    case 'callMany': {
      const results = inlineFunction(statement.callee, statement.args.map(of), context, block);
      for (const [i, local] of statement.results.entries())
        setLanes(block.code, vectorsOf(context, names.get(local)!), results[i]!);
      return undefined;
    }
    case 'if': {
      if (!returnsInside(statement)) {
        vectorizeBody([renameStatement(statement, names, rename)], context, block);
        return undefined;
      }
      const rare = of(statement.condition);
      const { mask } = block;
      if (!mask) bailOut(rare, context, block);
      else {
        const width = context.widest;
        const [a, b] = [rare, mask.lanes].map((one) => resizeMask(one, width, context.lanes, hold));
        bailOut(binaryLanes('and', a!, b!, hold), context, block);
      }
      return undefined;
    }
    default:
      throw new Refusal('no vector form of a function of the math library');
  }
}

/** A call of another library function is taken in place where it is a whole value. */
function vectorizeCall(value: Expression, context: LoopContext, block: Block): Lanes {
  if (value.op !== 'call') return vectorize(value, context, block);
  const args = value.args.map((arg) => vectorize(arg, context, block));
  return inlineFunction(value.callee, args, context, block)[0]!;
}

function returnsInside(statement: Statement): boolean {
  let found = false;
  forEachStatement([statement], (one) => {
    found ||= one.op === 'return';
  });
  return found;
}

function renameStatement(
  statement: Statement,
  names: ReadonlyMap<string, string>,
  rename: (one: Expression) => Expression,
): Statement {
  if (statement.op === 'set')
    return { ...statement, local: names.get(statement.local)!, value: rename(statement.value) };
  if (statement.op !== 'if') throw new Refusal('no vector form of a function of the math library');
  const each = (body: readonly Statement[]) => body.map((one) => renameStatement(one, names, rename));
  return {
    ...statement,
    condition: rename(statement.condition),
    whenTrue: each(statement.whenTrue),
    whenFalse: each(statement.whenFalse),
  };
}
