import type { PrintPiece } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { none } from '../../types/numbaType';
import { typeName } from '../../types/typeName';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, noValue, typed } from '../outcome';

/** `print(...)` of any values, positional only. */
export const print: LibraryFunction = {
  name: 'builtins.print',
  type(call) {
    const args = call.args.map((arg) => arg && unliteral(arg));
    const wrong = args.findIndex((arg) => arg?.kind === 'undefined');
    return wrong < 0 ? typed(none, { args }) : mismatch('the value has no type yet', wrong);
  },
  lower(call, lowering) {
    lowering.ir.print(call.args.map((arg) => piece(lowering, lowering.hold(arg!))));
    return noValue;
  },
};

function piece(lowering: Lowering, value: Value): string | PrintPiece {
  if (value.type.kind === 'none') return 'None';
  return {
    type: lowering.valueTypeOf(value.type),
    displayType: typeName(value.type),
    parts: value.parts,
  };
}
