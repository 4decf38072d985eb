import type { FunctionBuilder } from '@jitsight/shared/ir/builder';
import { dataAddress } from '@jitsight/shared/ir/expressions';
import type { CompileFlags } from '../infer/typedFunction';
import * as arrays from './arrays';
import { callSpecialisation } from './calls';
import { cast } from './casts';
import { constantValue } from './constants';
import { elementwise, forEachUnmade } from './elementwise';
import { runKernel } from './entry/gufuncEntry';
import { parseLayout } from './entry/gufuncLayout';
import type { FunctionLowering } from './functionLowering';
import { generatorCursor } from './generator/cursor';
import { iterateGenerator } from './generators';
import { NotLowered } from './lowering';
import { loadAt, storeAt } from './memory';
import type { ModuleLowering } from './moduleLowering';
import { release, retain } from './references';
import { temporary } from './temporaries';
import { truth } from './truth';
import { valueTypeOf } from './valueTypes';

/** The `Lowering` of one function under construction. */
export function createLowering(
  module: ModuleLowering,
  ir: FunctionBuilder,
  flags: CompileFlags,
): FunctionLowering {
  const lowering: FunctionLowering = {
    ir,
    module,
    numba: module.numba,
    errorModel: flags.errorModel,
    fastmath: flags.fastmath,
    parallel: flags.parallel,
    temporaries: { owned: [] },
    deferElementwise: false,
    steadyLocals: new Set(),

    hold: (value, hint) => ({
      type: value.type,
      parts: value.parts.map((part) => lowering.holdPart(part, hint)),
    }),
    holdPart(part, hint) {
      if (part.op === 'local' && lowering.steadyLocals.has(part.name)) return part;
      const held = ir.hold(part, hint);
      if (held.op === 'local') lowering.steadyLocals.add(held.name);
      return held;
    },
    cast: (value, type) => cast(lowering, value, type),
    truth: (value) => truth(lowering, value),
    constant: (value, type) => constantValue(lowering, module, value, type),
    valueTypeOf,
    raise: (error, args) => ir.raise(error, args),
    notLowered(reason) {
      throw new NotLowered(reason);
    },

    newArray: (type, shape) => arrays.newArray(lowering, type, shape),
    arrayShape: arrays.arrayShape,
    arrayStrides: arrays.arrayStrides,
    arrayData: arrays.arrayData,
    arrayMeminfo: arrays.arrayMeminfo,
    arraySize: arrays.arraySize,
    arrayView: arrays.arrayView,
    loadElement: (array, indices) => arrays.loadElement(lowering, array, indices),
    storeElement: (array, indices, value) => arrays.storeElement(lowering, array, indices, value),
    forEachIndex: (shape, body) => arrays.forEachIndex(lowering, shape, body),
    loadValue: (type, address, offset) => loadAt(lowering, type, { base: address, offset }),
    storeValue: (address, value, offset) => storeAt(lowering, { base: address, offset }, value),
    elementwise: (operands, dtype, kernel, out) => elementwise(lowering, operands, dtype, kernel, out),
    forEachUnmade: (array, visit) => forEachUnmade(lowering, array, visit),

    call: (target, args) => callSpecialisation(lowering, target, args),
    runGufunc(kernel, layout, args) {
      runKernel(
        lowering,
        kernel,
        parseLayout(layout),
        args.map((arg) => lowering.hold(arg)),
      );
    },
    callPython(source, name, args) {
      const target = module.typePython(
        source,
        name,
        args.map((arg) => arg.type),
      );
      return callSpecialisation(lowering, target, args);
    },

    iterateGenerator: (generator, body) => iterateGenerator(lowering, generator, body),
    generatorCursor: (generator) => generatorCursor(lowering, generator),

    workspace: (name, size) => dataAddress(module.workspace(name, size)),

    retain: (value) => retain(lowering, value),
    release: (value) => release(lowering, value),
    temporary: (value) => temporary(lowering, value),
  };
  return lowering;
}
