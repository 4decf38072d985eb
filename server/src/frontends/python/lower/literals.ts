import type { ConstantValue, TypedFunction } from '../infer/typedFunction';
import type { Constant, Expression } from '../parse/ast';

export type PlainConstant = Exclude<ConstantValue, { kind: 'datetime' }>;

/** A literal's value. */
export function constantOfLiteral(node: Constant): PlainConstant | undefined {
  switch (node.value.type) {
    case 'int':
      return { kind: 'int', value: node.value.value };
    case 'float':
      return { kind: 'float', value: node.value.value };
    case 'complex':
      return { kind: 'complex', re: 0, im: node.value.value };
    case 'str':
      return { kind: 'str', value: node.value.value };
    case 'bool':
      return { kind: 'bool', value: node.value.value };
    case 'bytes':
      return { kind: 'bytes', value: node.value.value };
    case 'None':
      return { kind: 'none' };
    default:
      return undefined;
  }
}

/** The value of an expression that inference or the source itself fixes. */
export function constantOfNode(typed: TypedFunction, node: Expression): PlainConstant | undefined {
  if (node.kind === 'Constant') return constantOfLiteral(node);
  const resolution = typed.resolutions.get(node);
  if (resolution?.kind === 'constant') {
    return resolution.value.kind === 'datetime' ? undefined : resolution.value;
  }
  const type = typed.types.get(node);
  if (type?.kind !== 'literal') return undefined;
  return { kind: type.literal, value: type.value } as PlainConstant;
}

/** Python's `str` of a constant. */
export function textOf(constant: PlainConstant): string {
  return constant.kind === 'str' ? constant.value : reprOf(constant);
}

/** Python's `repr` of a constant. */
export function reprOf(constant: PlainConstant): string {
  switch (constant.kind) {
    case 'int':
      return String(constant.value);
    case 'float':
      return floatText(constant.value);
    case 'bool':
      return constant.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'str':
      return quoted(constant.value);
    case 'bytes':
      return `b${quoted(String.fromCharCode(...constant.value))}`;
    case 'complex':
      return `${complexPrefix(constant.re)}${trimZero(floatText(constant.im))}j`;
    case 'tuple': {
      const items = constant.elements.map((element) => reprOf(element as PlainConstant));
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
    }
  }
}

function complexPrefix(re: number): string {
  return Object.is(re, 0) ? '' : `${trimZero(floatText(re))}+`;
}

function trimZero(text: string): string {
  return text.replace(/\.0$/, '');
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = String(value).replace(/e([+-])(\d)$/, 'e$10$2');
  return /[.e]/.test(text) ? text : `${Object.is(value, -0) ? '-0' : text}.0`;
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}
