import type { Fix, TextEdit } from '../../../diagnostics/fix';
import { walkAll } from '../advice/childNodes';
import type { AstNode } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { fileStyle, indentAt, lineStart, nextLineStart } from './fileStyle';
import { pathTo } from './findNode';
import { freeName } from './freeName';
import { dedent } from './indentation';
import { insert, quickFix, replace } from './quickFix';

/** The body of a method that only reads attributes of `self` becomes a compiled function; the method calls it. */
export function methodToFunction(problem: ProblemOf<'jit-on-method'>, context: RuleContext): readonly Fix[] {
  const fn = problem.function;
  const { file, module } = context;
  const decorator = fn?.decorator;
  const [self, ...others] = fn?.node.params ?? [];
  const [top] = fn ? pathTo(module, fn.node.range) : [];
  if (!fn || !decorator || !self || !top || fn.node.decorators.length !== 1) return [];
  if (others.some((one) => one.kind !== 'positional' || one.default)) return [];
  const reads = attributesOf(self.name, fn.node.body);
  const names = [...new Set(reads?.map((one) => one.attr))];
  if (!reads || names.some((one) => others.some((other) => other.name === one))) return [];
  const name = freeName(`_${fn.node.name}`, context);
  return quickFix(
    'method-to-function',
    `Move the body into a compiled function '${name}'`,
    (): readonly TextEdit[] => {
      const { eol, indent } = fileStyle(file);
      const margin = indentAt(file, fn.node.headerRange.start);
      const bodyStart = fn.node.body[0]!.range.start;
      const isOneLine = file.positionAt(bodyStart).line === file.positionAt(fn.node.headerRange.start).line;
      const from = isOneLine ? bodyStart : lineStart(file, bodyStart);
      const parameters = [...names, ...others.map((one) => one.name)].join(', ');
      const body = replaced(file.text.slice(from, fn.node.range.end), reads, from);
      const text = isOneLine ? indent + body : dedent(body, margin);
      const definition = [
        `@${file.slice(decorator.node.range)}`,
        `def ${name}(${parameters}):`,
        text,
        '',
        '',
        '',
      ];
      const passed = [...names.map((one) => `${self.name}.${one}`), ...others.map((one) => one.name)].join(
        ', ',
      );
      return [
        insert(lineStart(file, top.range.start), definition.join(eol)),
        replace(
          { start: lineStart(file, decorator.range.start), end: nextLineStart(file, decorator.range.end) },
          '',
        ),
        replace({ start: bodyStart, end: fn.node.range.end }, `return ${name}(${passed})`),
      ];
    },
  );
}

type AttributeRead = Extract<AstNode, { kind: 'Attribute' }>;

/** The attributes that are read, or undefined where `self` is used otherwise: stored to, called, passed on. */
function attributesOf(self: string, body: readonly AstNode[]): readonly AttributeRead[] | undefined {
  const nodes = walkAll(body);
  const reads = nodes.filter(
    (one): one is AttributeRead =>
      one.kind === 'Attribute' && one.value.kind === 'Name' && one.value.id === self,
  );
  const uses = nodes.filter((one) => one.kind === 'Name' && one.id === self).length;
  const isOther = nodes.some(
    (one) =>
      (one.kind === 'Call' && reads.some((read) => read === one.func)) ||
      (one.kind === 'Assign' && one.targets.some((target) => reads.some((read) => read === target))) ||
      (one.kind === 'AugAssign' && reads.some((read) => read === one.target)),
  );
  return uses === reads.length && !isOther ? reads : undefined;
}

/** The text with every read of an attribute replaced by its bare name. */
function replaced(text: string, reads: readonly AttributeRead[], offset: number): string {
  let result = '';
  let at = 0;
  for (const { range, attr } of [...reads].sort((a, b) => a.range.start - b.range.start)) {
    result += text.slice(at, range.start - offset) + attr;
    at = range.end - offset;
  }
  return result + text.slice(at);
}
