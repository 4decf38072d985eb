import { typeName } from '../../types/typeName';
import type { NumbaWording, ProblemOf, RuleContext } from '../rule';
import { shortName } from './argumentAdvice';

/** The call as Numba writes it: keywords with their names. */
export function argumentWording(
  { callee, types, keywords = [], reason, numbaSays }: ProblemOf<'unsupported-argument'>,
  _: RuleContext,
): NumbaWording {
  if (numbaSays) return numbaSays;
  if (callee === 'prange')
    return { class: 'UnsupportedRewriteError', text: 'Only constant step size of 1 is supported for prange' };
  if (callee === 'print' && keywords.length > 0)
    return {
      class: 'UnsupportedError',
      text: "Numba's print() function implementation does not support keyword arguments.",
    };
  if (reason?.startsWith('*args'))
    return { text: `*args in function call should be a tuple, got ${types.map(typeName).join(', ')}` };
  const method = /^(?:list|set|array|unicode|bytes)\.\w+$/.test(callee);
  const [receiver, ...rest] = types;
  if (method && receiver)
    return {
      text: `Invalid use of BoundFunction(${callee} for ${typeName(receiver)}) with parameters (${rest.map(typeName).join(', ')})`,
    };
  const ofGenerator = callee.startsWith('randomGenerator.') ? 'NumPyRandomGeneratorType_' : '';
  const name = ofGenerator + shortName(callee).split('.').at(-1)!;
  const first = types.length - keywords.length;
  const shown = types.map((type, i) => `${i < first ? '' : `${keywords[i - first]}=`}${typeName(type)}`);
  return {
    text: `No implementation of function Function(<function ${name}>) found for signature: ${name}(${shown.join(', ')})`,
  };
}
