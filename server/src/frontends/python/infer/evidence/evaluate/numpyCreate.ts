import type { Expression } from '../../../parse/ast';
import {
  type ArrayType,
  arrayOf,
  type DateUnit,
  float64,
  int64,
  type NumbaType,
} from '../../../types/numbaType';
import { isDateUnit } from '../../../types/typeConstruction';
import { dtypeNamed } from './dtypes';
import { type CallArguments, textIn } from './evaluation';
import { arrayFromList, commonElement, isScalar } from './promotion';
import { shapeLength } from './shapes';

/** What NumPy's array constructors give; `name` is without `numpy.`. */
export function creationType(args: CallArguments, name: string): NumbaType | undefined {
  switch (name) {
    case 'zeros':
    case 'ones':
    case 'empty':
      return shaped(args, 0, dtypeAt(args, 1) ?? float64, 2);
    case 'full': {
      const value = args.type(1, 'fill_value');
      const dtype = dtypeAt(args, 2) ?? value;
      return dtype && shaped(args, 0, dtype, 3);
    }
    case 'zeros_like':
    case 'ones_like':
    case 'empty_like':
      return like(args, 1);
    case 'full_like':
      return like(args, 2);
    case 'arange':
      return arangeType(args);
    case 'linspace':
    case 'logspace':
    case 'geomspace':
      return arrayOf(dtypeKeyword(args) ?? float64, 1);
    case 'eye':
    case 'identity':
    case 'tri':
      return arrayOf(dtypeAt(args, name === 'identity' ? 1 : 3) ?? float64, 2);
    case 'datetime64':
    case 'timedelta64':
      return dateType(args, name);
    case 'meshgrid': {
      const arrays = args.call.args.map((arg) => args.evaluation.typeOf(arg));
      const dtype = commonElement(arrays.map((one) => (one?.kind === 'array' ? one.dtype : undefined)));
      return dtype && { kind: 'list', element: arrayOf(dtype, arrays.length), reflected: true };
    }
    default:
      return conversionType(args, name);
  }
}

function conversionType(args: CallArguments, name: string): NumbaType | undefined {
  const source = () => args.type(0, 'object');
  switch (name) {
    case 'array':
    case 'asarray':
    case 'copy':
    case 'asanyarray': {
      const made = fromSequence(args, dtypeAt(args, name === 'copy' ? 99 : 1));
      const given = source();
      // asarray keeps what is an array already, array copies in the same order.
      if (name !== 'asarray' || given?.kind !== 'array' || !made) return made;
      return { ...given, dtype: made.dtype };
    }
    case 'ascontiguousarray':
    case 'asfortranarray': {
      const made = fromSequence(args, dtypeAt(args, 1));
      return made && { ...made, layout: name === 'ascontiguousarray' || made.ndim < 2 ? 'C' : 'F' };
    }
    case 'fromiter': {
      const dtype = dtypeAt(args, 1);
      return dtype && arrayOf(dtype, 1);
    }
    case 'frombuffer': {
      return { ...arrayOf(dtypeAt(args, 1) ?? float64, 1), readonly: true };
    }
    default:
      return undefined;
  }
}

export function dtypeKeyword(args: CallArguments): NumbaType | undefined {
  return dtypeAt(args, 99);
}

function dtypeAt(args: CallArguments, index: number): NumbaType | undefined {
  const given = args.expression(index, 'dtype');
  return given && dtypeNamed(args.evaluation, given);
}

function shaped(
  args: CallArguments,
  index: number,
  dtype: NumbaType,
  orderIndex: number,
): NumbaType | undefined {
  // A dtype that is given but not understood must not pass for the default.
  if (hasUnknownDtype(args)) return undefined;
  const shape = args.expression(index, 'shape');
  const ndim = shape && shapeLength(args.evaluation, shape);
  if (ndim === undefined) return undefined;
  const isFortran = textIn(args.expression(orderIndex, 'order')) === 'F' && ndim > 1;
  return arrayOf(dtype, ndim, isFortran ? 'F' : 'C');
}

function hasUnknownDtype(args: CallArguments): boolean {
  const given = args.call.keywords.find((keyword) => keyword.name === 'dtype')?.value;
  return given !== undefined && !isNone(given) && dtypeNamed(args.evaluation, given) === undefined;
}

function isNone(expression: Expression): boolean {
  return expression.kind === 'Constant' && expression.value.type === 'None';
}

function like(args: CallArguments, dtypeIndex: number): NumbaType | undefined {
  const source = args.type(0, 'a');
  const made = source && arrayFromList(source);
  if (!made || hasUnknownDtype(args)) return undefined;
  return { ...made, dtype: dtypeAt(args, dtypeIndex) ?? made.dtype };
}

function fromSequence(args: CallArguments, dtype: NumbaType | undefined): ArrayType | undefined {
  if (hasUnknownDtype(args)) return undefined;
  const given = args.expression(0, 'object') ?? args.expression(0, 'a');
  const source = given && args.evaluation.typeOf(given);
  if (given && (given.kind === 'List' || given.kind === 'Tuple')) {
    const literal = literalArray(args, given, dtype);
    if (literal) return literal;
  }
  if (source && isScalar(source)) return arrayOf(dtype ?? source, 0);
  const made = source && arrayFromList(source);
  // Objects may be of any shape; the array is refused for its elements whatever its dimensions.
  if (!made && dtype?.kind === 'pyobject') return arrayOf(dtype, 1);
  return made && { ...made, dtype: dtype ?? made.dtype };
}

/** NumPy looks at every element: `np.array([1, 2.5])` is float64. */
function literalArray(
  args: CallArguments,
  display: Expression & { kind: 'List' | 'Tuple' },
  dtype: NumbaType | undefined,
): ArrayType | undefined {
  const elements = display.elements.map((element) =>
    element.kind === 'List' || element.kind === 'Tuple'
      ? literalArray(args, element, dtype)
      : args.evaluation.typeOf(element),
  );
  const inner = elements[0];
  if (inner?.kind === 'array') {
    const dtypes = elements.map((one) => (one?.kind === 'array' ? one.dtype : undefined));
    const element = dtype ?? commonElement(dtypes);
    return element && arrayOf(element, inner.ndim + 1);
  }
  const element = dtype ?? commonElement(elements);
  if (!element) return undefined;
  if (element.kind === 'unicode') return textArray(display);
  const isElement =
    isScalar(element) ||
    element.kind === 'datetime' ||
    element.kind === 'timedelta' ||
    element.kind === 'record';
  return isElement || element.kind === 'charseq' ? arrayOf(element, 1) : undefined;
}

function textArray(display: Expression & { kind: 'List' | 'Tuple' }): ArrayType | undefined {
  const lengths = display.elements.map((element) => textIn(element)?.length);
  if (lengths.some((length) => length === undefined)) return undefined;
  return arrayOf({ kind: 'charseq', unicode: true, length: Math.max(1, ...(lengths as number[])) }, 1);
}

function arangeType(args: CallArguments): NumbaType | undefined {
  const dtype = dtypeAt(args, 3);
  if (dtype || hasUnknownDtype(args)) return dtype && arrayOf(dtype, 1);
  const types = ['start', 'stop', 'step'].map((name, index) => ({
    given: args.expression(index, name),
    type: args.type(index, name),
  }));
  const given = types.filter((one) => one.given);
  const element = commonElement(given.map((one) => one.type));
  return element && arrayOf(element.kind === 'bool' ? int64 : element, 1);
}

/** The unit is given, or that of an ISO date's last part. */
function dateType(args: CallArguments, name: string): NumbaType | undefined {
  const kind = name === 'datetime64' ? 'datetime' : 'timedelta';
  const given = args.expression(1, 'unit');
  if (given) {
    const unit = textIn(given);
    return unit !== undefined && isDateUnit(unit) ? { kind, unit } : undefined;
  }
  if (kind === 'timedelta') {
    const value = args.type(0, 'value');
    return value?.kind === 'timedelta' ? value : { kind, unit: '' };
  }
  const value = args.type(0, 'value');
  if (value?.kind === 'datetime') return value;
  const unit = unitOfText(textIn(args.expression(0, 'value')));
  return unit === undefined ? undefined : { kind, unit };
}

function unitOfText(text: string | undefined): DateUnit | undefined {
  if (text === undefined) return undefined;
  if (/^nat$/i.test(text) || text === '') return '';
  if (text === 'today') return 'D';
  if (text === 'now') return 's';
  const match = /^-?\d{4,}(-\d\d(-\d\d([T ]\d\d(:\d\d(:\d\d(\.\d+)?)?)?)?)?)?Z?$/.exec(text);
  if (!match) return undefined;
  const [, month, day, hour, minute, second, fraction] = match;
  if (fraction) {
    const digits = fraction.length - 1;
    return digits <= 3
      ? 'ms'
      : digits <= 6
        ? 'us'
        : digits <= 9
          ? 'ns'
          : digits <= 12
            ? 'ps'
            : digits <= 15
              ? 'fs'
              : 'as';
  }
  if (second) return 's';
  if (minute) return 'm';
  if (hour) return 'h';
  return day ? 'D' : month ? 'M' : 'Y';
}
