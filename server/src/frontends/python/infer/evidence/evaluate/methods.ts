import type { Expression } from '../../../parse/ast';
import { arrayOf, int64, type NumbaType, unicode } from '../../../types/numbaType';
import { dtypeNamed } from './dtypes';
import type { CallArguments, Evaluation } from './evaluation';
import { rearrangedType, reductionType } from './numpyCompute';
import { mapElements } from './promotion';
import { isGenerator, randomType } from './randomCalls';

/** The type of `receiver.method(...)`. */
export function methodType(args: CallArguments, receiver: Expression, method: string): NumbaType | undefined {
  if (isGeneratorValue(args.evaluation, receiver)) return randomType(args, `numpy.random.${method}`);
  const type = args.evaluation.typeOf(receiver);
  switch (type?.kind) {
    case 'array':
      return arrayMethod(args, type, method);
    case 'randomGenerator':
      return randomType(args, `numpy.random.${method}`);
    case 'unicode':
      return textMethod(method);
    case 'list':
    case 'typedList':
      if (method === 'copy') return type;
      if (method === 'pop') return type.element;
      return method === 'index' || method === 'count' ? int64 : undefined;
    case 'int':
    case 'float':
    case 'bool':
      return method === 'astype' ? astype(args, type) : method === 'item' ? type : undefined;
    default:
      return undefined;
  }
}

function arrayMethod(
  args: CallArguments,
  array: NumbaType & { kind: 'array' },
  method: string,
): NumbaType | undefined {
  switch (method) {
    case 'astype':
      return astype(args, array);
    case 'view': {
      const dtype = args.expression(0, 'dtype');
      const element = dtype && dtypeNamed(args.evaluation, dtype);
      return element && { ...array, dtype: element };
    }
    case 'copy':
      return arrayOf(array.dtype, array.ndim);
    case 'tolist':
      return nested(array.dtype, array.ndim);
    case 'item':
      return array.dtype;
    case 'round':
    case 'clip':
    case 'cumsum':
    case 'cumprod':
    case 'conj':
      return mapElements(array, (element) => element);
    default:
      return reductionType(args, method, array, 0) ?? rearrangedType(args, method, array, 0);
  }
}

function astype(args: CallArguments, type: NumbaType): NumbaType | undefined {
  const dtype = args.expression(0, 'dtype');
  const element = dtype && dtypeNamed(args.evaluation, dtype);
  return element && mapElements(type, () => element);
}

function nested(element: NumbaType, ndim: number): NumbaType {
  if (ndim === 0) return element;
  return { kind: 'list', element: nested(element, ndim - 1), reflected: true };
}

function textMethod(method: string): NumbaType | undefined {
  if (/^(split|rsplit|splitlines)$/.test(method)) return { kind: 'list', element: unicode, reflected: true };
  if (/^(find|rfind|index|count)$/.test(method)) return int64;
  if (
    /^(strip|lstrip|rstrip|upper|lower|replace|join|title|format|capitalize|zfill|center|ljust|rjust)$/.test(
      method,
    )
  ) {
    return unicode;
  }
  return undefined;
}

function isGeneratorValue(evaluation: Evaluation, receiver: Expression): boolean {
  const value = receiver.kind === 'Name' ? evaluation.module.valueOf(receiver) : receiver;
  return value?.kind === 'Call' && isGenerator(evaluation.module.qualifiedName(value.func));
}
