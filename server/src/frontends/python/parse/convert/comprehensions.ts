import type { Comprehension, Expression } from '../ast';
import type { RawNode } from '../rawTree';
import {
  type Conversion,
  errorExpression,
  fieldOf,
  fieldsOf,
  hasToken,
  namedChildren,
  rangeOf,
} from './conversion';
import { convertExpression, tupleOfFields } from './expressions';

export function convertComprehension(conversion: Conversion, node: RawNode): Expression {
  const range = rangeOf(node);
  const body = fieldOf(node, 'body');
  const generators = convertClauses(conversion, node);
  if (node.type === 'dictionary_comprehension') {
    const part = (field: string) => {
      const found = body && fieldOf(body, field);
      return found ? convertExpression(conversion, found) : errorExpression(range);
    };
    return { kind: 'DictComp', range, key: part('key'), value: part('value'), generators };
  }
  const element = body ? convertExpression(conversion, body) : errorExpression(range);
  if (node.type === 'list_comprehension') return { kind: 'ListComp', range, element, generators };
  if (node.type === 'set_comprehension') return { kind: 'SetComp', range, element, generators };
  return { kind: 'GeneratorExp', range, element, generators };
}

function convertClauses(conversion: Conversion, node: RawNode): Comprehension[] {
  const clauses: (Comprehension & { readonly ifs: Expression[] })[] = [];
  for (const child of node.children) {
    if (child.type === 'for_in_clause') {
      const left = fieldOf(child, 'left');
      clauses.push({
        target: left ? convertExpression(conversion, left) : errorExpression(rangeOf(child)),
        iter: tupleOfFields(conversion, child, fieldsOf(child, 'right')),
        ifs: [],
        isAsync: hasToken(child, 'async'),
      });
    } else if (child.type === 'if_clause') {
      const test = namedChildren(child)[0];
      if (test) clauses.at(-1)?.ifs.push(convertExpression(conversion, test));
    }
  }
  return clauses;
}
