import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { BoundFunction } from '../bind/boundModule';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { fileStyle, indentAt, lineStart } from './fileStyle';
import { importName } from './importName';

/** Puts `@decorator` on the line above the function, at its indentation. */
export function decoratorEdit(context: RuleContext, fn: BoundFunction, decorator: string): TextEdit {
  const { file } = context;
  const at = lineStart(file, fn.node.headerRange.start);
  const newText = `${indentAt(file, fn.node.headerRange.start)}@${decorator}${fileStyle(file).eol}`;
  return { range: { start: at, end: at }, newText };
}

/** Wraps the function in `@njit`, importing it if need be. */
export function wrapInNjit(
  fn: BoundFunction,
  context: RuleContext,
  options: { preferred?: boolean; title?: string } = {},
): Fix {
  return {
    id: 'wrap-in-njit',
    title: options.title ?? `Compile '${fn.node.name}' with @njit`,
    kind: 'refactor.rewrite',
    safe: false,
    preferred: options.preferred,
    edits: () => {
      const njit = importName(context, 'numba', 'njit');
      return [...njit.edits, decoratorEdit(context, fn, njit.reference)];
    },
  };
}

/** `@njit` on the function whose loop calls compiled code, where it compiles. */
export function compileCaller(
  { caller }: ProblemOf<'jit-call-in-loop'>,
  context: RuleContext,
): readonly Fix[] {
  if (!caller || !context.typed?.compiles || caller.inClass || caller.otherDecorators.length > 0) return [];
  return [{ ...wrapInNjit(caller, context, { preferred: true }), kind: 'quickfix' }];
}
