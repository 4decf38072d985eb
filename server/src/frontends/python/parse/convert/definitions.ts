import type { ClassDef, Expression, FunctionDef, Statement } from '../ast';
import type { RawNode } from '../rawTree';
import { compoundEnd, convertBlock } from './blocks';
import {
  type Conversion,
  errorExpression,
  fieldOf,
  hasToken,
  namedChildren,
  rangeOf,
  textOf,
  trimmedRange,
} from './conversion';
import { convertArguments, convertExpression } from './expressions';
import { convertParameters } from './parameters';

export function convertDecorated(conversion: Conversion, node: RawNode): Statement {
  const decorators = node.children
    .filter((child) => child.type === 'decorator')
    .map((decorator) => {
      const inner = namedChildren(decorator)[0];
      return inner ? convertExpression(conversion, inner) : errorExpression(rangeOf(decorator));
    });
  const definition = fieldOf(node, 'definition');
  if (definition?.type === 'function_definition') {
    return convertFunction(conversion, definition, decorators, node.start);
  }
  if (definition?.type === 'class_definition') {
    return convertClass(conversion, definition, decorators, node.start);
  }
  return { kind: 'ErrorStatement', range: trimmedRange(conversion, node) };
}

/** `start` is the first decorator's. */
export function convertFunction(
  conversion: Conversion,
  node: RawNode,
  decorators: readonly Expression[],
  start: number,
): FunctionDef {
  const name = fieldOf(node, 'name');
  const returnType = fieldOf(node, 'return_type');
  const params = convertParameters(conversion, fieldOf(node, 'parameters'));
  const returns = returnType && convertExpression(conversion, returnType);
  const body = convertBlock(conversion, fieldOf(node, 'body'), node, "'def'");
  return {
    kind: 'FunctionDef',
    range: { start, end: compoundEnd(conversion, node, body) },
    name: name ? textOf(conversion, name) : '',
    nameRange: rangeOf(name ?? node),
    isAsync: hasToken(node, 'async'),
    decorators,
    params,
    ...(returns && { returns }),
    body,
    headerRange: { start: node.start, end: headerEnd(node) },
  };
}

function headerEnd(node: RawNode): number {
  const colon = node.children.find((child) => child.type === ':');
  return colon?.end ?? fieldOf(node, 'parameters')?.end ?? node.end;
}

/**
 * A `def` whose header the grammar could not finish. It keeps its name, so that calls of it elsewhere do not look
 * undefined as well.
 */
export function convertBrokenDefinition(conversion: Conversion, node: RawNode): FunctionDef | undefined {
  const index = node.children.findIndex((child) => child.type === 'def');
  const name = node.children[index + 1];
  if (index === -1 || name?.type !== 'identifier') return undefined;
  const parameters = node.children.find((child) => child.type === 'parameters');
  const range = trimmedRange(conversion, node);
  const header = { start: node.children[index]!.start, end: parameters?.end ?? name.end };
  return {
    kind: 'FunctionDef',
    range,
    name: textOf(conversion, name),
    nameRange: rangeOf(name),
    isAsync: hasToken(node, 'async'),
    decorators: [],
    params: convertParameters(conversion, parameters),
    body: [{ kind: 'ErrorStatement', range: { start: header.end, end: range.end } }],
    headerRange: header,
  };
}

export function convertClass(
  conversion: Conversion,
  node: RawNode,
  decorators: readonly Expression[],
  start: number,
): ClassDef {
  const name = fieldOf(node, 'name');
  const superclasses = fieldOf(node, 'superclasses');
  const bases = superclasses ? convertArguments(conversion, superclasses).args : [];
  const body = convertBlock(conversion, fieldOf(node, 'body'), node, "'class'");
  return {
    kind: 'ClassDef',
    range: { start, end: compoundEnd(conversion, node, body) },
    name: name ? textOf(conversion, name) : '',
    nameRange: rangeOf(name ?? node),
    decorators,
    bases,
    body,
  };
}
