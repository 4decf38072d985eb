import type { Call } from '../../../parse/ast';
import { compareVersions } from '../../../library/version';
import { type NumbaType, undefinedType } from '../../../types/numbaType';
import { dtypeNamed, dtypeOfName } from './dtypes';
import { type CallArguments, callArguments, type Evaluation } from './evaluation';
import { iterationType } from './iteration';
import { methodType } from './methods';
import { computationType } from './numpyCompute';
import { creationType } from './numpyCreate';
import { plainInstance } from './plainObjects';
import { builtinType, mathType } from './pythonCalls';
import { randomType } from './randomCalls';
import { userCallType } from './userCalls';

/** The type of a call's result. */
export function callType(evaluation: Evaluation, call: Call): NumbaType | undefined {
  const user = userCallType(evaluation, call) ?? plainInstance(evaluation.module, call);
  if (user) return user;
  const args = callArguments(evaluation, call);
  const qualifiedName = evaluation.module.qualifiedName(call.func);
  if (qualifiedName === undefined) {
    return call.func.kind === 'Attribute' ? methodType(args, call.func.value, call.func.attr) : undefined;
  }
  const [, root, rest] = /^(\w+)\.(.*)$/.exec(qualifiedName) ?? [];
  if (root === 'builtins') return builtinType(args, rest!);
  if (root === 'math') return mathType(rest!);
  if (root === 'random' || qualifiedName.startsWith('numpy.random.')) return randomType(args, qualifiedName);
  if (root === 'numpy') {
    if (rest!.startsWith('ma.')) return maskedArray(args, rest!);
    const converted = dtypeOfName(qualifiedName);
    if (converted) return convertedType(args.type(0, 'value'), converted);
    return creationType(args, rest!) ?? computationType(args, rest!);
  }
  if (root === 'time' && rest !== 'time_ns' && rest !== 'sleep') return { kind: 'float', bits: 64 };
  return root === 'numba' ? numbaCallType(evaluation, call, qualifiedName) : undefined;
}

/** Numba 0.56 takes a masked array for its data; 0.68 refuses it. */
function maskedArray({ evaluation }: CallArguments, name: string): NumbaType | undefined {
  const makes = /^ma\.(array|masked_\w+|MaskedArray|zeros|ones|empty)$/.test(name);
  if (!makes || compareVersions(evaluation.numba, '0.57') < 0) return undefined;
  const refusal = 'Unsupported array type: numpy.ma.MaskedArray.';
  return { kind: 'pyobject', what: 'a masked array', refusal };
}

/** `np.float32(x)` of a number or an array. */
function convertedType(from: NumbaType | undefined, to: NumbaType): NumbaType {
  return from?.kind === 'array' ? { ...from, dtype: to } : to;
}

function numbaCallType(evaluation: Evaluation, call: Call, qualifiedName: string): NumbaType | undefined {
  const typeArgument = (index: number, keyword: string) => {
    const given = call.args[index] ?? call.keywords.find((one) => one.name === keyword)?.value;
    return given && dtypeNamed(evaluation, given);
  };
  switch (qualifiedName) {
    case 'numba.typed.List': {
      const source = call.args[0] && evaluation.typeOf(call.args[0]);
      const element = source ? iterationType(source) : undefinedType;
      return element && { kind: 'typedList', element };
    }
    case 'numba.typed.List.empty_list': {
      const element = typeArgument(0, 'item_type');
      return element && { kind: 'typedList', element };
    }
    case 'numba.typed.Dict.empty': {
      const key = typeArgument(0, 'key_type');
      const value = typeArgument(1, 'value_type');
      return key && value && { kind: 'typedDict', key, value };
    }
    default:
      return undefined;
  }
}
