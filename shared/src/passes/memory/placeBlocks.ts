import { dataAddress } from '../../ir/expressions';
import type { DataSegment, Expression, ModuleIR, Statement } from '../../ir/nodes';
import { bodiesOf, childrenOf, expressionsOf, forEachStatement } from '../../ir/walk';
import type { Report } from '../remark';
import { mapBlocks } from '../rewrite';
import { fieldsOf, type Fields, withFields } from './blockFields';
import { holders, ownBlocks, usesOf } from './blockUses';
import { FreshLocals } from '../freshLocals';

/** Larger blocks are worth a call. */
const mostBytes = 1024;

/**
 * A block of a known small size that only its function ever looks at, and that nothing keeps when it is made anew, is not
 * allocated. What is only read and written at fixed places becomes locals: an array's elements, a list's length. The rest
 * gets a fixed place in memory; not in functions that might run again while they run, by recursion or on another thread.
 */
export function placeBlocks(module: ModuleIR, report: Report): ModuleIR {
  const data: DataSegment[] = [];
  let changed = false;
  const functions = module.functions.map((fn) => {
    const sizes = smallBlocks(fn.body);
    if (sizes.size === 0) return fn;
    const uses = usesOf(fn);
    const own = ownBlocks(sizes, uses);
    const locals = new FreshLocals(fn);
    const fields = new Map<string, Fields>();
    const segments = new Map<string, string>();
    const mayPlace = !module.parallel?.length && !callsOthers(fn.body);
    for (const local of own) {
      const split = fieldsOf(local, sizes.get(local)!, uses, locals);
      if (split) fields.set(local, split);
      else if (mayPlace) segments.set(local, `block.${fn.name}.${local}`);
    }
    if (fields.size + segments.size === 0) return fn;
    changed = true;
    for (const [local, name] of segments)
      data.push({ name, bytes: new Uint8Array(sizes.get(local)!), align: 16 });
    const gone = new Set([...fields.keys(), ...segments.keys()]);
    const placed = withoutBlocks(fn.body, { gone, segments, keeping: holders(gone, uses), report });
    return locals.finish(withFields(placed, fields));
  });
  return changed ? { ...module, functions, data: [...module.data, ...data] } : module;
}

/** Locals that are set to a new block of constant size, and how large it is. */
function smallBlocks(body: readonly Statement[]): Map<string, number> {
  const sizes = new Map<string, number>();
  forEachStatement(body, (statement) => {
    if (statement.op !== 'set') return;
    const size = blockSize(statement.value);
    if (size !== undefined) sizes.set(statement.local, size);
  });
  return sizes;
}

function blockSize(value: Expression): number | undefined {
  if (value.op !== 'call' || value.callee !== 'rt.allocate' || value.args[0]?.op !== 'const')
    return undefined;
  const size = Number(value.args[0].value);
  return size >= 0 && size <= mostBytes ? Math.max(size, 16) : undefined;
}

function callsOthers(body: readonly Statement[]): boolean {
  let found = false;
  const isOther = (callee: string) => !/^(?:rt|math|wasm|Math)\./.test(callee);
  const see = (one: Expression): void => {
    found ||= one.op === 'call' && isOther(one.callee);
    for (const child of childrenOf(one)) see(child);
  };
  forEachStatement(body, (statement) => {
    found ||= statement.op === 'callMany' && isOther(statement.callee);
    for (const one of expressionsOf(statement)) see(one);
  });
  return found;
}

interface Removal {
  readonly gone: ReadonlySet<string>;
  readonly segments: ReadonlyMap<string, string>;
  readonly keeping: ReadonlySet<string>;
  readonly report: Report;
}

function withoutBlocks(body: readonly Statement[], removal: Removal): readonly Statement[] {
  const { gone, segments, keeping, report } = removal;
  return body.flatMap((statement): readonly Statement[] => {
    if (statement.op === 'set') {
      if (keeping.has(statement.local)) return [];
      if (!gone.has(statement.local)) return [statement];
      const segment = segments.get(statement.local);
      report(
        segment ? 'the block has a place of its own, and need not be allocated' : localMessage,
        statement.range,
      );
      return segment ? [{ ...statement, value: dataAddress(segment) }] : [];
    }
    if (statement.op === 'callMany') {
      const [arg] = statement.args;
      const releases = statement.callee === 'rt.release' && arg?.op === 'local';
      return releases && (gone.has(arg.name) || keeping.has(arg.name)) ? [] : [statement];
    }
    if (bodiesOf(statement).length === 0) return [statement];
    return [mapBlocks(statement, (inner) => withoutBlocks(inner, removal))];
  });
}

const localMessage = 'what the block would hold stays in locals, and it need not be allocated';
