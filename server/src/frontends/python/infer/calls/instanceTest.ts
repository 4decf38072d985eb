import type { Call, Expression } from '../../parse/ast';
import { compareVersions } from '../../library/version';
import { boolean, complex128, float64, int64, type NumbaType, unicode } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import { scalarTypeNamed } from '../../types/scalarNames';
import { jitclassNamed } from '../jitclass/jitClass';
import { type Inference, report } from '../inference';

/** Python's own classes stand for one Numba type each, or for all containers of a kind. */
const builtinClasses: Readonly<Record<string, (type: NumbaType) => boolean>> = {
  'builtins.int': (type) => typesEqual(type, int64),
  'builtins.float': (type) => typesEqual(type, float64),
  'builtins.complex': (type) => typesEqual(type, complex128),
  'builtins.bool': (type) => typesEqual(type, boolean),
  'builtins.str': (type) => typesEqual(type, unicode),
  'builtins.bytes': (type) => type.kind === 'bytes',
  'builtins.range': (type) => type.kind === 'range',
  'builtins.dict': (type) => type.kind === 'typedDict' || type.kind === 'literalDict',
  'builtins.list': (type) => type.kind === 'list',
  'builtins.tuple': (type) => type.kind === 'tuple',
  'builtins.set': (type) => type.kind === 'set',
  'numba.typed.List': (type) => type.kind === 'typedList',
  'numba.typed.Dict': (type) => type.kind === 'typedDict',
};

/** The literal answer of `isinstance(value, classes)`; undefined, with a problem, where Numba has none. */
export function instanceTest(
  inf: Inference,
  node: Call,
  type: NumbaType,
  classes: Expression,
): boolean | undefined {
  const plain = unliteral(type);
  const refused = refusal(inf, plain);
  if (refused) return refuse(inf, node, type, refused);
  let found = false;
  for (const expression of classes.kind === 'Tuple' ? classes.elements : [classes]) {
    const instance = jitclassNamed(inf.module, expression, inf.context.numba);
    if (instance) {
      if (instance === 'unknown') inf.round.guessed = true;
      else found ||= typesEqual(plain, instance);
      continue;
    }
    const name = inf.module.qualifiedName(expression) ?? '';
    const scalar = scalarTypeNamed(name);
    if (scalar) found ||= typesEqual(plain, scalar);
    else if (Object.hasOwn(builtinClasses, name)) found ||= builtinClasses[name]!(plain);
    else if (name.startsWith('numpy.')) {
      return report(inf, 'typing', expression, { kind: 'unsupported-function', callee: name });
    } else
      return refuse(inf, node, type, `${inf.module.file.slice(expression.range)} is no class that it knows`);
  }
  return found;
}

function refusal(inf: Inference, type: NumbaType): string | undefined {
  if (type.kind === 'optional') return 'it cannot handle optional types';
  const early = compareVersions(inf.context.numba, '0.57') < 0;
  const late = ['bool', 'charseq', 'datetime', 'timedelta'].includes(type.kind);
  return early && late ? 'it does not support variables of this type' : undefined;
}

function refuse(inf: Inference, node: Call, type: NumbaType, reason: string): undefined {
  return report(inf, 'typing', node, {
    kind: 'unsupported-argument',
    callee: 'isinstance',
    types: [type],
    reason,
  });
}
