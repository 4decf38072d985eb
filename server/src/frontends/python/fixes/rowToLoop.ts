import type { Fix } from '../../../diagnostics/fix';
import type { Expression, For } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { typeName } from '../types/typeName';
import { isKept } from './arrayCosts';
import { fileStyle, indentAt, lineStart } from './fileStyle';
import { pathTo, simpleStatementAt } from './findNode';
import { freeName } from './freeName';
import { importModule } from './importName';
import { insert, quickFix, replace } from './quickFix';

/**
 * `d = P[i] - Q[j]` in a loop becomes a loop over the elements of an array that is made once, before the outermost
 * loop, where nothing keeps the array that one pass makes.
 */
export function rowToLoop(problem: ProblemOf<'row-temporary'>, context: RuleContext): readonly Fix[] {
  const { module, file, typed } = context;
  const fn = problem.function;
  const statement = simpleStatementAt(module, problem.range);
  if (!fn || !typed || statement?.kind !== 'Assign' || statement.targets[0]?.kind !== 'Name') return [];
  const loops = pathTo(module, problem.range).filter((one): one is For => one.kind === 'For');
  const [outermost] = loops;
  const name = statement.targets[0].id;
  const type = typed.types.get(statement.value);
  if (
    !outermost ||
    type?.kind !== 'array' ||
    isKept(name, fn.node.body) ||
    loops.some((one) => isParallel(one, context))
  )
    return [];
  const counter = freeName('k', context, fn);
  const element = elementOf(statement.value, counter, context);
  const row = element && wholeRow(statement.value, context);
  if (!element || !row) return [];
  return quickFix('row-to-loop', 'Compute the elements in a loop, into an array that is made once', () => {
    const { eol, indent } = fileStyle(file);
    const numpy = importModule(context, 'numpy', 'np');
    const dtype = typeName(type.dtype) === 'float64' ? '' : `, ${numpy.reference}.${typeName(type.dtype)}`;
    const margin = indentAt(file, statement.range.start);
    return [
      ...numpy.edits,
      insert(
        lineStart(file, outermost.range.start),
        `${indentAt(file, outermost.range.start)}${name} = ${numpy.reference}.empty(${row}${dtype})${eol}`,
      ),
      replace(
        statement.range,
        `for ${counter} in range(len(${name})):${eol}${margin}${indent}${name}[${counter}] = ${element}`,
      ),
    ];
  });
}

function isParallel({ iter }: For, { module }: RuleContext): boolean {
  return iter.kind === 'Call' && /prange$/.test(module.qualifiedName(iter.func) ?? '');
}

/** The expression for one element: rows get the counter as a further index. */
function elementOf(node: Expression, counter: string, context: RuleContext): string | undefined {
  const { file, typed } = context;
  const type = typed?.types.get(node);
  if (node.kind === 'BinOp' && type?.kind === 'array') {
    const [left, right] = [elementOf(node.left, counter, context), elementOf(node.right, counter, context)];
    return left && right && node.op !== '@' ? `${left} ${node.op} ${right}` : undefined;
  }
  if (type?.kind !== 'array') return file.slice(node.range);
  if (type.ndim !== 1) return undefined;
  if (node.kind === 'Name') return `${node.id}[${counter}]`;
  const isPlainRow = node.kind === 'Subscript' && node.index.kind !== 'Tuple' && node.index.kind !== 'Slice';
  return isPlainRow
    ? `${file.slice(node.value.range)}[${file.slice(node.index.range)}, ${counter}]`
    : undefined;
}

/** The length of the rows: `P.shape[1]`. */
function wholeRow(node: Expression, context: RuleContext): string | undefined {
  if (node.kind === 'BinOp') return wholeRow(node.left, context) ?? wholeRow(node.right, context);
  const array = node.kind === 'Subscript' && node.value.kind === 'Name' ? node.value : undefined;
  const type = array && context.typed?.types.get(array);
  return type?.kind === 'array' && type.ndim === 2 ? `${array!.id}.shape[1]` : undefined;
}
