import type { Expression } from '@jitsight/shared/ir/nodes';
import { flatten } from '@jitsight/shared/ir/valueType';
import type { TypedFunction } from '../infer/typedFunction';
import type { NumbaType } from '../types/numbaType';
import type { FunctionLowering } from './functionLowering';
import { generatorCode } from './generator/frames';
import { listReleaseHelper, listRetainHelper } from './listReferences';
import type { Lowering, Value } from './lowering';
import type { ModuleLowering } from './moduleLowering';
import { tableReleaseHelper, tableRetainHelper } from './tableReferences';
import { elementTypes } from './tuples';
import { valueTypeOf } from './valueTypes';

/** One scalar of a value that counts references, and the functions that do. */
interface CountedPart {
  readonly index: number;
  readonly retain: string;
  readonly release: string;
}

/** The counted scalars of a type's values. A record is a place inside something else, and counts nothing. */
export function countedParts(module: ModuleLowering, type: NumbaType): CountedPart[] {
  switch (type.kind) {
    case 'array':
    case 'bytes':
    case 'randomGenerator':
    case 'bitGenerator':
    case 'unicode':
      return [{ index: 0, retain: 'rt.retain', release: 'rt.release' }];
    case 'literal':
      return type.literal === 'str' ? [{ index: 0, retain: 'rt.retain', release: 'rt.release' }] : [];
    case 'list':
    case 'typedList':
      return [
        { index: 0, retain: listRetainHelper(module), release: listReleaseHelper(module, type.element) },
      ];
    case 'jitclass': {
      const fields = { kind: 'tuple', elements: type.fields.map((field) => field.type) } as const;
      return [{ index: 0, retain: listRetainHelper(module), release: listReleaseHelper(module, fields) }];
    }
    case 'generator': {
      if (!type.made) return [];
      const { release } = generatorCode(module, type.made as TypedFunction);
      return [{ index: 0, retain: listRetainHelper(module), release }];
    }
    case 'set':
    case 'typedDict':
      return [{ index: 0, retain: tableRetainHelper(module), release: tableReleaseHelper(module, type) }];
    case 'optional':
      return countedParts(module, type.value).map((part) => ({ ...part, index: part.index + 1 }));
    case 'boundFunction':
      return countedParts(module, type.receiver);
    case 'iterable':
      return inSequence(module, type.source);
    default:
      return inSequence(module, elementTypes(type) ?? []);
  }
}

function inSequence(module: ModuleLowering, types: readonly NumbaType[]): CountedPart[] {
  let start = 0;
  return types.flatMap((type) => {
    const from = start;
    start += flatten(valueTypeOf(type)).length;
    return countedParts(module, type).map((part) => ({ ...part, index: part.index + from }));
  });
}

export function isCounted(module: ModuleLowering, type: NumbaType): boolean {
  return countedParts(module, type).length > 0;
}

export function retain(lowering: FunctionLowering, value: Value): void {
  for (const part of countedParts(lowering.module, value.type)) {
    callOn(lowering, part.retain, value.parts[part.index]!);
  }
}

export function release(lowering: FunctionLowering, value: Value): void {
  for (const part of countedParts(lowering.module, value.type)) {
    callOn(lowering, part.release, value.parts[part.index]!);
  }
}

export function callOn(lowering: Lowering, callee: string, pointer: Expression): void {
  if (pointer.op === 'const') return;
  lowering.ir.callMany(callee, [pointer], []);
}
