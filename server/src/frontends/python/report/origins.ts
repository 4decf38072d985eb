import type { BoundModule } from '../bind/boundModule';
import { children } from '../infer/children';
import type { Problem, ProblemKind, RelatedFact } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';
import { pathTo } from '../fixes/findNode';
import type { AstNode, Name } from '../parse/ast';

/** Problems that are about the types of what an expression names. */
const aboutTypes: ReadonlySet<ProblemKind> = new Set([
  'unsupported-operator',
  'unsupported-argument',
  'unsupported-index',
  'unknown-attribute',
  'not-iterable',
  'not-callable',
  'compile-time-constant',
  'readonly-array',
  'untyped-global',
  'write-to-global',
  'float-to-text',
  'non-contiguous-product',
  'non-contiguous-reshape',
  'integer-negative-power',
]);

/** More places than these explain nothing. */
const most = 4;

/** Where the variables of the blamed expression got their types: the argument of a call, an assignment, a global's definition. */
export function originsOf(
  problem: Problem,
  module: BoundModule,
  typed: TypedFunction | undefined,
): readonly RelatedFact[] {
  if (typed && problem.kind === 'untyped-argument') return passed(problem, typed);
  if (!aboutTypes.has(problem.kind) || !typed) return [];
  const blamed = pathTo(module, problem.range).at(-1);
  const seen = new Set<string>();
  const facts = (blamed ? namesIn(blamed) : []).flatMap((name): readonly RelatedFact[] => {
    if (seen.has(name.id)) return [];
    seen.add(name.id);
    return originOf(name, module, typed);
  });
  return facts.slice(0, most);
}

/** The argument of the call that passes what cannot enter. */
function passed(
  { subject, range }: Extract<Problem, { kind: 'untyped-argument' }>,
  { params }: TypedFunction,
): readonly RelatedFact[] {
  const parameter = params.find((one) => one.name === subject);
  const at = parameter?.origin.uri ? undefined : parameter?.origin.range;
  if (!parameter || !at || (at.start <= range.start && range.end <= at.end)) return [];
  return [{ range: at, role: 'argument', type: parameter.type, subject }];
}

function namesIn(node: AstNode): readonly Name[] {
  return node.kind === 'Name' ? [node] : children(node).flatMap(namesIn);
}

function originOf(name: Name, module: BoundModule, typed: TypedFunction): readonly RelatedFact[] {
  const meaning = module.resolve(name);
  if (meaning.kind === 'global') {
    const [first] = meaning.symbol.bindings;
    return first ? [{ range: first.range, role: 'defined', subject: name.id }] : [];
  }
  if (meaning.kind !== 'local') return [];
  const version = typed.ssa.uses.get(name) ?? typed.ssa.augmentedUses.get(name);
  const type = (version && typed.versionTypes.get(version)) ?? typed.types.get(name);
  const parameter = typed.params.find((one) => one.name === name.id);
  if (parameter && version && typed.ssa.parameters.get(name.id) === version) {
    const { range, uri } = parameter.origin;
    return range && !uri ? [{ range, role: 'argument', type: parameter.type, subject: name.id }] : [];
  }
  const definition = [...typed.ssa.definitions].find(([, one]) => one === version)?.[0];
  const range = definition?.range;
  return range && range.start !== name.range.start
    ? [{ range, role: 'assigned', type, subject: name.id }]
    : [];
}
