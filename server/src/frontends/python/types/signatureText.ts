import type { BoundModule } from '../bind/boundModule';
import type { Expression } from '../parse/ast';
import { parse } from '../parse/parse';
import type { NumbaType } from './numbaType';
import { type Parsed, reading, UnreadableType } from './parsed';
import { evaluateTypes, type TypeNames, type TypeValue, typeIn } from './typeExpression';

/** An explicit signature. Numba infers the return type where none is given. */
export interface ParsedSignature {
  readonly args: readonly NumbaType[];
  readonly returns?: NumbaType;
}

/** Reads a signature as a user writes it in a string: `int32(int32, float64[:, ::1])`, `(int64, float64)`. */
export function parseSignatureText(text: string, numba: string): Parsed<ParsedSignature> {
  return reading(() => signatureOfText(text, numba));
}

/** Reads a type as a user writes it in a string: `float64[::1]`, `Tuple((int64, float64))`. */
export function parseTypeText(text: string, numba: string): Parsed<NumbaType> {
  return reading(() => {
    const names = textNames(text, numba);
    return typeIn(evaluateTypes(expressionIn(text), names), text);
  });
}

/** An explicit signature in a decorator: an expression of types, or a string of one. */
export function signatureOf(
  expression: Expression,
  module: BoundModule,
  numba: string,
  typeOfValue?: TypeNames['typeOfValue'],
): Parsed<ParsedSignature> {
  return reading(() => {
    const names = moduleNames(module, numba, typeOfValue);
    const value = evaluateTypes(expression, names);
    if (value.kind === 'constant' && typeof value.value === 'string')
      return signatureOfText(value.value, numba);
    return asSignature(value, names.sourceOf(expression));
  });
}

/** A Numba type that an expression of a module stands for: `numba.float64[:]`, a name of one. */
export function typeOfExpression(
  expression: Expression,
  module: BoundModule,
  numba: string,
  typeOfValue?: TypeNames['typeOfValue'],
): Parsed<NumbaType> {
  return reading(() => {
    const names = moduleNames(module, numba, typeOfValue);
    return typeIn(evaluateTypes(expression, names), names.sourceOf(expression));
  });
}

function signatureOfText(text: string, numba: string): ParsedSignature {
  return asSignature(evaluateTypes(expressionIn(text), textNames(text, numba)), text.trim());
}

function asSignature(value: TypeValue, source: string): ParsedSignature {
  if (value.kind === 'signature') return { args: value.args, returns: value.returns };
  if (value.kind === 'sequence' && value.isTuple) {
    return {
      args: value.elements.map((element, index) => typeIn(element, `element ${index + 1} of ${source}`)),
    };
  }
  if (value.kind === 'type') {
    throw new UnreadableType(
      `${source} is a type, not a signature; write (${source},) for the arguments, or returned(${source})`,
    );
  }
  throw new UnreadableType(`${source} is not a signature`);
}

function expressionIn(text: string): Expression {
  const source = text.trim();
  const { body, errors } = parse(source);
  const [statement, ...others] = body;
  if (errors[0]) throw new UnreadableType(`'${source}' does not parse: ${errors[0].message}`);
  if (statement?.kind === 'ExpressionStatement' && others.length === 0) return statement.value;
  throw new UnreadableType(
    source === '' ? 'the signature is empty' : `'${source}' is not an expression of types`,
  );
}

/** Numba evaluates signature strings with the names of `numba.types` alone. */
function textNames(text: string, numba: string): TypeNames {
  const source = text.trim();
  const memberOf = (expression: Expression): string | undefined => {
    if (expression.kind === 'Name') return expression.id;
    const isMember = expression.kind === 'Attribute' && expression.value.kind === 'Name';
    return isMember && (expression.value as { id: string }).id === 'types' ? expression.attr : undefined;
  };
  return {
    numba,
    memberOf,
    isKnown: () => true,
    valueOf: () => undefined,
    sourceOf: ({ range }) => source.slice(range.start, range.end),
  };
}

const typeModules =
  /^numba\.(?:(?:core\.)?types\.(?:(?:abstract|common|containers|functions|misc|npytypes|scalars)\.)?)?(\w+)$/;

function moduleNames(module: BoundModule, numba: string, typeOfValue: TypeNames['typeOfValue']): TypeNames {
  return {
    numba,
    memberOf(expression) {
      const qualifiedName = module.qualifiedName(expression);
      return qualifiedName === undefined ? undefined : typeModules.exec(qualifiedName)?.[1];
    },
    isKnown(expression) {
      if (module.qualifiedName(expression) !== undefined) return true;
      return expression.kind === 'Name' && module.resolve(expression).kind === 'unbound';
    },
    valueOf: (expression) => (expression.kind === 'Name' ? module.valueOf(expression) : undefined),
    ...(typeOfValue && { typeOfValue }),
    sourceOf: ({ range }) => module.file.slice(range),
  };
}
