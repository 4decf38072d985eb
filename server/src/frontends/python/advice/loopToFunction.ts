import type { Fix, TextEdit } from '../../../diagnostics/fix';
import type { BoundFunction } from '../bind/boundModule';
import { decoratorEdit } from '../fixes/decorateFunction';
import { fileStyle, lineStart } from '../fixes/fileStyle';
import { importName } from '../fixes/importName';
import { children } from '../infer/children';
import type { AstNode, For, Statement, While } from '../parse/ast';
import type { RuleContext } from '../rules/rule';
import { boundNames, walk, walkAll } from './childNodes';
import { looplessCallee } from './work';

/** What a module-level loop reads from, and leaves for, the code around it. */
interface LoopInterface {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly callees: readonly BoundFunction[];
}

/**
 * Moves a module-level loop into a jitted function that takes what the loop reads and returns what is used after
 * it; small functions that it calls are decorated too. Undefined where the loop cannot move as it stands.
 */
export function loopToFunction(loop: For | While, context: RuleContext): Fix | undefined {
  const described = loopInterface(loop, context);
  if (!described) return undefined;
  const name = freeName(described.outputs, context);
  return {
    id: 'move-loop-to-function',
    title: `Move this loop into a function '${name}' compiled with @njit`,
    kind: 'refactor.extract',
    safe: false,
    edits: () => moveEdits(loop, name, described, context),
  };
}

function loopInterface(loop: For | While, context: RuleContext): LoopInterface | undefined {
  const { body } = context.module.tree;
  const at = body.indexOf(loop);
  if (at < 0 || [...walk(loop)].some(cannotMove)) return undefined;
  const written = new Set(assignedNames([loop]));
  const used = new Set([...walk(loop)].flatMap((node) => (node.kind === 'Name' ? [node.id] : [])));
  const before = new Set(assignedNames(body.slice(0, at)));
  const inputs = [...used].filter((name) => before.has(name));
  const later = new Set(namesUsed([...body.slice(at + 1), ...context.module.functions.map((fn) => fn.node)]));
  const outputs = [...written].filter((name) => later.has(name));
  const callees = [...walk(loop)].flatMap((node) =>
    node.kind === 'Call' ? calledFunction(node, context) : [],
  );
  if (outputs.length === 0 && !storesElements(loop)) return undefined;
  if (inputs.some((name) => growsIn(name, loop))) return undefined;
  return { inputs, outputs, callees: [...new Set(callees)].filter((fn) => !fn.decorator) };
}

function calledFunction(node: AstNode & { kind: 'Call' }, context: RuleContext): BoundFunction[] {
  const callee = looplessCallee(node, { module: context.module });
  if (!callee) return [];
  const deeper = [...walkAll(callee.node.body)].flatMap((inner) =>
    inner.kind === 'Call' ? calledFunction(inner, context) : [],
  );
  return [...deeper, callee];
}

/** Input and output, definitions and jumps out of the loop stay in Python. */
function cannotMove(node: AstNode): boolean {
  if (node.kind === 'Call' && node.func.kind === 'Name')
    return ['print', 'input', 'open', 'exec', 'eval'].includes(node.func.id);
  return [
    'FunctionDef',
    'ClassDef',
    'Import',
    'ImportFrom',
    'With',
    'Try',
    'Yield',
    'Await',
    'Global',
    'Delete',
    'ErrorStatement',
    'ErrorExpression',
  ].includes(node.kind);
}

/** An empty list has no Numba type at the call, and a list that grows would be copied back element by element. */
function growsIn(name: string, loop: Statement): boolean {
  return [...walk(loop)].some(
    (node) =>
      node.kind === 'Call' &&
      node.func.kind === 'Attribute' &&
      ['append', 'extend', 'insert', 'add', 'update', 'setdefault'].includes(node.func.attr) &&
      node.func.value.kind === 'Name' &&
      node.func.value.id === name,
  );
}

function storesElements(loop: Statement): boolean {
  return [...walk(loop)].some(
    (node) =>
      (node.kind === 'Assign' && node.targets.some((target) => target.kind === 'Subscript')) ||
      (node.kind === 'AugAssign' && node.target.kind === 'Subscript'),
  );
}

function assignedNames(nodes: readonly AstNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'FunctionDef' || node.kind === 'ClassDef' || node.kind === 'Lambda') return [];
    const own =
      node.kind === 'Assign'
        ? node.targets.flatMap(boundNames)
        : node.kind === 'AugAssign' || node.kind === 'AnnAssign' || node.kind === 'For'
          ? boundNames(node.target)
          : [];
    return [...own, ...assignedNames(children(node))];
  });
}

function namesUsed(nodes: readonly AstNode[]): readonly string[] {
  return nodes.flatMap((node) => [...(node.kind === 'Name' ? [node.id] : []), ...namesUsed(children(node))]);
}

function freeName(outputs: readonly string[], { module }: RuleContext): string {
  const wish = outputs[0] ? `compute_${outputs[0]}` : 'run_loop';
  let name = wish;
  for (let i = 2; module.moduleScope.symbols.has(name); i++) name = `${wish}_${i}`;
  return name;
}

function moveEdits(
  loop: For | While,
  name: string,
  described: LoopInterface,
  context: RuleContext,
): readonly TextEdit[] {
  const { file } = context;
  const { eol, indent } = fileStyle(file);
  const njit = importName(context, 'numba', 'njit');
  const { inputs, outputs, callees } = described;
  const start = lineStart(file, loop.range.start);
  const body = file.text.slice(start, loop.range.end).split(/\r?\n/);
  const call = `${outputs.length ? `${outputs.join(', ')} = ` : ''}${name}(${inputs.join(', ')})`;
  const lines = [
    `@${njit.reference}`,
    `def ${name}(${inputs.join(', ')}):`,
    ...body.map((line) => (line ? indent + line : line)),
    ...(outputs.length ? [`${indent}return ${outputs.join(', ')}`] : []),
    '',
    '',
    call,
  ];
  const blankBefore =
    /(\r?\n){3}$/.test(file.text.slice(0, start)) || start === 0
      ? ''
      : /(\r?\n){2}$/.test(file.text.slice(0, start))
        ? eol
        : eol + eol;
  return [
    ...njit.edits,
    ...callees.map((fn) => decoratorEdit(context, fn, njit.reference)),
    { range: { start, end: loop.range.end }, newText: blankBefore + lines.join(eol) },
  ];
}
