import { add, constant } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { conversion } from '../../types/conversion';
import { type NumbaType, none } from '../../types/numbaType';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { mismatch, noValue, typed } from '../outcome';

type RecordType = NumbaType & { kind: 'record' };
type Field = RecordType['fields'][number];

/** `record['x']`, `record[0]` and stores of them; `array['x']` of an array of records. Attributes come here too. */
export const fieldEntries: readonly LibraryFunction[] = [
  {
    name: 'operator.getitem',
    type: ({ args }) => typeLoad(args[0], args[1]),
    lower: ({ args, result, data }, lowering) => {
      const [owner] = args;
      const { offset } = data as Field;
      if (owner!.type.kind === 'record') return lowering.loadValue(result, owner!.parts[0]!, offset);
      const array = lowering.hold(owner!);
      if (result.kind !== 'array') throw new Error('a field of an array of records is an array');
      return lowering.arrayView(result, {
        meminfo: lowering.arrayMeminfo(array),
        data: moved(lowering.arrayData(array), offset),
        shape: lowering.arrayShape(array),
        strides: lowering.arrayStrides(array),
      });
    },
  },
  {
    name: 'operator.setitem',
    type: ({ args }) => typeStore(args[0], args[1], args[2]),
    lower: ({ args, data }, lowering) => storeField(lowering, args[0]!.parts[0]!, data as Field, args[2]!),
  },
];

function typeLoad(owner: NumbaType | undefined, index: NumbaType | undefined): TypingOutcome {
  if (owner?.kind === 'record') {
    const field = fieldAt(owner, index);
    return field ? typed(field.type, { args: [owner, index!], data: field }) : noField(owner, index);
  }
  if (owner?.kind !== 'array' || owner.dtype.kind !== 'record' || !isName(index)) return mismatch();
  const field = fieldAt(owner.dtype, index);
  if (!field) return noField(owner.dtype, index);
  return typed({ ...owner, dtype: field.type, layout: 'A' }, { args: [owner, index!], data: field });
}

function typeStore(
  owner: NumbaType | undefined,
  index: NumbaType | undefined,
  value: NumbaType | undefined,
): TypingOutcome {
  if (owner?.kind !== 'record' || !value) return mismatch();
  const field = fieldAt(owner, index);
  if (!field) return noField(owner, index);
  if (conversion(value, field.type) === undefined)
    return mismatch('the value does not convert to the field', 2);
  return typed(none, { args: [owner, index!, field.type], data: field });
}

/** By name, or by position where that is constant. */
function fieldAt({ fields }: RecordType, index: NumbaType | undefined): Field | undefined {
  if (index?.kind !== 'literal') return undefined;
  if (index.literal === 'str') return fields.find(({ name }) => name === index.value);
  return index.literal === 'int' ? fields[Number(index.value)] : undefined;
}

function noField({ fields }: RecordType, index: NumbaType | undefined): TypingOutcome {
  const names = fields.map(({ name }) => `'${name}'`).join(', ');
  return index?.kind === 'literal' ? mismatch(`the record has the fields ${names}`, 1) : mismatch();
}

function isName(index: NumbaType | undefined): boolean {
  return index?.kind === 'literal' && index.literal === 'str';
}

function storeField(
  lowering: Lowering,
  record: Expression,
  { type, offset }: Field,
  value: Value,
): typeof noValue {
  lowering.storeValue(record, lowering.cast(value, type), offset);
  return noValue;
}

function moved(data: Expression, offset: number): Expression {
  return offset === 0 ? data : add(data, constant('ptr', offset));
}
