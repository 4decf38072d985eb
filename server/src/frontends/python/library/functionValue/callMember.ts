import { constant, eq } from '@jitsight/shared/ir/expressions';
import { flatten } from '@jitsight/shared/ir/valueType';
import type { TypedFunction } from '../../infer/typedFunction';
import type { Value } from '../../lower/lowering';
import type { LibraryFunction, LoweringCall } from '../libraryFunction';

type FunctionPlace = Pick<TypedFunction, 'module' | 'node'>;

/** What a function is held as where several may stand: where it is defined. */
export function functionTag({ module, node }: FunctionPlace): number {
  let hash = node.range.start + 1;
  for (const character of module.file.uri) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return hash;
}

/** Calls the one of the resolution's specialisations that the first argument stands for. */
export const callMember: LibraryFunction = {
  name: 'numba.first-class function call',
  type: () => ({ kind: 'mismatch' }),
  lower: ({ args, result, data }: LoweringCall, lowering) => {
    const members = data as readonly TypedFunction[];
    if (members.length === 0) lowering.notLowered('functions from outside compiled code are not called yet');
    const [callee, ...given] = args.map((arg) => lowering.hold(arg!));
    const locals = flatten(lowering.valueTypeOf(result)).map((scalar) => lowering.ir.local(scalar, 'result'));
    const choose = (rest: readonly TypedFunction[]): void => {
      const [target, ...others] = rest;
      const run = (): void => {
        const value: Value = lowering.cast(lowering.call(target!, given), result);
        value.parts.forEach((part, i) => {
          lowering.ir.set(locals[i]!, part);
        });
      };
      if (others.length === 0) {
        run();
        return;
      }
      const tag = constant('i32', functionTag(target!));
      lowering.ir.if(eq(callee!.parts[0]!, tag), run, () => choose(others));
    };
    choose(members);
    return { type: result, parts: locals };
  },
};
