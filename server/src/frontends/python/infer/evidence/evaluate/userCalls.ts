import { blocksInScope } from '../../../parse/blocks';
import type { BoundFunction, NameSymbol } from '../../../bind/boundModule';
import type { Call, Expression, Statement } from '../../../parse/ast';
import { type NumbaType, none } from '../../../types/numbaType';
import { evaluationIn } from './evaluate';
import { type Evaluation, pursue } from './evaluation';
import { commonElement, elementwiseArray } from './promotion';

const maxNesting = 4;

/** The result of a function of the workspace: what its `return` statements give for these arguments. */
export function userCallType(evaluation: Evaluation, call: Call): NumbaType | undefined {
  const fn = evaluation.linked.functionNamed(evaluation.module, call.func);
  if (!fn || evaluation.callers.length >= maxNesting || evaluation.callers.includes(fn)) return undefined;
  const args = argumentsOf(evaluation, fn, call);
  const isElementwise = fn.decorator?.kind === 'vectorize';
  const given = isElementwise ? args.map((type) => (type?.kind === 'array' ? type.dtype : type)) : args;
  const result = pursue(evaluation, call, () => returnType(evaluation, fn, given));
  const arrays = args.filter((type) => type?.kind === 'array');
  if (!isElementwise || !result || arrays.length === 0) return result;
  return elementwiseArray(result, Math.max(...arrays.map((array) => array.ndim)), arrays);
}

/** Types of the arguments in parameter order; undefined where they are not known. */
function argumentsOf(evaluation: Evaluation, fn: BoundFunction, call: Call): (NumbaType | undefined)[] {
  const isPlain = call.args.every((arg) => arg.kind !== 'Starred');
  return fn.node.params.map((param, index) => {
    const given =
      (isPlain ? call.args[index] : undefined) ??
      call.keywords.find((keyword) => keyword.name === param.name)?.value;
    if (given) return evaluation.typeOf(given);
    return param.default && moduleEvaluation(evaluation, fn).typeOf(param.default);
  });
}

function moduleEvaluation({ linked, numba, callers, pursuit }: Evaluation, fn: BoundFunction): Evaluation {
  return evaluationIn(linked, fn.module, numba, { variables: new Map(), callers, pursuit });
}

function returnType(
  evaluation: Evaluation,
  fn: BoundFunction,
  args: readonly (NumbaType | undefined)[],
): NumbaType | undefined {
  const { linked, numba, callers, pursuit } = evaluation;
  const inner = evaluationIn(linked, fn.module, numba, {
    variables: parameterVariables(fn, args),
    callers: [...callers, fn],
    pursuit,
  });
  const values = [...returnedValues(fn.node.body)];
  if (values.length === 0) return none;
  return commonElement(values.map((value) => (value ? inner.typeOf(value) : none)));
}

export function parameterVariables(
  fn: BoundFunction,
  args: readonly (NumbaType | undefined)[],
): Map<NameSymbol, NumbaType> {
  const variables = new Map<NameSymbol, NumbaType>();
  const scope = fn.module.scopes.get(fn.node);
  fn.node.params.forEach((param, index) => {
    const symbol = scope?.symbols.get(param.name);
    const type = args[index];
    if (symbol && type) variables.set(symbol, type);
  });
  return variables;
}

/** Values of a function's own `return` statements. */
export function* returnedValues(body: readonly Statement[]): Generator<Expression | undefined> {
  for (const statement of body) {
    if (statement.kind === 'Return') yield statement.value;
    else for (const block of blocksInScope(statement)) yield* returnedValues(block);
  }
}
