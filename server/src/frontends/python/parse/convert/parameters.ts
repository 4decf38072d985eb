import type { Expression, Parameter } from '../ast';
import type { RawNode } from '../rawTree';
import { addProblem, type Conversion, fieldOf, namedChildren, rangeOf, textOf } from './conversion';
import { convertExpression } from './expressions';

/** Children of a `parameters` or `lambda_parameters` node. */
export function convertParameters(conversion: Conversion, node: RawNode | undefined): Parameter[] {
  const params: Parameter[] = [];
  let keywordOnly = false;
  let sawDefault = false;
  for (const child of node ? namedChildren(node) : []) {
    if (child.type === 'positional_separator') {
      params.forEach((param, index) => {
        if (param.kind === 'positional') params[index] = { ...param, kind: 'positionalOnly' };
      });
      continue;
    }
    if (child.type === 'keyword_separator') {
      keywordOnly = true;
      continue;
    }
    const param = convertParameter(conversion, child, keywordOnly);
    if (!param) continue;
    if (param.kind === 'varPositional') keywordOnly = true;
    if (param.kind === 'positional') {
      if (sawDefault && !param.default) {
        addProblem(
          conversion,
          param.range,
          `parameter '${param.name}' without a default follows one with a default`,
        );
      }
      sawDefault ||= param.default !== undefined;
    }
    if (params.some((other) => other.name === param.name)) {
      addProblem(conversion, param.range, `parameter '${param.name}' appears twice`);
    }
    params.push(param);
  }
  return params;
}

function convertParameter(
  conversion: Conversion,
  node: RawNode,
  keywordOnly: boolean,
): Parameter | undefined {
  const typeNode = fieldOf(node, 'type');
  const valueNode = fieldOf(node, 'value');
  const nameNode =
    node.type === 'typed_parameter'
      ? node.children.find((child) => child !== typeNode && child.named)
      : (fieldOf(node, 'name') ?? node);
  if (!nameNode) return undefined;
  const annotation: Expression | undefined = typeNode && convertExpression(conversion, typeNode);
  const defaultValue = valueNode && convertExpression(conversion, valueNode);
  const parts = {
    range: rangeOf(node),
    ...(annotation && { annotation }),
    ...(defaultValue && { default: defaultValue }),
  };
  if (nameNode.type === 'identifier') {
    const kind = keywordOnly ? 'keywordOnly' : 'positional';
    return { ...parts, name: textOf(conversion, nameNode), kind };
  }
  if (nameNode.type === 'list_splat_pattern' || nameNode.type === 'dictionary_splat_pattern') {
    const inner = namedChildren(nameNode)[0];
    if (inner?.type === 'identifier') {
      const kind = nameNode.type === 'list_splat_pattern' ? 'varPositional' : 'varKeyword';
      return { ...parts, name: textOf(conversion, inner), kind };
    }
  }
  if (nameNode.type !== 'ERROR') {
    addProblem(conversion, rangeOf(nameNode), 'a parameter must be a plain name in Python 3');
  }
  return undefined;
}
