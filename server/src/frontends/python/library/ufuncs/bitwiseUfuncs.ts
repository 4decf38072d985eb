import { intAnd, intInvert, intOr, intXor, shiftLeft, shiftRight } from '../arithmetic/integer';
import { notKernel } from '../arithmetic/real';
import { binary, integers, type Ufunc, unary } from './loop';

export const bitwiseUfuncs: readonly Ufunc[] = [
  { name: 'bitwise_and', inputs: 2, loops: binary(`?${integers}`, intAnd) },
  { name: 'bitwise_or', inputs: 2, loops: binary(`?${integers}`, intOr) },
  { name: 'bitwise_xor', inputs: 2, loops: binary(`?${integers}`, intXor) },
  {
    name: 'invert',
    aliases: ['bitwise_not'],
    newAliases: ['bitwise_invert'],
    inputs: 1,
    loops: [...unary('?', notKernel), ...unary(integers, intInvert)],
  },
  { name: 'left_shift', newAliases: ['bitwise_left_shift'], inputs: 2, loops: binary(integers, shiftLeft) },
  {
    name: 'right_shift',
    newAliases: ['bitwise_right_shift'],
    inputs: 2,
    loops: binary(integers, shiftRight),
  },
];
