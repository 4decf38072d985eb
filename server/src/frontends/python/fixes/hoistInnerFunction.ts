import type { Fix } from '../../../diagnostics/fix';
import { walk } from '../infer/children';
import type { BoundFunction } from '../bind/boundModule';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { fileStyle, indentAt, lineStart, nextLineStart } from './fileStyle';
import { pathTo } from './findNode';
import { dedent } from './indentation';
import { insert, quickFix, replace } from './quickFix';

/** Moves a decorated function that captures nothing in front of the statement that holds it. */
export function hoistInnerFunction(
  problem: ProblemOf<'jit-in-function'>,
  context: RuleContext,
): readonly Fix[] {
  const fn = problem.function;
  if (!fn || capturesAnything(fn) || context.module.moduleScope.symbols.has(fn.node.name)) return [];
  const [top] = pathTo(context.module, fn.node.range);
  if (!top) return [];
  return quickFix('hoist-function', `Move '${fn.node.name}' to the top of the module`, () => {
    const { file } = context;
    const { eol } = fileStyle(file);
    const start = lineStart(file, fn.node.range.start);
    const end = nextLineStart(file, fn.node.range.end);
    const text = dedent(file.text.slice(start, end), indentAt(file, fn.node.range.start));
    const blank = /^(?:[ \t]*\r?\n)*/.exec(file.text.slice(end))![0].length;
    return [
      insert(lineStart(file, top.range.start), `${text.trimEnd()}${eol}${eol}${eol}`),
      replace({ start, end: end + blank }, ''),
    ];
  });
}

function capturesAnything({ node, module }: BoundFunction): boolean {
  return node.body
    .flatMap((one) => walk(one))
    .some((one) => one.kind === 'Name' && module.resolve(one).kind === 'captured');
}
