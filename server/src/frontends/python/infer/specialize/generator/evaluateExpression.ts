import type { Attribute, Call, Compare, Expression, Name } from '../../../parse/ast';
import type { NumbaType } from '../../../types/numbaType';
import { typeOfExpression } from '../../../types/signatureText';
import { typesEqual } from '../../../types/typesEqual';
import { compareConstants, evaluate, literalConstant, truthOf } from '../../globals/evaluate';
import { constantOfName } from '../../globals/globalValue';
import { scalarTypeNamed } from '../../../types/scalarNames';
import type { ConstantValue } from '../../typedFunction';
import { callGeneratorFunction } from './builtinCalls';
import { typeAttribute } from './typeAttributes';
import { bool, type GeneratorScope, type GeneratorValue, none, Unevaluable } from './values';

/** Evaluates an expression of a generator's body as Python would while Numba compiles. Throws Unevaluable. */
export function evaluateGenerator(node: Expression, scope: GeneratorScope): GeneratorValue {
  switch (node.kind) {
    case 'Constant': {
      const constant = literalConstant(node.value);
      if (!constant) break;
      return { kind: 'constant', value: constant.value };
    }
    case 'Name':
      return nameValue(node, scope);
    case 'Attribute':
      return attributeValue(node, scope);
    case 'Call':
      return callValue(node, scope);
    case 'Compare':
      return bool(compare(node, scope));
    case 'BoolOp':
      return boolOp(node, scope);
    case 'UnaryOp':
      if (node.op === 'not') return bool(!truth(evaluateGenerator(node.operand, scope)));
      return arithmetic(node, scope);
    case 'BinOp':
      return arithmetic(node, scope);
    case 'IfExp':
      return evaluateGenerator(truth(evaluateGenerator(node.test, scope)) ? node.body : node.orelse, scope);
    case 'Tuple':
    case 'List':
    case 'Set':
      return {
        kind: 'sequence',
        elements: node.elements.map((element) => evaluateGenerator(element, scope)),
      };
    case 'Lambda':
      return { kind: 'function', node, scope };
    case 'Subscript':
      return subscript(node, scope);
    case 'JoinedStr':
      return { kind: 'constant', value: { kind: 'str', value: '' } };
  }
  throw new Unevaluable();
}

export function truth(value: GeneratorValue): boolean {
  if (value.kind === 'constant') return truthOf(value.value) ?? true;
  if (value.kind === 'sequence') return value.elements.length > 0;
  return true;
}

function nameValue(node: Name, scope: GeneratorScope): GeneratorValue {
  const known = scope.variables.get(node.id);
  if (known) return known;
  const qualified = scope.module.qualifiedName(node);
  if (qualified) return qualifiedValue(qualified);
  const meaning = scope.module.resolve(node);
  if (meaning.kind === 'function') return { kind: 'function', node: meaning.function.node, scope };
  const constant = constantOfName(
    {
      module: scope.module,
      numba: scope.numba,
      typeInitializer: () => {
        throw new Unevaluable();
      },
    },
    node,
  );
  if (constant) return { kind: 'constant', value: constant.value };
  const type = typeOfExpression(node, scope.module, scope.numba);
  if ('value' in type) return { kind: 'type', type: type.value };
  throw new Unevaluable();
}

function qualifiedValue(name: string): GeneratorValue {
  const scalar = name.startsWith('numba.') ? scalarTypeNamed(name) : undefined;
  if (scalar) return { kind: 'type', type: scalar };
  const simple = /^numba\.(?:core\.)?types\.(\w+)$/.exec(name)?.[1];
  if (simple === 'none' || simple === 'void') return { kind: 'type', type: { kind: 'none' } };
  if (simple === 'unicode_type' || simple === 'string') return { kind: 'type', type: { kind: 'unicode' } };
  return { kind: 'qualified', name };
}

function attributeValue(node: Attribute, scope: GeneratorScope): GeneratorValue {
  const qualified = rootedInVariable(node, scope) ? undefined : scope.module.qualifiedName(node);
  if (qualified) return qualifiedValue(qualified);
  const base = evaluateGenerator(node.value, scope);
  if (base.kind === 'type') {
    const found = typeAttribute(base.type, node.attr);
    if (found) return found;
  }
  throw new Unevaluable();
}

function rootedInVariable(node: Expression, scope: GeneratorScope): boolean {
  if (node.kind === 'Attribute') return rootedInVariable(node.value, scope);
  return node.kind === 'Name' && scope.variables.has(node.id);
}

function callValue(node: Call, scope: GeneratorScope): GeneratorValue {
  if (node.keywords.length > 0 || node.args.some((arg) => arg.kind === 'Starred')) throw new Unevaluable();
  const type = typeOfExpression(node, scope.module, scope.numba);
  if ('value' in type && !rootedInVariable(node.func, scope)) return { kind: 'type', type: type.value };
  const callee = evaluateGenerator(node.func, scope);
  const args = node.args.map((arg) => evaluateGenerator(arg, scope));
  return callGeneratorFunction(callee, args);
}

function subscript(node: Expression & { kind: 'Subscript' }, scope: GeneratorScope): GeneratorValue {
  const type = rootedInVariable(node.value, scope)
    ? undefined
    : typeOfExpression(node, scope.module, scope.numba);
  if (type && 'value' in type) return { kind: 'type', type: type.value };
  const base = evaluateGenerator(node.value, scope);
  const index = evaluateGenerator(node.index, scope);
  if (base.kind === 'sequence' && index.kind === 'constant' && index.value.kind === 'int') {
    const element = base.elements.at(Number(index.value.value));
    if (element) return element;
  }
  if (
    base.kind === 'type' &&
    base.type.kind === 'tuple' &&
    index.kind === 'constant' &&
    index.value.kind === 'int'
  ) {
    const element = base.type.elements.at(Number(index.value.value));
    if (element) return { kind: 'type', type: element };
  }
  throw new Unevaluable();
}

function boolOp(node: Expression & { kind: 'BoolOp' }, scope: GeneratorScope): GeneratorValue {
  let value: GeneratorValue = none;
  for (const operand of node.values) {
    value = evaluateGenerator(operand, scope);
    if (truth(value) === (node.op === 'or')) return value;
  }
  return value;
}

function compare(node: Compare, scope: GeneratorScope): boolean {
  let left = evaluateGenerator(node.left, scope);
  for (const [i, op] of node.ops.entries()) {
    const right = evaluateGenerator(node.comparators[i]!, scope);
    if (!comparePair(op, left, right)) return false;
    left = right;
  }
  return true;
}

function comparePair(op: Compare['ops'][number], left: GeneratorValue, right: GeneratorValue): boolean {
  switch (op) {
    case 'is':
    case '==':
      return same(left, right);
    case 'is not':
    case '!=':
      return !same(left, right);
    case 'in':
    case 'not in': {
      if (right.kind !== 'sequence') throw new Unevaluable();
      const found = right.elements.some((element) => same(left, element));
      return op === 'in' ? found : !found;
    }
    default: {
      if (left.kind !== 'constant' || right.kind !== 'constant') throw new Unevaluable();
      const result = compareConstants(op, left.value, right.value);
      if (result === undefined) throw new Unevaluable();
      return result;
    }
  }
}

function same(left: GeneratorValue, right: GeneratorValue): boolean {
  if (left.kind === 'type' && right.kind === 'type') return typesEqual(left.type, right.type);
  if (left.kind === 'constant' && right.kind === 'constant') {
    return compareConstants('==', left.value, right.value) ?? false;
  }
  if (left.kind === 'qualified' && right.kind === 'qualified') return left.name === right.name;
  return left === right;
}

function arithmetic(node: Expression, scope: GeneratorScope): GeneratorValue {
  const constant = evaluate(node, {
    qualifiedName: () => undefined,
    name: (name) => {
      const value = nameValue(name, scope);
      return value.kind === 'constant' ? { type: placeholder, value: value.value } : undefined;
    },
  });
  if (!constant) throw new Unevaluable();
  return { kind: 'constant', value: constant.value satisfies ConstantValue };
}

// Only the value is looked at.
const placeholder: NumbaType = { kind: 'none' };
