import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { BoundFunction, NumbaDecorator } from '../bind/boundModule';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { fileStyle, indentAt, lineStart } from './fileStyle';
import { importName } from './importName';

/**
 * Rewrites a `@generated_jit` function `f` to the form Numba's deprecation notes give: a plain stub, the generator
 * registered as `@overload` of it, and a jitted `f` under the old name so that callers stay as they are.
 */
export function generatedJitToOverload(
  problem: ProblemOf<'removed-api'> | ProblemOf<'deprecated-api'>,
  context: RuleContext,
): readonly Fix[] {
  const fn = problem.function;
  if (problem.name !== 'numba.generated_jit' || !fn?.decorator || fn.decorator.form === 'wrap') return [];
  const { decorator } = fn;
  return [
    {
      id: 'generated-jit-to-overload',
      title: `Rewrite '${fn.node.name}' with numba.extending.overload`,
      kind: 'quickfix',
      safe: false,
      preferred: true,
      edits: () => rewrite(fn, decorator, context),
    },
  ];
}

function rewrite(fn: BoundFunction, decorator: NumbaDecorator, context: RuleContext): readonly TextEdit[] {
  const { file } = context;
  const { eol, indent, quote } = fileStyle(file);
  const margin = indentAt(file, fn.node.headerRange.start);
  const overload = importName(context, 'numba.extending', 'overload');
  const njit = importName(context, 'numba', 'njit');
  const params = parameterText(fn, context);
  const names = fn.node.params.map((one) => one.name).join(', ');
  const stub = `_${fn.node.name}`;
  const docs = quote.repeat(3);
  const lines = [
    `${margin}def ${stub}(${params}):`,
    `${margin}${indent}${docs}Compiled code gets what the overload below chooses for the argument types.${docs}`,
    `${margin}${indent}raise NotImplementedError(${quote}call ${fn.node.name}${quote})`,
    '',
    '',
    `${margin}@${overload.reference}(${stub})`,
    '',
  ];
  const start = lineStart(file, decorator.range.start);
  const headEnd = lineStart(file, fn.node.headerRange.start);
  const after = fn.node.range.end;
  const caller = [
    '',
    '',
    '',
    `${margin}@${njit.reference}`,
    `${margin}def ${fn.node.name}(${params}):`,
    `${margin}${indent}return ${stub}(${names})`,
  ];
  return [
    ...dropGeneratedJit(context, njit.edits, overload.edits),
    { range: { start, end: headEnd }, newText: lines.join(eol) },
    { range: fn.node.nameRange, newText: `${stub}_overload` },
    { range: { start: after, end: after }, newText: caller.join(eol) },
  ];
}

/** Keeps defaults and annotations as written. */
function parameterText(fn: BoundFunction, context: RuleContext): string {
  const [first, last] = [fn.node.params[0], fn.node.params.at(-1)];
  return first && last ? context.file.text.slice(first.range.start, last.range.end) : '';
}

/** Replaces `generated_jit` in its import by `njit`: the old name cannot be imported any more. */
function dropGeneratedJit(
  context: RuleContext,
  njit: readonly TextEdit[],
  overload: readonly TextEdit[],
): readonly TextEdit[] {
  for (const statement of context.module.tree.body) {
    if (statement.kind !== 'ImportFrom' || statement.module !== 'numba') continue;
    const index = statement.names.findIndex((one) => one.name === 'generated_jit');
    if (index < 0) continue;
    const others = statement.names.filter((one) => one.name !== 'generated_jit');
    const hasNjit = others.some((one) => one.name === 'njit');
    const { range } = statement.names[index]!;
    if (!hasNjit) return [{ range, newText: 'njit' }, ...overload];
    const next = statement.names[index + 1];
    const previous = statement.names[index - 1];
    const gone = next
      ? { start: range.start, end: next.range.start }
      : { start: previous!.range.end, end: range.end };
    return [{ range: gone, newText: '' }, ...overload];
  }
  return mergeAtSamePlace([...njit, ...overload]);
}

function mergeAtSamePlace(edits: readonly TextEdit[]): readonly TextEdit[] {
  const merged = new Map<number, TextEdit>();
  for (const edit of edits) {
    const before = merged.get(edit.range.start);
    merged.set(
      edit.range.start,
      before ? { ...edit, newText: before.newText + edit.newText.replace(/^\r?\n/, '') } : edit,
    );
  }
  return [...merged.values()];
}
