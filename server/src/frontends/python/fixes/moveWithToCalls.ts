import type { Fix } from '../../../diagnostics/fix';
import type { AstNode, With } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { fileStyle, indentAt, lineStart } from './fileStyle';
import { pathTo, simpleStatementAt } from './findNode';
import { dedent, indented } from './indentation';
import { quickFix, replace } from './quickFix';

/** A `with` at the outside of a compiled function goes around the statements that call the function. */
export function moveWithToCalls(
  problem: ProblemOf<'unsupported-syntax'>,
  context: RuleContext,
): readonly Fix[] {
  const { module, file } = context;
  const fn = problem.function;
  const node = pathTo(module, problem.range).findLast((one): one is With => one.kind === 'With');
  const calls = (fn && module.callSites.get(fn)) ?? [];
  if (!fn || !node || !fn.node.body.includes(node) || calls.length === 0) return [];
  const statements = [...new Set(calls.map(({ call }) => simpleStatementAt(module, call.range)))];
  const isPlain = (one: AstNode | undefined) => one !== undefined && isAlone(one, context);
  const readsLocals = node.items.some(
    ({ context: item }) => item.kind !== 'Call' || item.args.some((one) => one.kind !== 'Constant'),
  );
  if (readsLocals || calls.some(({ caller }) => caller?.decorator) || !statements.every(isPlain)) return [];
  return quickFix('move-with-to-calls', 'Put the with around the calls', () => {
    const { eol, indent } = fileStyle(file);
    const margin = indentAt(file, node.range.start);
    const [first, last] = [node.body[0]!, node.body.at(-1)!];
    const inner = indentAt(file, first.range.start).slice(margin.length);
    const body = file.text.slice(lineStart(file, first.range.start), last.range.end);
    const header = `with ${node.items.map((one) => file.slice(one.context.range)).join(', ')}:`;
    return [
      replace({ start: lineStart(file, node.range.start), end: node.range.end }, dedent(body, inner)),
      ...statements.map((one) => {
        const outer = indentAt(file, one!.range.start);
        const text = indented(outer + file.slice(one!.range), indent);
        return replace(
          { start: lineStart(file, one!.range.start), end: one!.range.end },
          `${outer}${header}${eol}${text}`,
        );
      }),
    ];
  });
}

function isAlone({ range }: AstNode, { file }: RuleContext): boolean {
  const { line, column } = file.positionAt(range.start);
  const end = file.positionAt(range.end);
  const before = file.lineText(line).slice(0, column);
  const after = file.lineText(end.line).slice(end.column);
  return before.trim() === '' && /^\s*(#.*)?$/.test(after);
}
