import type { Fix } from '../../../diagnostics/fix';
import { walk } from '../advice/childNodes';
import type { AstNode, Expression } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import type { ArrayType, NumbaType } from '../types/numbaType';
import { typeName } from '../types/typeName';
import { nodeAt } from './findNode';
import { importModule } from './importName';
import { quickFix, replace } from './quickFix';

/** `acc = 0` where an array follows: an array of zeros of the same shape and type. */
export function startWithArray(problem: ProblemOf<'cannot-unify'>, context: RuleContext): readonly Fix[] {
  const { module, typed } = context;
  const array = problem.types.find((one): one is ArrayType => one.kind === 'array');
  const places = (problem.related ?? []).map(({ range }) => nodeAt(module, range, 'Assign'));
  const start = places.find((one) => one && isZeroOrOne(one.value));
  const later = places.find((one) => one && one !== start);
  if (!array || !start || !later || !typed) return [];
  const isOne = context.file.slice(start.value.range).startsWith('1');
  const like = shapeSource(later.value, array, context);
  if (!like) return [];
  return quickFix('start-with-array', `Start with an array of ${isOne ? 'ones' : 'zeros'}`, () => {
    const numpy = importModule(context, 'numpy', 'np');
    const make = `${numpy.reference}.${isOne ? 'ones' : 'zeros'}`;
    const dtype = typeName(array.dtype) === 'float64' ? '' : `, ${numpy.reference}.${typeName(array.dtype)}`;
    const text = like.whole ? `${make}_like(${like.whole})` : `${make}(${like.shape}${dtype})`;
    return [...numpy.edits, replace(start.value.range, text)];
  });
}

function isZeroOrOne(node: Expression): boolean {
  return (
    node.kind === 'Constant' &&
    (node.value.type === 'int' || node.value.type === 'float') &&
    (Number(node.value.value) === 0 || Number(node.value.value) === 1)
  );
}

/** A parameter that has the array's type, or whose rows have. */
function shapeSource(
  value: Expression,
  array: ArrayType,
  { typed }: RuleContext,
): { whole?: string; shape?: string } | undefined {
  const parameters = new Set(typed!.params.map((one) => one.name));
  const arrays = walk(value).flatMap((one) => {
    const type = one.kind === 'Name' && parameters.has(one.id) ? typed!.types.get(one) : undefined;
    return one.kind === 'Name' && type?.kind === 'array' ? [{ name: one.id, type }] : [];
  });
  const same = arrays.find(({ type }) => type.ndim === array.ndim && sameElement(type, array));
  if (same) return { whole: same.name };
  const outer = arrays.find(({ type }) => type.ndim === array.ndim + 1);
  if (!outer) return undefined;
  return { shape: array.ndim === 1 ? `${outer.name}.shape[1]` : `${outer.name}.shape[1:]` };
}

function sameElement(a: ArrayType, b: ArrayType): boolean {
  return typeName(a.dtype) === typeName(b.dtype);
}

/** A number returned where other paths return an array: an empty slice of a parameter of that type. */
export function returnEmptySlice(
  problem: ProblemOf<'cannot-unify-return'>,
  context: RuleContext,
): readonly Fix[] {
  const { module, typed } = context;
  const array = problem.types.find((one): one is ArrayType => one.kind === 'array');
  const isScalar = (type: NumbaType | undefined) =>
    type?.kind === 'literal' || type?.kind === 'int' || type?.kind === 'float';
  const scalars = (problem.related ?? []).filter(({ type }) => isScalar(type));
  const parameter = typed?.params.find(
    ({ type }) => type.kind === 'array' && array && typeName(type) === typeName(array),
  );
  if (!array || !parameter || scalars.length === 0) return [];
  const values = scalars.map(({ range }) => nodeAt(module, range, 'Return')?.value);
  if (values.some((one) => one === undefined)) return [];
  return quickFix('return-empty-slice', `Return an empty array: ${parameter.name}[:0]`, () =>
    values.map((one: AstNode | undefined) => replace(one!.range, `${parameter.name}[:0]`)),
  );
}
