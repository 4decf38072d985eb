import type { Call, Name } from '../../parse/ast';
import type { LibraryFunction } from '../../library/libraryFunction';
import type { NumbaType, TupleType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { globalValue } from '../globals/globalValue';
import { freezerOf } from '../globals/inferGlobal';
import { type Inference, report } from '../inference';
import type { Argument } from './argument';
import { bindToSpecs } from './bindParameters';

/** `Point(1, 2.5)` of a `collections.namedtuple`; undefined when the called value is something else. */
export function makeNamedTuple(
  inf: Inference,
  node: Call,
  qualifiedName: string,
  given: readonly Argument[],
): NumbaType | 'problem' | undefined {
  if (!qualifiedName.startsWith('namedtuple ') || node.func.kind !== 'Name') return undefined;
  const shape = namedTupleClass(inf, node.func);
  if (!shape) return undefined;
  const bound = bindToSpecs(
    shape.fields.map((name) => ({ name })),
    given,
  );
  if (typeof bound === 'string') {
    report(inf, 'typing', node, { kind: 'wrong-arguments', callee: shape.name, reason: bound });
    return 'problem';
  }
  const type: TupleType = {
    kind: 'tuple',
    elements: bound.args.map((arg) => unliteral(arg.type)),
    named: { name: shape.name, fields: shape.fields },
  };
  inf.round.resolutions.set(node, {
    kind: 'library',
    function: construction,
    args: bound.args,
    result: type,
  });
  return type;
}

function namedTupleClass(inf: Inference, name: Name) {
  const meaning = inf.module.resolve(name);
  if (!('symbol' in meaning) || !meaning.symbol) return undefined;
  const value = globalValue(freezerOf(inf), meaning.symbol);
  return value.kind === 'namedTuple' ? value : undefined;
}

/** A tuple's scalars are those of its elements, one after the other. */
const construction: LibraryFunction = {
  name: 'collections.namedtuple',
  summary: 'Makes a named tuple of its fields.',
  type: () => ({ kind: 'mismatch' }),
  lower: ({ args, result }) => ({ type: result, parts: args.flatMap((arg) => arg?.parts ?? []) }),
};
