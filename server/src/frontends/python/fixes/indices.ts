import type { Fix } from '../../../diagnostics/fix';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { fileStyle, indentAt, lineStart } from './fileStyle';
import { nodeAt, simpleStatementAt } from './findNode';
import { floatValues } from './containers';
import { freeName } from './freeName';
import { importModule } from './importName';
import { insert, quickFix, replace } from './quickFix';

/** The same element, rows or mask in an index that Numba takes. */
export function indexFixes(problem: ProblemOf<'unsupported-index'>, context: RuleContext): readonly Fix[] {
  const { index, type } = problem;
  if (type.kind === 'literalDict') return floatValues(problem, context);
  if (type.kind !== 'array') return [];
  if (index.kind === 'float') return wholeIndex(problem, context);
  if (index.kind === 'array' && index.dtype.kind === 'bool' && !problem.store)
    return flatMask(problem, context);
  if (index.kind !== 'tuple' || problem.store) return [];
  if (index.elements.some((one) => one.kind === 'none')) return newAxis(problem, context);
  return index.elements.filter((one) => one.kind === 'array').length > 1 ? gather(problem, context) : [];
}

/** `a[n / 2]` becomes `a[n // 2]`. */
function wholeIndex(
  { range }: ProblemOf<'unsupported-index'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const index = nodeAt(module, range, 'Subscript')?.index;
  if (index?.kind !== 'BinOp' || index.op !== '/') return [];
  const between = file.text.slice(index.left.range.end, index.right.range.start);
  const at = index.left.range.end + between.indexOf('/');
  return quickFix('whole-division', 'Divide with //', () => [insert(at, '/')]);
}

/** `a[a > 0]` becomes `a.ravel()[(a > 0).ravel()]`. */
function flatMask({ range }: ProblemOf<'unsupported-index'>, { module, file }: RuleContext): readonly Fix[] {
  const node = nodeAt(module, range, 'Subscript');
  if (!node) return [];
  const mask = file.slice(node.index.range);
  const shown = node.index.kind === 'Name' ? mask : `(${mask})`;
  return quickFix('flat-mask', 'Take both as vectors: ravel()', () => [
    replace(node.range, `${file.slice(node.value.range)}.ravel()[${shown}.ravel()]`),
  ]);
}

/** `v[:, None]` becomes `v.reshape(-1, 1)`. */
function newAxis(
  { range, type }: ProblemOf<'unsupported-index'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const node = nodeAt(module, range, 'Subscript');
  if (node?.index.kind !== 'Tuple' || type.kind !== 'array' || type.ndim !== 1 || type.layout === 'A')
    return [];
  const [first, second] = node.index.elements;
  const isAll = (one: typeof first) => one?.kind === 'Slice' && !one.lower && !one.upper && !one.step;
  const shape = isAll(first) ? '-1, 1' : isAll(second) ? '1, -1' : undefined;
  if (!shape || node.index.elements.length !== 2) return [];
  return quickFix('reshape-new-axis', `Reshape instead: reshape(${shape})`, () => [
    replace(node.range, `${file.slice(node.value.range)}.reshape(${shape})`),
  ]);
}

/** `a[i, j]` of index arrays becomes a loop that gathers the elements. */
function gather(problem: ProblemOf<'unsupported-index'>, context: RuleContext): readonly Fix[] {
  const { module, file } = context;
  const node = nodeAt(module, problem.range, 'Subscript');
  const statement = simpleStatementAt(module, problem.range);
  const { index, type, function: fn } = problem;
  if (
    !node ||
    !statement ||
    !fn ||
    node.index.kind !== 'Tuple' ||
    index.kind !== 'tuple' ||
    type.kind !== 'array'
  )
    return [];
  const isVector = index.elements.every((one) => one.kind === 'array' && one.ndim === 1);
  if (!isVector || index.elements.length !== type.ndim) return [];
  const names = node.index.elements.map((one) => file.slice(one.range));
  return quickFix('gather-in-loop', 'Gather the elements in a loop', () => {
    const { eol, indent } = fileStyle(file);
    const numpy = importModule(context, 'numpy', 'np');
    const margin = indentAt(file, statement.range.start);
    const [out, k] = [freeName('gathered', context, fn), freeName('k', context, fn)];
    const array = file.slice(node.value.range);
    const lines = [
      `${margin}${out} = ${numpy.reference}.empty(len(${names[0]}), ${array}.dtype)`,
      `${margin}for ${k} in range(len(${names[0]})):`,
      `${margin}${indent}${out}[${k}] = ${array}[${names.map((one) => `${one}[${k}]`).join(', ')}]`,
      '',
    ];
    return [
      ...numpy.edits,
      insert(lineStart(file, statement.range.start), lines.join(eol)),
      replace(node.range, out),
    ];
  });
}
