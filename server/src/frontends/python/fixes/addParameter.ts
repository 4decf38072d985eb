import type { TextEdit } from '../../../diagnostics/fix';
import type { BoundFunction } from '../bind/boundModule';
import type { Call } from '../parse/ast';
import type { RuleContext } from '../rules/rule';
import { insert } from './quickFix';

/** A further parameter at the end, and its argument at every call in the file; undefined where that is not a plain edit. */
export function addParameter(
  fn: BoundFunction,
  name: string,
  argument: string,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const calls = plainCalls(fn, context);
  const last = fn.node.params.at(-1);
  if (!calls || last?.default) return undefined;
  const open = context.file.text.indexOf('(', fn.node.nameRange.end);
  const header = last ? insert(last.range.end, `, ${name}`) : insert(open + 1, name);
  return [header, ...calls.map((call) => lastArgument(call, argument))];
}

/** The calls of a function whose parameters and arguments are all positional; undefined where one is not, or a signature is declared. */
export function plainCalls(fn: BoundFunction, { module }: RuleContext): readonly Call[] | undefined {
  if (fn.module !== module || fn.inClass || (fn.decorator?.signatures.length ?? 0) > 0) return undefined;
  if (fn.node.params.some((one) => one.kind !== 'positional')) return undefined;
  const calls = (module.callSites.get(fn) ?? []).map((site) => site.call);
  const isPlain = (call: Call) =>
    call.keywords.length === 0 && call.args.every((one) => one.kind !== 'Starred');
  return calls.every(isPlain) ? calls : undefined;
}

export function lastArgument(call: Call, text: string): TextEdit {
  const last = call.args.at(-1);
  return last ? insert(last.range.end, `, ${text}`) : insert(call.range.end - 1, text);
}
