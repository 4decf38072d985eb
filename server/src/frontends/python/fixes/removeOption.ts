import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { BoundFunction } from '../bind/boundModule';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { quickFix, replace } from './quickFix';

/** Takes an option out of the decorator; parentheses that are left empty go too. */
export function removeOption(fn: BoundFunction, name: string, _: RuleContext): readonly TextEdit[] {
  const decorator = fn.decorator;
  const option = decorator?.options.get(name);
  if (decorator?.node.kind !== 'Call' || !option || decorator.form === 'wrap') return [];
  const { node } = decorator;
  const parts = [...node.args, ...node.keywords];
  const at = parts.findIndex((one) => one.range.start === option.range.start);
  if (at < 0) return [];
  if (parts.length === 1) return [replace({ start: node.func.range.end, end: node.range.end }, '')];
  const gone =
    at > 0
      ? { start: parts[at - 1]!.range.end, end: option.range.end }
      : { start: option.range.start, end: parts[1]!.range.start };
  return [replace(gone, '')];
}

export function removeParallel(
  { function: fn }: ProblemOf<'parallel-without-parallelism'>,
  context: RuleContext,
): readonly Fix[] {
  const edits = fn ? removeOption(fn, 'parallel', context) : [];
  return edits.length === 0 ? [] : quickFix('remove-parallel', 'Remove parallel=True', () => edits);
}

/** Leaves it to Numba to compile for what it is called with. */
export function removeSignature(
  problem: ProblemOf<'no-matching-signature'>,
  { module }: RuleContext,
): readonly Fix[] {
  const fn = module.functions.find((one) => one.node.name === problem.callee);
  const decorator = fn?.decorator;
  if (!fn || decorator?.node.kind !== 'Call' || decorator.form !== 'call' || decorator.kind === 'guvectorize')
    return [];
  const { node, signatures } = decorator;
  const [first] = node.args;
  if (signatures.length === 0 || node.args.length !== 1 || !first) return [];
  const next = node.keywords[0];
  return quickFix('remove-signature', 'Remove the signature, so that Numba compiles for these types', () => [
    next
      ? replace({ start: first.range.start, end: next.range.start }, '')
      : replace({ start: node.func.range.end, end: node.range.end }, ''),
  ]);
}
