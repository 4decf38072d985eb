import type { Fix } from '../../../diagnostics/fix';
import type { NumbaDecorator } from '../bind/boundModule';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { fileStyle, lineStart, nextLineStart } from './fileStyle';
import { insert, quickFix, replace } from './quickFix';

export function removeAsync(problem: ProblemOf<'async-function'>, { file }: RuleContext): readonly Fix[] {
  const { start, end } = problem.range;
  const gap = /^\s*/.exec(file.text.slice(end))![0].length;
  return quickFix('remove-async', "Remove 'async'", () => [replace({ start, end: end + gap }, '')]);
}

const numbaNames: Readonly<Record<string, string>> = {
  'builtins.int': 'int64',
  'builtins.float': 'float64',
  'builtins.bool': 'boolean',
  'builtins.complex': 'complex128',
};

/** `@njit("float64(float64)")` for `def f(x: float) -> float`. */
export function annotationsToSignature(
  { function: fn }: ProblemOf<'ignored-annotation'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const decorator = fn?.decorator;
  if (!fn || !decorator || decorator.signatures.length > 0) return [];
  if (decorator.form !== 'bare' && decorator.form !== 'call') return [];
  const annotations = [...fn.node.params.map((one) => one.annotation), fn.node.returns];
  const types = annotations.map((one) => one && numbaNames[module.qualifiedName(one) ?? '']);
  if (types.some((one) => one === undefined)) return [];
  const signature = `${types.at(-1)}(${types.slice(0, -1).join(', ')})`;
  const { quote } = fileStyle(file);
  return quickFix('annotations-to-signature', `Compile for ${signature}, as the annotations say`, () => [
    firstArgument(decorator, `${quote}${signature}${quote}`),
  ]);
}

function firstArgument({ node }: NumbaDecorator, text: string) {
  if (node.kind !== 'Call') return insert(node.range.end, `(${text})`);
  const first = [...node.args, ...node.keywords][0];
  return first ? insert(first.range.start, `${text}, `) : insert(node.range.end - 1, text);
}

/** Leaves the function to Python, where nothing compiled calls it. */
export function removeDecorator(
  { function: fn }: { readonly function?: ProblemOf<'float-to-text'>['function'] },
  { module, file }: RuleContext,
): readonly Fix[] {
  const decorator = fn?.decorator;
  if (!fn || !decorator || decorator.form === 'wrap' || decorator.form === 'module') return [];
  const calledByCompiled = (module.callSites.get(fn) ?? []).some((site) => site.caller?.decorator);
  if (calledByCompiled || fn.module !== module) return [];
  const { start } = decorator.range;
  return quickFix('remove-decorator', `Leave '${fn.node.name}' to Python: remove the decorator`, () => [
    replace({ start: lineStart(file, start), end: nextLineStart(file, decorator.range.end) }, ''),
  ]);
}
