import { operatorFunction } from '../../infer/expressions/operatorNames';
import type { NumbaType } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import { compareVersions } from '../../library/version';
import { unliteral } from '../../types/unliteral';
import type { NumbaWording, ProblemOf, RuleContext } from '../rule';

type Operator = ProblemOf<'unsupported-operator'>;

/** What to do about an operator that these operands do not have. */
export function operatorAdvice({ operator, types }: Operator): string {
  const kinds = types.map(unliteral);
  if (operator === '@') return matmulAdvice(kinds);
  if (operator === '/=' && kinds[0]?.kind === 'array')
    return 'the quotients are floats and do not fit into the array of integers, so make a new array, a = a / b';
  if (kinds.some((one) => one.kind === 'array') && operator.endsWith('='))
    return 'the result does not fit into the array, so make a new one';
  if (kinds.some((one) => one.kind === 'list' || one.kind === 'typedList'))
    return 'lists do no arithmetic, so use NumPy arrays';
  if (kinds.some((one) => one.kind === 'none' || one.kind === 'optional'))
    return 'test for None before, or use NaN for what is missing';
  if (kinds.some((one) => one.kind === 'unicode') && kinds.some((one) => one.kind !== 'unicode'))
    return 'convert the number with str()';
  return 'convert an operand first';
}

function matmulAdvice(types: readonly NumbaType[]): string {
  const names = types.map((one) => (one.kind === 'array' ? typeName(one.dtype) : undefined));
  if (types.some((one) => one.kind === 'array' && one.ndim > 2))
    return 'it takes arrays of one or two dimensions, so loop over the others';
  if (names.every((one) => one === names[0]))
    return 'it takes arrays of floats or complex numbers, so convert them with .astype(np.float64)';
  return 'it takes arrays of one and the same type of floats or complex numbers, so convert one with .astype';
}

export function operatorWording({ operator, types }: Operator, { numba }: RuleContext): NumbaWording {
  const raw = operator === '/=' && types[0]?.kind === 'array' && compareVersions(numba, '0.60') >= 0;
  if (raw) return { class: 'AttributeError', text: "'NoneType' object has no attribute 'args'" };
  const name = operatorFunction(operator) ?? operator;
  const shown = name === 'matmul' ? 'dot' : name;
  return {
    text: `No implementation of function Function(<built-in function ${shown}>) found for signature: ${shown}(${types.map(typeName).join(', ')})`,
  };
}
