import type {
  Address,
  BinaryExpression,
  CompareExpression,
  ConstExpression,
  Expression,
  MathExpression,
  SimdExpression,
  UnaryExpression,
} from '../nodes';
import { isFloatScalar, isIntegerScalar, type ScalarType } from '../scalarType';
import { simdInstructions } from '../simd';
import { mathArity } from '../mathFunctions';
import { compareOperators } from '../text';
import { childrenOf } from '../walk';
import type { Scope } from './scope';

/** Reports what is wrong with an expression and everything in it. */
export function verifyExpression(expression: Expression, scope: Scope): void {
  for (const child of childrenOf(expression)) verifyExpression(child, scope);
  verifyNode(expression, scope);
}

function verifyNode(expression: Expression, scope: Scope): void {
  const { op } = expression;
  const wants = (value: Expression, type: ScalarType, what: string) =>
    expectType(scope, value, type, `${op}: ${what}`);
  switch (expression.op) {
    case 'const':
      verifyConstant(expression, scope);
      break;
    case 'local': {
      const type = scope.locals.get(expression.name);
      if (!type) scope.report(`local ${expression.name} is not declared`);
      else if (type !== expression.type) {
        scope.report(`local ${expression.name} is ${type}, read as ${expression.type}`);
      }
      break;
    }
    case 'convert':
      if (expression.type === 'v128' || expression.value.type === 'v128') scope.report('convert of v128');
      break;
    case 'select':
      wants(expression.condition, 'bool', 'condition');
      wants(expression.whenTrue, expression.type, 'first value');
      wants(expression.whenFalse, expression.type, 'second value');
      break;
    case 'reinterpret':
      if (bits(expression.type) !== bits(expression.value.type) || bits(expression.type) < 32) {
        scope.report(`reinterpret of ${expression.value.type} as ${expression.type}`);
      }
      break;
    case 'load':
      verifyAddress(expression.address, scope);
      if (expression.form && expression.type !== 'v128') scope.report(`${expression.form} gives a v128`);
      break;
    case 'wrapIndex':
    case 'checkIndex':
      wants(expression.index, 'i64', 'index');
      wants(expression.length, 'i64', 'length');
      if ((expression.type as ScalarType) !== 'i64') scope.report(`${op} gives ${expression.type}, not i64`);
      break;
    case 'math':
      verifyMath(expression, scope);
      break;
    case 'call':
      verifyCall(expression.callee, expression.args, [expression.type], scope);
      break;
    case 'simd':
      verifySimd(expression, scope);
      break;
    case 'dataAddress':
      if (!scope.segments.has(expression.segment)) scope.report(`no data segment ${expression.segment}`);
      break;
    default:
      verifyOperator(expression, scope);
      break;
  }
}

const floatOnly = new Set(['sqrt', 'floor', 'ceil', 'trunc', 'nearest', 'copysign']);
const integerOnly = new Set(['clz', 'ctz', 'popcnt', 'shl', 'shr']);
const bitwise = new Set(['and', 'or', 'xor', 'not']);
const ofBool = new Set(['and', 'or', 'xor', 'not', 'min', 'max']);

type Operator = UnaryExpression | BinaryExpression | CompareExpression;

function verifyOperator(expression: Operator, scope: Scope): void {
  const compares = (compareOperators as readonly string[]).includes(expression.op);
  const operands = childrenOf(expression);
  const type = operands[0]!.type;
  for (const operand of operands) expectType(scope, operand, type, `${expression.op}: operand`);
  const result = compares ? 'bool' : type;
  if (expression.type !== result) scope.report(`${expression.op} of ${type} gives ${expression.type}`);
  if (compares) return;
  const { op } = expression;
  if (type === 'v128') scope.report(`${op} of v128`);
  const allowed = isFloatScalar(type)
    ? !integerOnly.has(op) && !bitwise.has(op)
    : type === 'bool'
      ? ofBool.has(op)
      : !floatOnly.has(op);
  if (!allowed) scope.report(`${op} of ${type}`);
}

function verifyConstant({ type, value }: ConstExpression, scope: Scope): void {
  const fits = constantFits(type, value);
  if (!fits) scope.report(`constant ${value} (${typeof value}) is no ${type}`);
}

function constantFits(type: ScalarType, value: number | bigint): boolean {
  if (type === 'i64' || type === 'u64') {
    if (typeof value !== 'bigint') return false;
    return (type === 'i64' ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value)) === value;
  }
  if (typeof value !== 'number') return false;
  if (isFloatScalar(type)) return type === 'f64' || Object.is(Math.fround(value), value);
  if (type === 'bool') return value === 0 || value === 1;
  if (type === 'v128') return value === 0;
  const width = type === 'ptr' ? 32 : Number(type.slice(1));
  const [low, high] = type[0] === 'i' ? [-(2 ** (width - 1)), 2 ** (width - 1)] : [0, 2 ** width];
  return Number.isInteger(value) && value >= low && value < high;
}

function verifyMath(expression: MathExpression, scope: Scope): void {
  const { function: name, args, type } = expression;
  if (args.length !== mathArity[name]) scope.report(`math ${name} of ${args.length} arguments`);
  if (!isFloatScalar(type)) scope.report(`math ${name} gives ${type}`);
  for (const arg of args) expectType(scope, arg, type, `math ${name}: argument`);
}

function verifySimd({ instruction, args, lanes = [], type }: SimdExpression, scope: Scope): void {
  const signature = simdInstructions.get(instruction);
  if (!signature) {
    scope.report(`no instruction ${instruction}`);
    return;
  }
  if (type !== signature.result) scope.report(`${instruction} gives ${signature.result}, not ${type}`);
  if (args.length !== signature.operands.length) scope.report(`${instruction} of ${args.length} operands`);
  for (const [i, arg] of args.entries())
    expectType(scope, arg, signature.operands[i] ?? arg.type, `${instruction}: operand ${i}`);
  const inRange = (lane: number) => Number.isInteger(lane) && lane >= 0 && lane < signature.lanes;
  if (lanes.length !== signature.immediates || !lanes.every(inRange))
    scope.report(`${instruction} with lanes (${lanes.join(', ')})`);
}

/** Reports a call whose arguments or results do not fit the callee. */
export function verifyCall(
  callee: string,
  args: readonly Expression[],
  results: readonly ScalarType[],
  scope: Scope,
): void {
  const signature = scope.signatures.get(callee);
  if (!signature) {
    scope.report(`call of ${callee}, which is not defined`);
    return;
  }
  if (signature.params.length !== args.length) {
    scope.report(`call ${callee}: ${args.length} arguments for ${signature.params.length} parameters`);
  } else {
    for (const [i, arg] of args.entries()) {
      expectType(scope, arg, signature.params[i]!, `call ${callee}: argument ${i}`);
    }
  }
  if (signature.results.join() !== results.join()) {
    scope.report(`call ${callee} gives (${signature.results.join(', ')}), taken as (${results.join(', ')})`);
  }
}

/** Reports an address whose parts have the wrong type. */
export function verifyAddress(address: Address, scope: Scope): void {
  const { base, index, scale, offset } = address;
  if (base.type !== 'ptr' && base.type !== 'i32') scope.report(`address: base is ${base.type}`);
  if (index && index.type !== 'i64' && index.type !== 'i32') scope.report(`address: index is ${index.type}`);
  if (scale !== undefined && !(Number.isInteger(scale) && scale > 0)) scope.report(`address: scale ${scale}`);
  if (scale !== undefined && !index) scope.report('address: scale without index');
  if (offset !== undefined && !Number.isInteger(offset)) scope.report(`address: offset ${offset}`);
}

/** Reports a value that has not the type its place needs. */
export function expectType(scope: Scope, value: Expression, type: ScalarType, what: string): void {
  if (value.type !== type) scope.report(`${what} is ${value.type}, needs ${type}`);
}

function bits(type: ScalarType): number {
  if (type === 'ptr') return 32;
  if (type === 'v128') return 128;
  return isIntegerScalar(type) || isFloatScalar(type) ? Number(type.slice(1)) : 1;
}
