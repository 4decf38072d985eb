import type { Fix, TextEdit } from '../../../diagnostics/fix';
import { walkAll } from '../advice/childNodes';
import type { BoundFunction } from '../bind/boundModule';
import { walk } from '../infer/children';
import type { AstNode, Global, Name, Statement } from '../parse/ast';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { addParameter } from './addParameter';
import { fileStyle, indentAt, lineStart, nextLineStart } from './fileStyle';
import { freeName } from './freeName';
import { nodeAt, pathTo } from './findNode';
import { insert, quickFix, replace } from './quickFix';

/** A global becomes a parameter of the same name, which every call in the file passes. */
export function globalToParameter(
  problem: ProblemOf<'frozen-global'> | ProblemOf<'readonly-array'>,
  context: RuleContext,
): readonly Fix[] {
  const { function: fn, subject } = problem;
  if (problem.kind === 'readonly-array' && !problem.isGlobal) return [];
  const edits = fn && addParameter(fn, subject, subject, context);
  if (!edits) return [];
  return quickFix('global-to-parameter', `Pass '${subject}' as an argument`, () => edits);
}

/** `global count` goes: the function takes the old value and returns the new one. */
export function returnGlobal(problem: ProblemOf<'write-to-global'>, context: RuleContext): readonly Fix[] {
  const { function: fn, subject } = problem;
  const declaration = fn?.node.body.find(
    (one): one is Global => one.kind === 'Global' && one.names.length === 1 && one.names[0] === subject,
  );
  const edits = fn && addParameter(fn, subject, subject, context);
  if (!fn || !declaration || !edits || walkAll(fn.node.body).some(({ kind }) => kind === 'Return')) return [];
  const calls = (context.module.callSites.get(fn) ?? []).map(({ call, caller }) => ({ call, caller }));
  const areStatements = calls.every(
    ({ call, caller }) =>
      !caller && nodeAt(context.module, call.range, 'ExpressionStatement')?.value === call,
  );
  if (!areStatements) return [];
  return quickFix('return-global', `Take '${subject}' as an argument and return the new value`, () => {
    const { file } = context;
    const { eol } = fileStyle(file);
    const start = lineStart(file, declaration.range.start);
    const margin = indentAt(file, declaration.range.start);
    return [
      ...edits,
      replace({ start, end: nextLineStart(file, declaration.range.end) }, ''),
      insert(fn.node.range.end, `${eol}${margin}return ${subject}`),
      ...calls.map(({ call }) => insert(call.range.start, `${subject} = `)),
    ];
  });
}

/** A dict of constants becomes a global for each key that is read; a list that nothing changes becomes a tuple. */
export function constantGlobal(problem: ProblemOf<'untyped-global'>, context: RuleContext): readonly Fix[] {
  const symbol = context.module.moduleScope.symbols.get(problem.subject);
  const [binding] = symbol?.bindings ?? [];
  if (binding?.kind !== 'assignment' || symbol?.bindings.length !== 1) return [];
  const uses = context.module.tree.body
    .flatMap((one) => walk(one))
    .filter(
      (one): one is Name => one.kind === 'Name' && one.id === problem.subject && one !== binding.target,
    );
  if (binding.value.kind === 'List') {
    const { range, elements } = binding.value;
    if (elements.length < 2 || uses.some((one) => isChanged(one, context))) return [];
    return quickFix('list-to-tuple', `Make '${problem.subject}' a tuple`, () => [
      replace({ start: range.start, end: range.start + 1 }, '('),
      replace({ start: range.end - 1, end: range.end }, ')'),
    ]);
  }
  return binding.value.kind === 'Dict' ? keysToGlobals(problem, binding.statement, context) : [];
}

function isChanged({ range }: Name, { module }: RuleContext): boolean {
  return pathTo(module, range).some((one) => {
    if (one.kind === 'Assign') return one.targets.some((target) => target.range.start === range.start);
    if (one.kind === 'Delete' || one.kind === 'AugAssign') return true;
    return one.kind === 'Call' && one.func.kind === 'Attribute' && one.func.value.range.start === range.start;
  });
}

/** `PARAMS["k"]` in the function becomes `PARAMS_K`, which a line after the dict defines. */
function keysToGlobals(
  { subject, function: fn }: ProblemOf<'untyped-global'>,
  statement: Statement,
  context: RuleContext,
): readonly Fix[] {
  if (!fn) return [];
  const { file } = context;
  const nodes = walkAll(fn.node.body);
  const reads = nodes.flatMap((node) => {
    if (node.kind !== 'Subscript' || node.value.kind !== 'Name' || node.value.id !== subject) return [];
    const { index } = node;
    const isKey = index.kind === 'Constant' && index.value.type === 'str' && /^\w+$/.test(index.value.value);
    return isKey
      ? [{ node: node as AstNode, key: String(index.value.value), text: file.slice(index.range) }]
      : [];
  });
  const uses = nodes.filter((one) => one.kind === 'Name' && one.id === subject).length;
  if (reads.length === 0 || uses !== reads.length) return [];
  const byKey = new Map(
    reads.map(({ key, text }) => [key, { text, name: freeName(`${subject}_${key.toUpperCase()}`, context) }]),
  );
  return quickFix(
    'keys-to-globals',
    `Make ${[...byKey.values()].map((one) => one.name).join(', ')} of what is read`,
    (): readonly TextEdit[] => {
      const { eol } = fileStyle(file);
      const lines = [...byKey.values()].map(({ text, name }) => `${eol}${name} = ${subject}[${text}]`);
      return [
        insert(statement.range.end, lines.join('')),
        ...reads.map(({ node, key }) => replace(node.range, byKey.get(key)!.name)),
      ];
    },
  );
}

/** A method behind a class: `Ops.sq(x)` of a static method becomes `sq(x)`, a function of the module. */
export function hoistStaticMethod(
  problem: ProblemOf<'untyped-global'>,
  context: RuleContext,
): readonly Fix[] {
  const { module, file } = context;
  const attribute = nodeAt(module, problem.range, 'Attribute');
  const method = attribute && staticMethod(problem.subject, attribute.attr, context);
  const top = method && pathTo(module, method.node.range)[0];
  if (!method || !top || module.moduleScope.symbols.has(method.node.name)) return [];
  const { name } = method.node;
  return quickFix('hoist-static-method', `Move '${name}' out of ${problem.subject}`, () => {
    const { eol } = fileStyle(file);
    const margin = indentAt(file, method.node.range.start);
    const text = file.text
      .slice(lineStart(file, method.node.range.start), method.node.range.end)
      .split('\n')
      .filter((line) => line.trim() !== '@staticmethod')
      .map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line))
      .join('\n');
    const uses = module.functions
      .filter((fn) => fn.decorator)
      .flatMap((fn) => walkAll(fn.node.body))
      .filter(
        (one) =>
          one.kind === 'Attribute' &&
          one.attr === name &&
          one.value.kind === 'Name' &&
          one.value.id === problem.subject,
      );
    return [
      insert(lineStart(file, top.range.start), `${text}${eol}${eol}${eol}`),
      replace(method.node.range, `${name} = staticmethod(${name})`),
      ...uses.map((one) => replace(one.range, name)),
    ];
  });
}

function staticMethod(className: string, name: string, { module }: RuleContext): BoundFunction | undefined {
  return module.functions.find(
    (fn) =>
      fn.inClass === className &&
      fn.node.name === name &&
      fn.decorator &&
      fn.otherDecorators.some((one) => one.kind === 'Name' && one.id === 'staticmethod'),
  );
}
