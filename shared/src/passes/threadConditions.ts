import { and, not, or } from '../ir/expressions';
import type { Expression, FunctionIR, IfStatement, Statement } from '../ir/nodes';
import { isPure } from './purity';
import type { Report } from './remark';
import { assignedLocals, mapBlocks, mapList } from './rewrite';
import { countReads } from './carried';

/**
 * `a and b` and `a or b` are a local that branches set part by part, and a branch that reads it. Here each part that may
 * not be computed in vain branches itself, and the local goes: what a part says of an index holds where the next part
 * reads memory by it.
 */
export function threadConditions(fn: FunctionIR, report: Report): FunctionIR {
  let reads: ReadonlyMap<string, number> | undefined;
  /** Whether nothing but the chain itself reads its local. */
  const isAlone = ({ local, parts }: Chain): boolean => {
    reads ??= countReads(fn.body);
    return reads.get(local) === parts.length;
  };
  const visit = (body: readonly Statement[]): readonly Statement[] => {
    const inner = mapList(body, (one) => mapBlocks(one, visit));
    const at = inner.findIndex((one, i) => one.op === 'set' && chainAt(inner, i) !== undefined);
    if (at < 0) return inner;
    const chain = chainAt(inner, at)!;
    const threaded = isAlone(chain) ? thread(chain) : undefined;
    if (!threaded) return [...inner.slice(0, at + 3), ...visit(inner.slice(at + 3))];
    report('branched on each part of a condition', chain.last.range);
    return [...inner.slice(0, at), ...threaded, ...visit(inner.slice(at + 3))];
  };
  const body = visit(fn.body);
  return body === fn.body ? fn : { ...fn, body };
}

type Kind = 'and' | 'or';

interface Part {
  /** Runs before the condition is asked. */
  readonly before: readonly Statement[];
  readonly condition: Expression;
}

interface Chain {
  readonly local: string;
  readonly kind: Kind;
  readonly parts: readonly Part[];
  readonly last: IfStatement;
}

/** `local = part`, a branch that sets it to the parts after that, and one that reads it. */
function chainAt(body: readonly Statement[], at: number): Chain | undefined {
  const [first, inner, last] = body.slice(at, at + 3);
  if (first?.op !== 'set' || first.value.type !== 'bool' || inner?.op !== 'if' || last?.op !== 'if')
    return undefined;
  const { local } = first;
  const kind = isLocal(inner.condition, local) ? 'and' : isNegated(inner.condition, local) ? 'or' : undefined;
  const rest = kind && partsOf(inner, local, kind);
  const reads = isLocal(last.condition, local) || isNegated(last.condition, local);
  if (!rest || !reads) return undefined;
  return { local, kind, parts: [{ before: [], condition: first.value }, ...rest], last };
}

function partsOf(branch: IfStatement, local: string, kind: Kind): readonly Part[] | undefined {
  const goesOn = kind === 'and' ? isLocal(branch.condition, local) : isNegated(branch.condition, local);
  if (!goesOn || branch.whenFalse.length > 0) return undefined;
  const body = branch.whenTrue;
  const at = body.findIndex((one) => one.op === 'set' && one.local === local);
  const set = body[at];
  const before = body.slice(0, at);
  if (set?.op !== 'set' || assignedLocals(before).has(local) || countReads(before).has(local))
    return undefined;
  const part: Part = { before, condition: set.value };
  if (at === body.length - 1) return [part];
  const next = body[at + 1]!;
  const rest = at === body.length - 2 && next.op === 'if' ? partsOf(next, local, kind) : undefined;
  return rest && [part, ...rest];
}

/** Undefined where no part needs a branch of its own, or code would have to stand twice. */
function thread({ parts, kind, local, last }: Chain): readonly Statement[] | undefined {
  if (parts.every((part) => part.before.length === 0 && isPure(part.condition))) return undefined;
  if (last.whenFalse.length > 0) return undefined;
  const groups = grouped(parts, kind);
  const holds = isLocal(last.condition, local);
  const leaves = last.whenTrue.length === 1 && isJump(last.whenTrue[0]!);
  if (leaves && holds === (kind === 'or')) {
    return groups.flatMap(({ before, condition }): Statement[] => [
      ...before,
      { ...last, condition: holds ? condition : not(condition) },
    ]);
  }
  if (kind !== 'and' || !holds) return undefined;
  return groups.reduceRight<readonly Statement[]>(
    (inner, { before, condition }) => [...before, { ...last, condition, whenTrue: inner }],
    last.whenTrue,
  );
}

/** Parts that follow each other and may be computed in vain are asked together. */
function grouped(parts: readonly Part[], kind: Kind): readonly Part[] {
  const groups: Part[] = [];
  for (const part of parts) {
    const before = groups.at(-1);
    if (before && part.before.length === 0 && isPure(part.condition) && isPure(before.condition)) {
      const join = kind === 'and' ? and : or;
      groups[groups.length - 1] = { ...before, condition: join(before.condition, part.condition) };
    } else groups.push(part);
  }
  return groups;
}

function isJump(statement: Statement): boolean {
  return statement.op === 'break' || statement.op === 'continue';
}

function isLocal(expression: Expression, name: string): boolean {
  return expression.op === 'local' && expression.name === name;
}

function isNegated(expression: Expression, name: string): boolean {
  return expression.op === 'not' && isLocal(expression.value, name);
}
