import { FunctionBuilder } from '@jitsight/shared/ir/builder';
import type { FunctionIR } from '@jitsight/shared/ir/nodes';
import type { TypedFunction } from '../../infer/typedFunction';
import { none, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { callSpecialisation } from '../calls';
import { callLibrary } from '../libraryCall';
import { createLowering } from '../loweringContext';
import type { ModuleLowering } from '../moduleLowering';
import { withTemporaries } from '../temporaries';
import { valueTypeOf } from '../valueTypes';
import { entryArguments } from './adaptedEntry';
import { passOut } from './passOut';

/** The function that runs a generator to its end and gives the host a list of what it yielded. */
export function generatorEntry(module: ModuleLowering, typed: TypedFunction, name: string): FunctionIR {
  const result = generatorResult(typed);
  const ir = new FunctionBuilder(name, valueTypeOf(result));
  const lowering = createLowering(module, ir, typed.options);
  ir.at(typed.node.range, () => {
    const args = entryArguments(lowering, typed);
    const list = lowering.hold(callLibrary(lowering, 'builtins.list display', [], result));
    const items = { type: result, parts: list.parts };
    lowering.iterateGenerator(callSpecialisation(lowering, typed, args), (item) => {
      withTemporaries(lowering, () => callLibrary(lowering, 'list.append', [items, item], none));
    });
    passOut(lowering, items);
  });
  return ir.finish({ range: typed.node.range });
}

/** The type of the list. */
export function generatorResult(typed: TypedFunction): NumbaType {
  const { returnType } = typed;
  const element = returnType.kind === 'generator' ? unliteral(returnType.yields) : none;
  return { kind: 'list', element, reflected: false };
}
