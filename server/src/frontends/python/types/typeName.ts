import type { ArrayType, NumbaType, TupleType } from './numbaType';
import { typesEqual } from './typesEqual';

/** Numba's spelling: `array(float64, 2d, C)`, `reflected list(int64)<iv=None>`, `OptionalType(int64)`. */
export function typeName(type: NumbaType): string {
  return scalarName(type) ?? containerName(type) ?? opaqueName(type);
}

/** `(array(float64, 1d, C), int64)`: a tuple of argument types as Numba prints it. */
export function signatureName(types: readonly NumbaType[]): string {
  return types.length === 1 ? `(${typeName(types[0]!)},)` : `(${types.map(typeName).join(', ')})`;
}

function scalarName(type: NumbaType): string | undefined {
  switch (type.kind) {
    case 'int':
      return `${type.signed ? 'int' : 'uint'}${type.bits}`;
    case 'float':
      return `float${type.bits}`;
    case 'complex':
      return `complex${type.bits}`;
    case 'bool':
      return 'bool';
    case 'none':
      return 'none';
    case 'undefined':
      return 'undefined';
    case 'ellipsis':
      return '...';
    case 'pyobject':
      return 'pyobject';
    case 'literal':
      return `Literal[${type.literal}](${literalText(type)})`;
    case 'unicode':
      return 'unicode_type';
    case 'randomGenerator':
      return 'NumPyRandomGeneratorType';
    case 'bitGenerator':
      return 'NumPyRandomBitGeneratorType';
    case 'bytes':
      return `${type.mutable ? '' : 'readonly '}${type.buffer ?? 'bytes'}(uint8, 1d, C)`;
    case 'charseq':
      return `[${type.unicode ? 'unichr' : 'char'} x ${type.length}]`;
    case 'datetime':
      return `datetime64[${type.unit}]`;
    case 'timedelta':
      return `timedelta64[${type.unit}]`;
    case 'range':
      return `range_state_${typeName(type.item)}`;
    case 'slice':
      return type.hasStep ? 'slice<a:b:c>' : 'slice<a:b>';
  }
  return undefined;
}

function literalText(type: NumbaType & { kind: 'literal' }): string {
  if (type.literal === 'bool') return type.value ? 'True' : 'False';
  return String(type.value);
}

function containerName(type: NumbaType): string | undefined {
  switch (type.kind) {
    case 'optional':
      return `OptionalType(${typeName(type.value)})`;
    case 'tuple':
      return tupleName(type);
    case 'list':
      return `${type.reflected ? 'reflected ' : ''}list(${typeName(type.element)})<iv=${type.initial ?? 'None'}>`;
    case 'typedList':
      return `ListType[${typeName(type.element)}]`;
    case 'set':
      return `${type.reflected ? 'reflected ' : ''}set(${typeName(type.element)})`;
    case 'typedDict':
      return `DictType[${typeName(type.key)},${typeName(type.value)}]<iv=${type.initial ?? 'None'}>`;
    case 'literalList':
      return `LiteralList((${type.elements.map(typeName).join(', ')}${type.elements.length === 1 ? ',' : ''}))`;
    case 'literalDict':
      return `LiteralStrKey[Dict]({${type.items.map((item) => `Literal[str](${item.key}): ${typeName(item.value)}`).join(', ')}})`;
    case 'array':
      return arrayName(type);
    case 'record':
      return recordName(type);
  }
  return undefined;
}

function tupleName(type: TupleType): string {
  const { elements, named, star } = type;
  const first = elements[0];
  const uniform = first !== undefined && elements.every((element) => typesEqual(element, first));
  if (named) {
    return uniform
      ? `${named.name}(${typeName(first)} x ${elements.length})`
      : `${named.name}(${elements.map(typeName).join(', ')})`;
  }
  const prefix = star ? 'StarArg' : '';
  return uniform
    ? `${prefix}UniTuple(${typeName(first)} x ${elements.length})`
    : `${prefix}Tuple(${elements.map(typeName).join(', ')})`;
}

function arrayName(type: ArrayType): string {
  const qualifiers = `${type.aligned ? '' : 'unaligned '}${type.readonly ? 'readonly ' : ''}`;
  return `${qualifiers}array(${typeName(type.dtype)}, ${type.ndim}d, ${type.layout})`;
}

function recordName(type: NumbaType & { kind: 'record' }): string {
  const fields = type.fields.map((f) => `${f.name}[type=${typeName(f.type)};offset=${f.offset}]`);
  return `Record(${fields.join(',')};${type.size};${type.aligned ? 'True' : 'False'})`;
}

function isNumber({ kind }: NumbaType): boolean {
  return kind === 'int' || kind === 'float' || kind === 'complex' || kind === 'bool';
}

function opaqueName(type: NumbaType): string {
  switch (type.kind) {
    case 'iterable':
      if (type.name === 'iter') return iteratorName(type.source[0]!);
      if (type.name === 'enumerate') return `enumerate(${iteratorName(type.source[0]!)})`;
      if (type.name === 'zip') return `zip(${type.source.map(iteratorName).join(', ')})`;
      return /^(keys|values|items)$/.test(type.name)
        ? `${type.name}[${type.source.map(typeName).join(', ')}]`
        : `${type.name}(${type.source.map(typeName).join(', ')})`;
    case 'generator':
      return generatorName(type);
    case 'dtype':
      return `dtype(${typeName(type.of)})`;
    case 'typeClass':
      return isNumber(type.of) ? `class(${typeName(type.of)})` : `typeref[${typeName(type.of)}]`;
    case 'module':
      return `Module(${type.name})`;
    case 'function':
      return `Function(${functionName(type.qualifiedName)})`;
    case 'boundFunction':
      return `BoundFunction(${type.method} for ${typeName(type.receiver)})`;
    case 'dispatcher':
      return `type(CPUDispatcher(${type.function.qualifiedName}))`;
    case 'functionType':
      return functionTypeName(type);
    case 'closure':
      return `type(CPUDispatcher(closure.<locals>.${type.node.kind === 'Lambda' ? '_lambda_' : type.node.name}))`;
    case 'exceptionClass':
      return type.name;
    case 'exceptionInstance':
      return `${type.name}(...)`;
    case 'dufunc':
      return `Function(<numba._DUFunc '${type.function.qualifiedName}'>)`;
    case 'jitclass':
      return `instance.${jitclassName(type)}`;
    case 'jitclassType':
      return jitclassName(type.instance);
    case 'enumMember':
      return `${type.integer ? 'IntEnum' : 'Enum'}<${typeName(type.of)}>(${type.name})`;
  }
  return type.kind;
}

function iteratorName(source: NumbaType): string {
  if (source.kind === 'iterable' || source.kind === 'generator') return typeName(source);
  if (source.kind === 'range') return `range_iter_${typeName(source.item)}`;
  return source.kind === 'unicode' ? 'iter_unicode' : `iter(${typeName(source)})`;
}

function generatorName({ yields, function: fn, args }: NumbaType & { kind: 'generator' }): string {
  const printed = args.map(representation).join(', ') + (args.length === 1 ? ',' : '');
  const name = fn?.qualifiedName ?? '<lambda>';
  return `${typeName(yields)} generator(func=<function ${name} at 0x0>, args=(${printed}), has_finalizer=True)`;
}

/** A type as Numba's `repr` spells it. */
function representation(type: NumbaType): string {
  if (type.kind !== 'array') return typeName(type);
  const { dtype, ndim, layout, readonly, aligned } = type;
  const flags = `${readonly ? 'True' : 'False'}, aligned=${aligned ? 'True' : 'False'}`;
  return `Array(${representation(dtype)}, ${ndim}, '${layout}', ${flags})`;
}

function jitclassName(type: NumbaType & { kind: 'jitclass' }): string {
  const fields = type.fields.map((field) => `${field.name}:${typeName(field.type)}`);
  return `jitclass.${type.name}#${type.mark}<${fields.join(',')}>`;
}

function functionTypeName({ signature, members }: NumbaType & { kind: 'functionType' }): string {
  if (signature)
    return `FunctionType[${typeName(signature.returns)}(${signature.args.map(typeName).join(', ')})]`;
  const args = Array(members[0]?.node.params.length ?? 0).fill('undefined');
  return `UndefinedFunctionType[undefined(${args.join(', ')})${members.length}]`;
}

// Modules written in C, whose functions Python prints without their module.
const builtinModules = new Set(['math', 'cmath', 'operator', '_operator']);

function functionName(qualifiedName: string): string {
  const dot = qualifiedName.lastIndexOf('.');
  return builtinModules.has(qualifiedName.slice(0, dot))
    ? `<built-in function ${qualifiedName.slice(dot + 1)}>`
    : qualifiedName;
}
