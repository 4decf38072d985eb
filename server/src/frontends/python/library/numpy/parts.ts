import { arrayAttributes } from '../array/attributes';
import type { LibraryFunction, TypingCall } from '../libraryFunction';
import { numberAttributes } from '../operators/numberAttributes';
import { mismatch, params } from '../outcome';
import { unliteral } from '../../types/unliteral';

/** `np.real(x)` and `np.imag(x)`: the attributes as functions. */
export const partEntries: readonly LibraryFunction[] = ['real', 'imag'].map((name) => ({
  name: `numpy.${name}`,
  params: params('val'),
  type: (call) => {
    const type = call.args[0] && unliteral(call.args[0]);
    const found = attributeOf(name, type?.kind ?? '');
    const asked: TypingCall = { ...call, args: [type] };
    return found ? found.type(asked) : mismatch();
  },
  lower: (call, lowering) => attributeOf(name, call.args[0]!.type.kind)!.lower!(call, lowering),
}));

function attributeOf(name: string, kind: string): LibraryFunction | undefined {
  return [...arrayAttributes, ...numberAttributes].find((entry) => entry.name === `getattr ${kind}.${name}`);
}
