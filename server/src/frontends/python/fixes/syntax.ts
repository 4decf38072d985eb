import type { Fix, TextEdit } from '../../../diagnostics/fix';
import { walkAll } from '../advice/childNodes';
import { walk } from '../infer/children';
import type { AstNode, ClassDef } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { fileStyle, indentAt, lineStart, nextLineStart } from './fileStyle';
import { nodeAt, pathTo } from './findNode';
import { removeDecorator } from './functionHeader';
import { dedent } from './indentation';
import { importModule, importName } from './importName';
import { keywordsToParameters } from './keywordsToParameters';
import { insert, quickFix, replace } from './quickFix';
import { moveWithToCalls } from './moveWithToCalls';

/** How to say in compiled code what a construct says in Python, where a plain edit does it. */
export function syntaxFixes(problem: ProblemOf<'unsupported-syntax'>, context: RuleContext): readonly Fix[] {
  const { construct } = problem;
  if (construct.startsWith('An import')) return importToTop(problem, context);
  if (construct.startsWith('An f-string')) return removeDecorator(problem, context);
  if (construct.startsWith('A generator expression')) return generatorToList(problem, context);
  if (construct.startsWith('A set comprehension')) return setOfList(problem, context);
  if (construct.startsWith('A class')) return classToTop(problem, context);
  if (construct.startsWith('A parameter **')) return keywordsToParameters(problem, context);
  if (construct === "'with'") return moveWithToCalls(problem, context);
  return [];
}

function importToTop({ range }: ProblemOf<'unsupported-syntax'>, context: RuleContext): readonly Fix[] {
  const { module, file } = context;
  const statement = pathTo(module, range).at(-1);
  const inImport = pathTo(module, range).findLast(
    (one) => one.kind === 'Import' || one.kind === 'ImportFrom',
  );
  if (!statement || (inImport?.kind !== 'Import' && inImport?.kind !== 'ImportFrom')) return [];
  if (inImport.names.length !== 1 || (inImport.kind === 'ImportFrom' && inImport.level > 0)) return [];
  const [alias] = inImport.names;
  if (alias!.name === '*' || (inImport.kind === 'ImportFrom' && alias!.asName)) return [];
  return quickFix('import-to-top', 'Move the import to the top of the file', () => {
    const added =
      inImport.kind === 'Import'
        ? importModule(context, alias!.name, alias!.asName ?? alias!.name)
        : importName(context, inImport.module, alias!.name);
    return [
      ...added.edits,
      replace(
        { start: lineStart(file, inImport.range.start), end: nextLineStart(file, inImport.range.end) },
        '',
      ),
    ];
  });
}

/** `sum(x for x in a)` becomes `sum([x for x in a])`. */
function generatorToList(
  { range }: ProblemOf<'unsupported-syntax'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const call = nodeAt(module, range, 'Call');
  const name = call && module.qualifiedName(call.func);
  if (!call || !/^builtins\.(sum|min|max|list|set)$/.test(name ?? '')) return [];
  const isParenthesised = file.text[range.start] === '(';
  const shared = isParenthesised && range.start === call.func.range.end;
  return quickFix('generator-to-list', 'Make it a list comprehension', (): readonly TextEdit[] => {
    if (!isParenthesised) return [insert(range.start, '['), insert(range.end, ']')];
    const [start, end] = [range.start + 1, range.end - 1];
    return shared
      ? [insert(start, '['), insert(end, ']')]
      : [replace({ start: range.start, end: start }, '['), replace({ start: end, end: range.end }, ']')];
  });
}

/** `{x for x in a}` becomes `set([x for x in a])`. */
function setOfList({ range }: ProblemOf<'unsupported-syntax'>, _: RuleContext): readonly Fix[] {
  return quickFix('set-of-list', 'Make a set of a list comprehension', () => [
    replace({ start: range.start, end: range.start + 1 }, 'set(['),
    replace({ start: range.end - 1, end: range.end }, '])'),
  ]);
}

function classToTop(problem: ProblemOf<'unsupported-syntax'>, context: RuleContext): readonly Fix[] {
  const { module, file } = context;
  const path = pathTo(module, problem.range);
  const node = path.findLast((one): one is ClassDef => one.kind === 'ClassDef');
  const [top] = path;
  if (!node || !top || module.moduleScope.symbols.has(node.name) || capturesAnything(node, context))
    return [];
  return quickFix('class-to-top', `Move the class '${node.name}' out of the function`, () => {
    const { eol } = fileStyle(file);
    const start = lineStart(file, node.range.start);
    const end = nextLineStart(file, node.range.end);
    const text = dedent(file.text.slice(start, end), indentAt(file, node.range.start)).trimEnd();
    return [
      insert(lineStart(file, top.range.start), `${text}${eol}${eol}${eol}`),
      replace({ start, end }, ''),
    ];
  });
}

function capturesAnything(node: AstNode, { module }: RuleContext): boolean {
  return walk(node).some((one) => one.kind === 'Name' && module.resolve(one).kind === 'captured');
}

/** `except ZeroDivisionError:` and `except Exception as e:` become `except Exception:`. */
export function plainHandler(
  problem: ProblemOf<'unsupported-exception'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const node = pathTo(module, problem.range).findLast((one) => one.kind === 'Try');
  const handler =
    node?.kind === 'Try' ? node.handlers.find((one) => one.range.start === problem.range.start) : undefined;
  const isRead = walkAll(handler?.body ?? []).some((one) => one.kind === 'Name' && one.id === handler?.name);
  if (!handler || handler.isStar || isRead || (node?.kind === 'Try' && node.handlers.length > 1)) return [];
  const header = /^except[^:]*:/.exec(file.slice(handler.range));
  if (!header) return [];
  return quickFix('plain-handler', "Write 'except Exception:'", () => [
    replace({ start: handler.range.start, end: handler.range.start + header[0].length }, 'except Exception:'),
  ]);
}

/** A try whose only handler raises again is nothing but its body. */
export function removeTry(
  problem: ProblemOf<'unsupported-raise'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const node = nodeAt(module, problem.range, 'Try');
  const [handler] = node?.handlers ?? [];
  if (node?.handlers.length !== 1 || handler?.body.length !== 1 || handler.body[0]!.kind !== 'Raise')
    return [];
  if (handler.body[0].exception || node.orelse.length > 0 || node.finalbody.length > 0) return [];
  return quickFix('remove-try', 'Remove the try', () => {
    const start = lineStart(file, node.range.start);
    const [first, last] = [node.body[0]!, node.body.at(-1)!];
    const margin = indentAt(file, node.range.start);
    const inner = indentAt(file, first.range.start);
    const text = file.text.slice(lineStart(file, first.range.start), last.range.end);
    return [replace({ start, end: node.range.end }, dedent(text, inner.slice(margin.length)))];
  });
}

/** `ValueError(f"negative: {x}")` becomes `ValueError("negative")`, before Numba 0.57. */
export function constantMessage(
  problem: ProblemOf<'compile-time-constant'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const node = nodeAt(module, problem.range, 'JoinedStr');
  if (!node || !/exceptions|assert/.test(problem.reason)) return [];
  const text = node.values.find((one): one is string => typeof one === 'string' && one.trim() !== '');
  const shown = (text ?? 'error').trim().replace(/[\s:=,(]+$/, '');
  if (/["'\\\n]/.test(shown)) return [];
  const { quote } = fileStyle(file);
  return quickFix('constant-message', 'Make the message constant', () => [
    replace(node.range, `${quote}${shown}${quote}`),
  ]);
}

/** The decorator of a function that makes functions belongs to the one that it makes. */
export function moveDecoratorInside(
  problem: ProblemOf<'compile-time-constant'>,
  context: RuleContext,
): readonly Fix[] {
  const fn = problem.function;
  const decorator = fn?.decorator;
  const inner = fn?.node.body.filter((one) => one.kind === 'FunctionDef');
  if (!fn || !decorator || decorator.form !== 'bare' || !/captur/.test(problem.reason) || inner?.length !== 1)
    return [];
  const { file } = context;
  return quickFix('move-decorator-inside', `Compile '${inner[0]!.name}' instead of '${fn.node.name}'`, () => [
    replace(
      { start: lineStart(file, decorator.range.start), end: nextLineStart(file, decorator.range.end) },
      '',
    ),
    insert(
      lineStart(file, inner[0]!.range.start),
      `${indentAt(file, inner[0]!.range.start)}@${file.slice(decorator.node.range)}${fileStyle(file).eol}`,
    ),
  ]);
}

/** `"x={}".format(x)` becomes `f"x={x}"`. */
export function formatToFString(
  problem: ProblemOf<'unknown-attribute'>,
  { module, file }: RuleContext,
): readonly Fix[] {
  const call = nodeAt(module, problem.range, 'Call');
  if (problem.attribute !== 'format' || call?.func.kind !== 'Attribute') return [];
  const template = file.slice(call.func.value.range);
  const fields = template.match(/\{[^{}]*\}/g) ?? [];
  const isPlain = /^["'][^"'\\]*["']$/.test(template) && fields.every((one) => one === '{}');
  if (!isPlain || fields.length !== call.args.length || call.keywords.length > 0) return [];
  const texts = call.args.map((one) => file.slice(one.range));
  if (texts.some((one) => /["'\\{}]/.test(one))) return [];
  let next = 0;
  return quickFix('format-to-f-string', 'Make it an f-string', () => {
    next = 0;
    return [replace(call.range, `f${template.replace(/\{\}/g, () => `{${texts[next++]}}`)}`)];
  });
}
