import type { Fix, TextEdit } from '../../../diagnostics/fix';
import { walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import type { AstNode, Expression } from '../parse/ast';
import type { RuleContext } from '../rules/rule';
import { plainCalls } from './addParameter';
import { quickFix, replace } from './quickFix';

interface Read {
  readonly node: Expression;
  /** The attribute or key, and how it is read: `.k`, `["k"]`. */
  readonly name: string;
  readonly suffix: string;
}

/**
 * An object or a dict of which a function reads attributes or constant keys only: the values become parameters, and
 * every call in the file passes them.
 */
export function readsToArguments(fn: BoundFunction, name: string, context: RuleContext): readonly Fix[] {
  const calls = plainCalls(fn, context);
  const position = fn.node.params.findIndex((one) => one.name === name);
  const reads = readsOf(fn, name, context);
  if (!calls || position < 0 || !reads) return [];
  const names = [...new Set(reads.map((one) => one.name))];
  const taken = new Set(walkAll(fn.node.body).flatMap((one) => (one.kind === 'Name' ? [one.id] : [])));
  for (const param of fn.node.params) taken.add(param.name);
  if (names.some((one) => taken.has(one))) return [];
  const suffix = new Map(reads.map((one) => [one.name, one.suffix]));
  const passed = calls.map((call) => {
    const argument = call.args[position];
    return (
      argument && {
        argument,
        text: names.map((one) => valueText(argument, one, suffix.get(one)!, names.length, context)),
      }
    );
  });
  if (passed.some((one) => !one || one.text.some((text) => text === undefined))) return [];
  return quickFix(
    'reads-to-arguments',
    `Pass ${names.join(', ')} instead of '${name}'`,
    (): readonly TextEdit[] => [
      replace(fn.node.params[position]!.range, names.join(', ')),
      ...reads.map((one) => replace(one.node.range, one.name)),
      ...passed.map((one) => replace(one!.argument.range, one!.text.join(', '))),
    ],
  );
}

/** What the function reads of it, or undefined where it does anything else with it. */
function readsOf(fn: BoundFunction, name: string, { file }: RuleContext): readonly Read[] | undefined {
  const nodes = walkAll(fn.node.body);
  const stored = new Set<AstNode>(nodes.flatMap((one) => (one.kind === 'Assign' ? one.targets : [])));
  const reads = nodes.flatMap((node): Read[] => {
    if (node.kind === 'Attribute' && node.value.kind === 'Name' && node.value.id === name)
      return [{ node, name: node.attr, suffix: `.${node.attr}` }];
    if (node.kind !== 'Subscript' || node.value.kind !== 'Name' || node.value.id !== name) return [];
    const { index } = node;
    const isKey =
      index.kind === 'Constant' && index.value.type === 'str' && /^[A-Za-z_]\w*$/.test(index.value.value);
    return isKey ? [{ node, name: String(index.value.value), suffix: `[${file.slice(index.range)}]` }] : [];
  });
  const uses = nodes.filter((one) => one.kind === 'Name' && one.id === name).length;
  const isCalled = nodes.some((one) => one.kind === 'Call' && reads.some((read) => read.node === one.func));
  if (reads.length === 0 || uses !== reads.length || isCalled) return undefined;
  return reads.some((one) => stored.has(one.node)) ? undefined : reads;
}

/** A name is read as often as one likes, anything else once; of a dict that is written out only the value is needed. */
function valueText(
  argument: Expression,
  name: string,
  suffix: string,
  count: number,
  { file }: RuleContext,
): string | undefined {
  if (argument.kind === 'Dict') {
    const item = argument.items.find(
      ({ key }) => key?.kind === 'Constant' && key.value.type === 'str' && key.value.value === name,
    );
    return item && file.slice(item.value.range);
  }
  if (argument.kind !== 'Name' && count > 1) return undefined;
  return `${file.slice(argument.range)}${suffix}`;
}
